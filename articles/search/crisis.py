"""Words by which somebody may be asking for help rather than for a page; pure."""

from rapidfuzz.distance import OSA

from articles.search.words import stem, stems, words

PHRASES = (
    *("suicide", "suicidal", "overdose", "self harm", "selfharm", "self injury"),
    *("kill myself", "killing me", "end my life", "take my life", "taking my life", "end it all"),
    *("want to die", "wanna die", "wish i was dead", "wish i were dead", "better off dead"),
    *("hurt myself", "harm myself", "cut myself", "cutting myself", "hurting myself"),
    *("do not want to live", "dont want to live", "dont want to be here", "no reason to live"),
    # In Spanish, whatever the language of the page.
    *("suicidio", "suicidarme", "suicidar", "suicida", "sobredosis", "autolesion", "autolesiones"),
    *("autolesionarme", "matarme", "me quiero matar", "quitarme la vida", "quiero morir"),
    *("quiero morirme", "me quiero morir", "ganas de morir", "deseo morir", "mejor muerto"),
    *("mejor muerta", "no quiero vivir", "no quiero seguir viviendo", "ganas de vivir"),
    *("terminar con mi vida", "acabar con mi vida", "acabar con todo", "terminar con todo"),
    *("hacerme dano", "lastimarme", "cortarme", "razones para vivir", "no puedo seguir"),
    *("ya no puedo mas", "no quiero estar aqui", "quiero desaparecer"),
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
