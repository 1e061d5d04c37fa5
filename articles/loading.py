"""Put shipped content into the database without ever losing what staff changed."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.db import models, transaction

from articles import upkeep
from articles.content.files import FOLDER, ShippedContent, read_content
from articles.history import subject_of
from articles.models import LoadedContent
from articles.search import index
from articles.shelves import (
    ArticleShelf,
    ClaimShelf,
    FaqShelf,
    ImageShelf,
    Shelf,
    SourceShelf,
    SynonymShelf,
    TermShelf,
    Text,
    TopicShelf,
)

NOTE = "Came with TTL"


class Outcome(StrEnum):
    """What happened to one shipped row."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    EDITED = "kept as staff edited it"
    REMOVED = "left out, as staff removed or renamed it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """One shipped row and what happened to it."""

    kind: str
    key: str
    outcome: Outcome


def load_content(folder: Path = FOLDER, *, overwrite: bool = False) -> tuple[Loaded, ...]:
    """Load every shipped row; with `overwrite`, also those that staff changed or removed.

    Afterwards search knows everything there is, in the way of this version of TTL.
    """
    loaded = []
    written: list[models.Model] = []
    with transaction.atomic():
        for shelf, key, text in in_order(read_content(folder)):
            outcome = _load(shelf, key, text, written, overwrite=overwrite)
            loaded.append(Loaded(kind=shelf.kind, key=key, outcome=outcome))
        # When all is there: an article reads otherwise with each question loaded after it.
        upkeep.all_changed(dict.fromkeys(map(subject_of, written)), by=None, note=NOTE)
    index.complete()
    return tuple(loaded)


def in_order(content: ShippedContent) -> Iterator[tuple[Shelf, str, Text]]:
    shelves = (
        (TopicShelf(), content.topics),
        (SourceShelf(), content.sources),
        (ClaimShelf(), content.claims),
        (ImageShelf(), content.images),
        (ArticleShelf(), content.articles),
        (FaqShelf(), content.faqs),
        (TermShelf(), content.terms),
        (SynonymShelf(), content.synonyms),
    )
    for shelf, texts in shelves:
        for text in texts:
            yield shelf, getattr(text, shelf.key_column), text


def _load(
    shelf: Shelf, key: str, text: Text, written: list[models.Model], *, overwrite: bool
) -> Outcome:
    row = shelf.find(key)
    before = LoadedContent.objects.filter(kind=shelf.kind, key=key).first()
    stored = shelf.read(row) if row else None
    if stored == text:
        outcome = Outcome.UNCHANGED
    elif row is None and before is None and shelf.has_place_for(text):
        outcome = Outcome.CREATED
    elif overwrite or (stored and before and before.fingerprint == _fingerprint(stored)):
        outcome = Outcome.UPDATED
    else:
        return Outcome.EDITED if row else Outcome.REMOVED
    if outcome is not Outcome.UNCHANGED:
        if row:
            upkeep.will_change(row)
        written.append(shelf.write(row, text))
    LoadedContent.objects.update_or_create(
        kind=shelf.kind, key=key, defaults={"fingerprint": _fingerprint(text)}
    )
    return outcome


def _fingerprint(text: Text) -> str:
    return hashlib.sha256(repr(text).encode()).hexdigest()
