"""What follows from every change of content, whoever makes it: the desk, a command or a file."""

from django.contrib.auth.models import User
from django.db import models

from articles.ledger import articles_showing
from articles.models import Article, Claim, Faq, PublishedQuerySet, Source


def changed(row: models.Model, *, by: User | None, note: str = "") -> None:
    """Follow up a row that was just saved with all its parts; `by` is nobody for a command."""
    _articles_that_show(row).touch()


def will_change(row: models.Model) -> None:
    """Follow up a row as it stands, just before a change that may lead it elsewhere."""
    _articles_that_show(row).touch()


def will_be_removed(row: models.Model, *, by: User | None, note: str = "") -> None:
    """Follow up a row that is about to be deleted, while it can still be read."""
    _articles_that_show(row).touch()


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
        case _:
            return Article.objects.none()
