"""Erase private plans whose time is over, and what is remembered of erased ones."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DEFAULT_DB_ALIAS

from planner.disk import forget_deleted
from planner.models import ErasedPlan, PrivatePlan, PurgeMark

# Small batches, so that a long queue of rows never holds the write lock for long.
BATCH_ROWS = 500


class Command(BaseCommand):
    help = "Erase drafts and plans whose time is over; run it every hour."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--trust-clock",
            action="store_true",
            help="Erase now, though the clock has not run evenly for a day. Look at it first.",
        )

    def handle(self, *, trust_clock: bool, **options: object) -> None:
        """Erase what is over, once the clock that says so can be believed."""
        mark, has_jumped = PurgeMark.now()
        if trust_clock or mark.is_steady:
            self._erase()
        elif has_jumped:
            raise CommandError(
                f"The clock says {mark.last_run_at:%Y-%m-%d %H:%M} UTC, more than two days from "
                "the last run or before it. Nothing is erased until it has run evenly for a day."
            )
        else:
            self.stdout.write(
                f"Nothing is erased yet: the clock must run evenly for a day, and has since "
                f"{mark.steady_since:%Y-%m-%d %H:%M} UTC."
            )
        if not forget_deleted(DEFAULT_DB_ALIAS):
            self.stdout.write(
                "The database was busy: what was deleted leaves its write-ahead log next time."
            )

    def _erase(self) -> None:
        """Erase batch after batch, shorten the list of erased plans and say what went."""
        erased = 0
        while uids := list(PrivatePlan.objects.expired().values_list("pk", flat=True)[:BATCH_ROWS]):
            # Asked again as it deletes: a plan opened in its very last moment has been renewed.
            erased += PrivatePlan.objects.expired().filter(pk__in=uids).wipe()
        forgotten = 0
        while uids := list(ErasedPlan.objects.outdated().values_list("pk", flat=True)[:BATCH_ROWS]):
            forgotten += ErasedPlan.objects.filter(pk__in=uids).delete()[0]
        self.stdout.write(f"Private plans erased: {erased}. Kept: {PrivatePlan.objects.count()}.")
        self.stdout.write(
            f"Erased plans forgotten: {forgotten}. Remembered: {ErasedPlan.objects.count()}."
        )
