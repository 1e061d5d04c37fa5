"""What follows from every change of content, whoever makes it: the desk, a command or a file."""

from django.contrib.auth.models import User
from django.db import models

from articles.search import index


def changed(row: models.Model, *, by: User | None, note: str = "") -> None:
    """Follow up a row that was just saved with all its parts; `by` is nobody for a command."""
    index.refresh(row)


def will_be_removed(row: models.Model, *, by: User | None, note: str = "") -> None:
    """Follow up a row that is about to be deleted, while it can still be read."""
