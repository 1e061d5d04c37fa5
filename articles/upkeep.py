"""What follows from every change of content, whoever makes it: the desk, a command or a file."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import models

from articles import exact, history, notices, reviewing
from articles.models import Article, Faq
from articles.search import index


def will_change(row: models.Model) -> None:
    """Prepare for a change of a row, while it still stands as it was in the database."""
    stands = type(row)._default_manager.get(pk=row.pk)
    history.catch_up(history.subject_of(stands))
    exact.showing(stands).touch()


def changed(
    row: models.Model, *, by: User | None, note: str = "", answer: notices.Answer | None = None
) -> None:
    """Follow up a row that was just saved with all its parts; `by` is nobody for a command.

    With an answer, even an empty one, raises AnswerNeeded where readers must be told more.
    """
    all_changed([row], by=by, note=note, answer=answer)


def all_changed(
    rows: Iterable[models.Model],
    *,
    by: User | None,
    note: str = "",
    answer: notices.Answer | None = None,
) -> None:
    """Follow up several rows, and each page that shows them once."""
    rows = list(rows)
    index.refresh(*rows)
    before = {row: notices.value_before(history.subject_of(row)) for row in rows}
    shown_on = {row: set(exact.showing(row).values_list("pk", flat=True)) for row in rows}
    pages = Article.objects.in_bulk({pk for found in shown_on.values() for pk in found})
    for page in pages.values():
        reviewing.follow(page, by=by)
    for row in rows:
        subject = history.subject_of(row)
        shown = [pages[pk] for pk in shown_on[row]]
        told = notices.follow(subject, before[row], shown, answer or notices.unasked(note), by)
        for page in told:
            # What they say of their review may have changed with it.
            if page and page != subject:
                history.record(page, by=by)
        history.record(subject, by=by, note=note)
    Article.objects.filter(pk__in=pages).touch()


def will_be_removed(row: models.Model, *, by: User | None, note: str = "Deleted") -> None:
    """Follow up a row that is about to be deleted, while it can still be read."""
    subject = history.subject_of(row)
    history.catch_up(subject)
    if subject == row:
        history.record(row, by=by, note=note, is_last=True)
    exact.showing(row).touch()


def was_removed(row: models.Model, *, by: User | None) -> None:
    """Follow up a row that is gone: the article that showed a question reads otherwise now."""
    if isinstance(row, Faq) and row.article:
        changed(row.article, by=by)
