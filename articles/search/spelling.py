"""Mistyped and half-typed words, and the known words that were meant."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.db.models.functions import Length
from rapidfuzz.distance import OSA, JaroWinkler

from articles.models import SearchWord
from articles.search.asked import may_be_begun
from articles.search.words import COMMON, stem

# Likeness of a mistyped word: "excersize" is like "exercise", "cancer" is not like "career".
ALIKE = 0.9
MOST_WRONG = 3
SHORTEST = 4
MOST_PROPOSALS = 5
MOST_ENDINGS = 40


def unknown(words: Sequence[str]) -> list[str]:
    """Return the words that no entry and no synonym has, each once."""
    asked = {word: stem(word) for word in words if word not in COMMON and not word.isdigit()}
    known = set(SearchWord.objects.filter(stem__in=asked.values()).values_list("stem", flat=True))
    return [word for word, its_stem in asked.items() if its_stem not in known]


def begins_a_word(begun: str) -> bool:
    """Say whether a last word is the beginning of a known one."""
    return may_be_begun(begun) and _beginning(begun).exists()


def endings(begun: str) -> list[str]:
    """Return the stems of known words that begin so, the shortest of them where there are many."""
    if not may_be_begun(begun):
        return []
    found = _beginning(begun).order_by(Length("stem"), "stem")
    return list(found.values_list("stem", flat=True).distinct()[:MOST_ENDINGS])


def proposals(word: str) -> list[str]:
    """Return the known words nearest to a mistyped one, whose first letter is taken as right."""
    if len(word) < SHORTEST:
        return []
    # No word is nearer than the letters that it has more or fewer.
    lengths = len(word) - MOST_WRONG, len(word) + MOST_WRONG
    known = SearchWord.objects.alias(length=Length("word")).values_list("word", flat=True)
    known = known.filter(initial=word[0], length__range=lengths)
    near = [
        (OSA.distance(word, other), -likeness, other)
        for other in set(known) - COMMON
        if (likeness := JaroWinkler.similarity(word, other, score_cutoff=ALIKE))
    ]
    nearest = sorted(each for each in near if each[0] <= MOST_WRONG)
    return [other for _distance, _likeness, other in nearest[:MOST_PROPOSALS]]


def _beginning(begun: str) -> QuerySet[SearchWord]:
    # The first letter narrows by an index, which SQLite has none of for the beginning of a word.
    return SearchWord.objects.filter(initial=begun[0], word__startswith=begun)
