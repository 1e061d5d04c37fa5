"""What follows from every change of content, whoever makes it: the desk, a command or a file."""

from django.contrib.auth.models import User
from django.db import models

from articles import exact, history, notices, reviewing
from articles.models import Faq
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
    index.refresh(row)
    subject = history.subject_of(row)
    before = notices.value_before(subject)
    pages = list(exact.showing(row))
    for page in pages:
        reviewing.follow(page, by=by)
    told = notices.follow(subject, before, pages, answer or notices.unasked(note), by)
    for page in told:
        # What they say of their review may have changed with it.
        if page and page != subject:
            history.record(page, by=by)
    history.record(subject, by=by, note=note)
    exact.showing(row).touch()


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
