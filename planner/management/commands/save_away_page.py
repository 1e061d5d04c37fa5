"""Write the page that the proxy shows when no process of TTL answers."""

import shutil
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management.base import BaseCommand, CommandError
from django.template.loader import render_to_string
from django.utils import translation

from planner.presenters.help import every_country, help_for

STYLE = "css/ttl.css"


class Command(BaseCommand):
    help = "Write the page with help lines that needs no running TTL, and its style, into a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the name of the folder."""
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder: Path, **options: object) -> None:
        """Write the files where the proxy finds them under the addresses that they have."""
        style = folder / "static" / STYLE
        try:
            style.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(finders.find(STYLE), style)
            for language, _name in settings.LANGUAGES:
                _write(folder, language)
        except OSError as error:
            raise CommandError(f"{folder}: {error.strerror}") from error
        self.stdout.write(f"Written: {folder / 'away.html'}, and one for each other language.")


def _write(folder: Path, language: str) -> None:
    place = folder if language == settings.LANGUAGE_CODE else folder / language
    place.mkdir(exist_ok=True)
    with translation.override(language):
        tag = translation.to_locale(language).replace("_", "-")
        context = {"tag": tag, "countries": every_country(), "elsewhere": help_for(None)}
        (place / "away.html").write_text(render_to_string("planner/away.html", context))
