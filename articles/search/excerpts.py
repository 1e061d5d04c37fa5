"""The part of a text that answers a search, with what was found marked; pure."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from articles.search.words import WORD, places

LENGTH = 220
# How far apart a reader takes words to belong together.
NEAR = 160
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
SENTENCE_ENDS = (". ", "? ", "! ", "\n")
# Signs that folding takes away or turns into others, so that a word with one may begin otherwise.
FOLDED = re.compile(r"[^\0-\x7f]|'")

# Says of each word of a text whether it was asked for.
Hits = Callable[[Sequence[str]], Sequence[bool]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, and whether it is to be marked."""

    text: str
    is_match: bool = False


def marked(text: str, hits: Hits) -> tuple[Piece, ...]:
    """Cut a text into pieces, of which those that were asked for are marked."""
    found = list(places(text))
    pieces, place = [], 0
    for (start, end, _word), hit in zip(found, hits([each[2] for each in found]), strict=True):
        if hit:
            pieces += [Piece(text[place:start]), Piece(text[start:end], is_match=True)]
            place = end
    return tuple(piece for piece in (*pieces, Piece(text[place:])) if piece.text)


def excerpt(text: str, hits: Hits, beginnings: Iterable[str] = ("",)) -> tuple[Piece, ...]:
    """Cut out the part with the most different words that were asked for, at whole words.

    All of those must begin with one of the `beginnings`: no other word of a text is looked at.
    """
    first = _begin(text, _best(matches(text, hits, beginnings)))
    last = _end(text, first)
    before, after = ELLIPSIS if first else "", ELLIPSIS if last < len(text) else ""
    pieces = (Piece(before), *marked(text[first:last], hits), Piece(after))
    return tuple(piece for piece in pieces if piece.text)


def matches(text: str, hits: Hits, beginnings: Iterable[str]) -> list[tuple[int, str]]:
    """Return where the words stand that were asked for, and each of them folded."""
    found = list(_around(text, beginnings))
    is_hit = hits([word for _start, _end, word in found])
    return [(each[0], each[2]) for each, hit in zip(found, is_hit, strict=True) if hit]


def _around(text: str, beginnings: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Find the words between those spaces that have a beginning between them.

    An empty word stands for all that are left out, since words around it are no neighbours.
    """
    done = 0
    for space in sorted(_spaces(text, beginnings)):
        if WORD.search(text, done, space):
            yield done, done, ""
        done = _or_end(text, text.find(" ", space + 1))
        yield from places(text, space, done)


def _spaces(text: str, beginnings: Iterable[str]) -> set[int]:
    """Return the spaces, or 0, after which a word may begin so."""
    # The one letter that becomes two when made small, which would move all places after it.
    small = text.replace("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "i").lower()
    spaces = {max(small.rfind(" ", 0, sign.start()), 0) for sign in FOLDED.finditer(text)}
    for beginning in beginnings:
        place = small.find(beginning)
        while place >= 0:
            spaces.add(max(small.rfind(" ", 0, place), 0))
            place = small.find(beginning, _or_end(small, small.find(" ", place)) + 1)
    return spaces


def _best(found: Sequence[tuple[int, str]]) -> int:
    """Return where the stretch with the most different words begins, the first of equals."""
    best, most = 0, 0
    for index, (start, _word) in enumerate(found):
        near = {word for other, word in found[index : index + NEAR] if other <= start + NEAR}
        if len(near) > most:
            best, most = start, len(near)
    return best


def _begin(text: str, match: int) -> int:
    """Begin a little before a match, with a sentence where one begins there."""
    earliest = min(match - LENGTH // 3, len(text) - LENGTH)
    if earliest <= 0:
        return 0
    ends = [place for end in SENTENCE_ENDS if (place := text.find(end, earliest, match)) >= 0]
    earliest = min(ends, default=earliest)
    # From a space on, so that no word is taken for the rest of it.
    near = places(text, max(text.rfind(" ", 0, earliest), 0))
    return next((start for start, _end, _word in near if start >= earliest), match)


def _end(text: str, first: int) -> int:
    if len(text) <= first + LENGTH:
        return len(text)
    near = takewhile(lambda place: place[1] <= first + LENGTH, places(text, first))
    return max((end for _start, end, _word in near), default=first + LENGTH)


def _or_end(text: str, place: int) -> int:
    """Return a place that was found, or the end of the text where none was."""
    return place if place >= 0 else len(text)
