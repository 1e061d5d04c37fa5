"""Erase again, from a restored backup, the plans that were erased after it was made."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from planner.erasures import read_list
from planner.models import ErasedPlan, PrivatePlan

BATCH_ROWS = 500


class Command(BaseCommand):
    help = (
        "Erase every plan of the list from a restored backup, before the site serves again. The "
        "list is the file of save_erasures with what the backup itself remembers."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the name of the file; without one the backup's own list is applied."""
        parser.add_argument("file", type=Path, nargs="?")

    def handle(self, *, file: Path | None, **options: object) -> None:
        """Take the list in, erase what is on it and say how many plans that were."""
        try:
            entries = list(read_list(file)) if file else []
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        except ValueError as error:
            raise CommandError(f"{file}: {error}. Nothing was erased.") from error
        ErasedPlan.objects.bulk_create(entries, ignore_conflicts=True, batch_size=BATCH_ROWS)
        listed = list(ErasedPlan.objects.values_list("pk", flat=True))
        erased = sum(
            PrivatePlan.objects.filter(pk__in=listed[start : start + BATCH_ROWS]).wipe()
            for start in range(0, len(listed), BATCH_ROWS)
        )
        self.stdout.write(f"On the list: {len(listed)}. Erased from the backup: {erased}.")
