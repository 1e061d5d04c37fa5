"""Write the list of erased plans into a file, to be kept where the backups are."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from planner.erasures import write_list
from planner.models import ErasedPlan


class Command(BaseCommand):
    help = "Write the list of erased plans into a file; run it every hour, after purge_expired."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the name of the file."""
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options: object) -> None:
        """Replace the file as a whole and say how many entries it has."""
        erased = list(ErasedPlan.objects.order_by("pk"))
        try:
            write_list(file, erased)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        self.stdout.write(f"Erased plans on the list: {len(erased)}.")
