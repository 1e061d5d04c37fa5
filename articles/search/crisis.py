"""Words by which somebody may be asking for help rather than for a page; pure."""

from rapidfuzz.distance import OSA

from articles.search.words import stem, stems, words

PHRASES = (
    *("suicide", "suicidal", "overdose", "self harm", "selfharm", "self injury"),
    *("kill myself", "killing me", "end my life", "take my life", "taking my life", "end it all"),
    *("want to die", "wanna die", "wish i was dead", "wish i were dead", "better off dead"),
    *("hurt myself", "harm myself", "cut myself", "cutting myself", "hurting myself"),
    *("do not want to live", "dont want to live", "dont want to be here", "no reason to live"),
    *("cannot go on", "cant go on", "ending my life", "ready to die", "going to die by"),
)
# Long enough to be recognised when mistyped.
OFTEN_MISTYPED = ("suicide", "suicidal")


def asks_for_help(typed: str) -> bool:
    """Say whether the help lines should come before any result."""
    said = f" {' '.join(stems(typed))} "
    return any(phrase in said for phrase in STEMMED) or any(
        len(word) >= 6 and OSA.distance(word, meant) <= 2
        for word in words(typed)
        for meant in OFTEN_MISTYPED
    )


STEMMED = tuple(f" {' '.join(map(stem, words(phrase)))} " for phrase in PHRASES)
