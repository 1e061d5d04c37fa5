"""What follows from every change of content, whoever makes it: the desk, a command or a file."""

from django.contrib.auth.models import User
from django.db import models

from articles import history
from articles.ledger import articles_showing
from articles.models import Article, Claim, Faq, Image, PublishedQuerySet, Source
from articles.picture_blocks import IMAGE
from articles.search import index


def will_change(row: models.Model) -> None:
    """Prepare for a change of a row, while it still stands as it was in the database."""
    stands = type(row)._default_manager.get(pk=row.pk)
    history.catch_up(history.subject_of(stands))
    _articles_that_show(stands).touch()


def changed(row: models.Model, *, by: User | None, note: str = "") -> None:
    """Follow up a row that was just saved with all its parts; `by` is nobody for a command."""
    index.refresh(row)
    history.record(history.subject_of(row), by=by, note=note)
    _articles_that_show(row).touch()


def will_be_removed(row: models.Model, *, by: User | None, note: str = "Deleted") -> None:
    """Follow up a row that is about to be deleted, while it can still be read."""
    subject = history.subject_of(row)
    history.catch_up(subject)
    if subject == row:
        history.record(row, by=by, note=note, is_last=True)
    _articles_that_show(row).touch()


def was_removed(row: models.Model, *, by: User | None) -> None:
    """Follow up a row that is gone: the article that showed a question reads otherwise now."""
    if isinstance(row, Faq) and row.article:
        changed(row.article, by=by)


def _articles_that_show(row: models.Model) -> PublishedQuerySet:
    match row:
        case Article():
            return Article.objects.filter(pk=row.pk)
        case Faq():
            return Article.objects.filter(faqs=row)
        case Source():
            return Article.objects.filter(citations__source=row)
        case Claim():
            return articles_showing(row.key)
        case Image():
            return articles_showing(f"{IMAGE}{row.key}")
        case _:
            return Article.objects.none()
