"""When the purge last ran: what it erases is gone for good, and a clock can be wrong."""

from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone

ONLY_ROW = 1
# Two machines are never quite together; a timer that runs once a day may miss one day.
SETBACK, LONGEST_GAP = timedelta(minutes=5), timedelta(hours=48)
# How long the clock must have run evenly: a day, less what a timer is late by.
STEADY = timedelta(hours=23)


class PurgeMark(models.Model):
    """The only row says since when the clock has moved no further between two runs than it may."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY_ROW)
    last_run_at = models.DateTimeField()
    steady_since = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(name="purge_has_one_mark", condition=models.Q(id=ONLY_ROW)),
            models.CheckConstraint(
                name="purge_mark_steady_before_last_run",
                condition=models.Q(steady_since__lte=models.F("last_run_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"Purge of {self.last_run_at:%Y-%m-%d %H:%M}"

    @property
    def is_steady(self) -> bool:
        """Say whether this clock has agreed with itself for a day."""
        return self.last_run_at - self.steady_since >= STEADY

    @classmethod
    def now(cls) -> tuple["PurgeMark", bool]:
        """Note a run, and say whether the clock has jumped since the one before."""
        now = timezone.now()
        with transaction.atomic():
            first = {"last_run_at": now, "steady_since": now}
            mark, _is_new = cls.objects.select_for_update().get_or_create(
                id=ONLY_ROW, defaults=first
            )
            has_jumped = not -SETBACK <= now - mark.last_run_at <= LONGEST_GAP
            if has_jumped:
                mark.steady_since = now
            mark.last_run_at = max(now, mark.steady_since)
            mark.save()
        return mark, has_jumped
