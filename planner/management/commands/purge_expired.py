"""Erase private plans whose time is over."""

from django.core.management.base import BaseCommand

from planner.models import PrivatePlan

# Small batches, so that a long queue of rows never holds the write lock for long.
BATCH_ROWS = 500


class Command(BaseCommand):
    help = "Erase drafts and plans whose time is over; run it every hour."

    def handle(self, **options: object) -> None:
        """Delete batch after batch and say how many plans went."""
        erased = 0
        while uids := list(PrivatePlan.objects.expired().values_list("pk", flat=True)[:BATCH_ROWS]):
            # Asked again as it deletes: a plan opened in its very last moment has been renewed.
            erased += PrivatePlan.objects.expired().filter(pk__in=uids).delete()[0]
        self.stdout.write(f"Private plans erased: {erased}. Kept: {PrivatePlan.objects.count()}.")
