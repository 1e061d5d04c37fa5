"""Erase private plans whose time is over, and what is remembered of erased ones."""

from django.core.management.base import BaseCommand
from django.db import DEFAULT_DB_ALIAS

from planner.disk import forget_deleted
from planner.models import ErasedPlan, PrivatePlan

# Small batches, so that a long queue of rows never holds the write lock for long.
BATCH_ROWS = 500


class Command(BaseCommand):
    help = "Erase drafts and plans whose time is over; run it every hour."

    def handle(self, **options: object) -> None:
        """Erase batch after batch, shorten the list of erased plans and say what went."""
        erased = 0
        while uids := list(PrivatePlan.objects.expired().values_list("pk", flat=True)[:BATCH_ROWS]):
            # Asked again as it deletes: a plan opened in its very last moment has been renewed.
            erased += PrivatePlan.objects.expired().filter(pk__in=uids).wipe()
        forgotten, _each = ErasedPlan.objects.outdated().delete()
        self.stdout.write(f"Private plans erased: {erased}. Kept: {PrivatePlan.objects.count()}.")
        self.stdout.write(
            f"Erased plans forgotten: {forgotten}. Remembered: {ErasedPlan.objects.count()}."
        )
        if not forget_deleted(DEFAULT_DB_ALIAS):
            self.stdout.write(
                "The database was busy: what was deleted leaves its write-ahead log next time."
            )
