"""The command that brings in content from files."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.bundles import bring_in
from articles.content.files import ContentError


class Command(BaseCommand):
    help = "Bring in a folder that export_content wrote. What differs here stays as it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="Replace what differs here; its state before stays in its history.",
        )

    def handle(self, *, folder: Path, overwrite: bool, **_options: object) -> None:
        if not folder.is_dir():
            raise CommandError(f"There is no folder {folder}.")
        try:
            brought = bring_in(folder, by=None, overwrite=overwrite, publish=True)
        except ContentError as error:
            raise CommandError(f"Nothing was brought in. {error}") from error
        for row in brought:
            self.stdout.write(f"{row.kind} {row.key}: {row.outcome}")
