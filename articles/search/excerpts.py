"""The part of a text that answers a search, with what was found marked; pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from articles.search.words import places

LENGTH = 220
# How far apart a reader takes words to belong together.
NEAR = 160
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
SENTENCE_ENDS = (". ", "? ", "! ", "\n")

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


def excerpt(text: str, hits: Hits) -> tuple[Piece, ...]:
    """Cut out the part with the most different words that were asked for, at whole words."""
    found = list(places(text))
    is_hit = hits([word for _start, _end, word in found])
    matches = [(each[0], each[2]) for each, hit in zip(found, is_hit, strict=True) if hit]
    first = _begin(text, _best(matches), [start for start, _end, _word in found])
    last = _end(text, first, [end for _start, end, _word in found])
    before, after = ELLIPSIS if first else "", ELLIPSIS if last < len(text) else ""
    pieces = (Piece(before), *marked(text[first:last], hits), Piece(after))
    return tuple(piece for piece in pieces if piece.text)


def _best(matches: Sequence[tuple[int, str]]) -> int:
    """Return where the stretch with the most different words begins, the first of equals."""
    best, most = 0, 0
    for index, (start, _word) in enumerate(matches):
        near = {word for other, word in matches[index : index + NEAR] if other <= start + NEAR}
        if len(near) > most:
            best, most = start, len(near)
    return best


def _begin(text: str, match: int, starts: Sequence[int]) -> int:
    """Begin a little before a match, with a sentence where one begins there."""
    earliest = min(match - LENGTH // 3, len(text) - LENGTH)
    if earliest <= 0:
        return 0
    ends = [place for end in SENTENCE_ENDS if (place := text.find(end, earliest, match)) >= 0]
    return next((start for start in starts if start >= min(ends, default=earliest)), match)


def _end(text: str, first: int, ends: Sequence[int]) -> int:
    if len(text) <= first + LENGTH:
        return len(text)
    return max((end for end in ends if first < end <= first + LENGTH), default=first + LENGTH)
