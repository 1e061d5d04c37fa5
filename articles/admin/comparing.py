"""Two versions side by side, for the desk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles import history
from articles.content.files import ContentError
from articles.differences import WORD, Change, FieldDifference, Piece, differences, word_diff
from articles.models import Article, Version

# So many words of unchanged text stay in sight on each side of a change.
WORDS_AROUND = 12
# What the desk calls a field, where that is not its name in the file.
LABELS = {field.name: str(field.verbose_name) for field in Article._meta.fields}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """An earlier and a later version with what differs; the fields are empty when nothing does."""

    before: Version
    after: Version
    fields: tuple[FieldDifference, ...]


def comparison(versions: Sequence[Version], chosen: Mapping[str, str]) -> Comparison | None:
    """Compare the two versions that were chosen, or else the two newest; the older one first."""
    by_id = {str(version.pk): version for version in versions}
    pair = [by_id[pk] for pk in (chosen.get("before"), chosen.get("after")) if pk in by_id]
    pair = pair if len(pair) == 2 else list(versions[:2])
    if len(pair) < 2:
        return None
    before, after = sorted(pair, key=lambda version: version.pk)
    return Comparison(before=before, after=after, fields=compare(before, after))


def compare(before: Version, after: Version) -> tuple[FieldDifference, ...]:
    """Compare field by field, or as plain text where this release cannot read one of the two."""
    try:
        found = differences(history.value_of(before), history.value_of(after))
    except ContentError:
        found = (FieldDifference(field="text", pieces=word_diff(before.text, after.text)),)
    return shortened(found)


def shortened(fields: tuple[FieldDifference, ...]) -> tuple[FieldDifference, ...]:
    """Name the fields as the desk does, and leave of unchanged text only what is near a change."""
    return tuple(
        FieldDifference(
            field=LABELS.get(field.field, field.field.replace("_", " ")),
            pieces=tuple(
                _shortened(piece, is_first=place == 0, is_last=place == len(field.pieces) - 1)
                for place, piece in enumerate(field.pieces)
            ),
        )
        for field in fields
    )


def _shortened(piece: Piece, *, is_first: bool, is_last: bool) -> Piece:
    words = WORD.findall(piece.text)
    head = [] if is_first else words[:WORDS_AROUND]
    tail = [] if is_last else words[-WORDS_AROUND:]
    if piece.change is not Change.KEPT or len(words) <= len(head) + len(tail):
        return piece
    return Piece(change=Change.KEPT, text="".join([*head, "… ", *tail]))
