"""Keep every state of a text, and bring one back."""

import hashlib

from django.contrib.auth.models import User
from django.db import models, transaction

from articles.models import Article, Claim, Faq, Source, Term, Topic, Version
from articles.shelves import (
    ClaimShelf,
    FaqShelf,
    PageShelf,
    Shelf,
    SourceShelf,
    TermShelf,
    Text,
    TopicShelf,
)

SHELVES: dict[type[models.Model], Shelf] = {
    Article: PageShelf(),
    Faq: FaqShelf(),
    Source: SourceShelf(),
    Claim: ClaimShelf(),
    Term: TermShelf(),
    Topic: TopicShelf(),
}
FOUND = "As it was found"


def subject_of(row: models.Model) -> models.Model:
    """Return the row whose history tells of this one: a question of an article is part of it."""
    return row.article if isinstance(row, Faq) and row.article else row


def text_of(row: models.Model) -> str:
    """Return how a row reads in the database now, with all its parts, as the text of its file."""
    shelf = SHELVES[type(row)]
    return shelf.to_file(shelf.read(type(row)._default_manager.get(pk=row.pk)))


def fingerprint(text: str) -> str:
    """Return what two texts share only when they are the same."""
    return hashlib.sha256(text.encode()).hexdigest()


def value_of(version: Version) -> Text:
    """Read a version back; raises ContentError where this release cannot."""
    return _shelf_named(version.kind).from_file(version.text)


def versions_of(row: models.Model) -> models.QuerySet[Version]:
    """Return the versions of a row, newest first."""
    return Version.objects.of(SHELVES[type(row)].kind, row.pk)


def record(row: models.Model, *, by: User | None, note: str = "", is_last: bool = False) -> None:
    """Keep how a row reads now, unless its newest version says the same and there is no note."""
    text = text_of(row)
    newest = versions_of(row).first()
    if note or newest is None or newest.text != text:
        _keep(row, text, by=by, note=note, is_last=is_last)


def set_aside(row: models.Model, text: str, *, by: User, note: str) -> None:
    """Keep a text that was not saved, behind the one that stands."""
    _keep(row, text, by=by, note=note)
    _keep(row, text_of(row), by=by, note="Left as it was saved")


def _keep(
    row: models.Model, text: str, *, by: User | None, note: str, is_last: bool = False
) -> None:
    Version.objects.create(
        kind=SHELVES[type(row)].kind,
        row_id=row.pk,
        title=str(row)[:200],
        text=text,
        fingerprint=fingerprint(text),
        is_last=is_last,
        made_by=by,
        made_by_name=by.get_full_name() or by.get_username() if by else "",
        note=note,
    )


def catch_up(row: models.Model) -> None:
    """Keep what changed unseen, so that it is not laid at the door of whoever saves next."""
    newest = versions_of(row).first()
    if newest is None or newest.text != text_of(row):
        record(row, by=None, note=FOUND)


@transaction.atomic
def restore(version: Version) -> models.Model:
    """Make a row read as a version does, or bring a deleted row back; the caller records it.

    Raises ContentError or ValidationError where it no longer fits the rest of the site.
    """
    shelf = _shelf_named(version.kind)
    row = shelf.model._default_manager.filter(pk=version.row_id).first()
    # Under its old number, so that feeds, its history and its page know it again.
    return shelf.write(row or shelf.model(pk=version.row_id), value_of(version))


def _shelf_named(kind: str) -> Shelf:
    return next(shelf for shelf in SHELVES.values() if shelf.kind == kind)
