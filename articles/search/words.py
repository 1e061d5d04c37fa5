"""Texts as words without case, accents and endings; pure.

Both databases store and match these, so neither applies rules of its own.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer

WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W_]+)*")
MARKS = re.compile(r"[\W_]+")
# PostgreSQL refuses longer words and larger texts; nobody types them.
LONGEST_WORD = 24
LONGEST_TEXT = 10_000
# Words that stand in every text, so that asking for them says nothing.
COMMON = frozenset(
    WORD.findall(
        """
        a about after all also am an and any are as at be been before being between but by can
        cannot cant could did do does doing dont for from get had has have having he her hers him
        his how i if im in into is isnt it its ive just like made make many may me might more most
        much must my no not of on or our out over she should so some such than that the their them
        then there these they this those to too us very was we were what whats when where which
        while who why will with without would you your
        """
    )
)


def unified(text: str) -> str:
    """Write each letter in one way, which everything below relies on."""
    return unicodedata.normalize("NFC", text).replace("\0", " ")


def places(text: str, first: int = 0, last: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Find the words of a text, or a part: where each begins and ends, and the word folded."""
    for found in WORD.finditer(text, first, len(text) if last is None else last):
        if word := fold(found.group()):
            yield found.start(), found.end(), word


def words(text: str) -> list[str]:
    """Cut a text into folded words."""
    return [word for _start, _end, word in places(unified(text))]


def stems(text: str) -> list[str]:
    """Cut a text into folded words without their endings."""
    return [stem(word) for word in words(text)]


def stemmed(text: str) -> str:
    """Return what is stored of a text to be found by."""
    return " ".join(stems(text)[:LONGEST_TEXT])


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Take case, accents and apostrophes from a word; what is no letter or digit leaves nothing."""
    apart = unicodedata.normalize("NFKD", word).casefold()
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return MARKS.sub("", plain)[:LONGEST_WORD]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Take the ending from a folded word."""
    # A stemmer keeps its word in itself, so that threads must not share one.
    return EnglishStemmer().stemWord(word)
