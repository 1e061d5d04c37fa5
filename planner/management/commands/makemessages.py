"""Collect texts for translation, those of the engine's tables too, which nothing marks."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.core.management.base import CommandParser
from django.core.management.commands import makemessages

from planner.texts import FixedText, every_text

# Stands beside planner's code only while texts are collected.
LISTED = "every_text_listed.py"


class Command(makemessages.Command):
    def add_arguments(self, parser: CommandParser) -> None:
        """Take Django's options; a text is one line and names its file, so that changes are few."""
        super().add_arguments(parser)
        parser.set_defaults(no_wrap=True, add_location="file")

    def handle(self, *args: object, **options: object) -> None:
        """Collect what is marked, and what stands in the tables."""
        with _listed(Path(apps.get_app_config("planner").path) / LISTED):
            super().handle(*args, **options)


@contextmanager
def _listed(module: Path) -> Iterator[None]:
    module.write_text(as_python(every_text()), encoding="utf-8")
    try:
        yield
    finally:
        module.unlink()


def as_python(texts: Iterable[FixedText]) -> str:
    """Write a module that marks each text, with a word to the translator above it."""
    lines = ["from django.utils.translation import gettext_noop\n"]
    for each in texts:
        lines += [f"# Translators: {each.kind}", f"gettext_noop({each.text!r})\n"]
    return "\n".join(lines)
