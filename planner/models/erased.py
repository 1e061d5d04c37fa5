"""Which plans were erased, so that no restored backup brings one back."""

from datetime import timedelta
from math import ceil

from django.db import models
from django.utils import timezone

from planner import vault
from planner.models.weeks import week_of

# Visitors are told that an erased plan is gone from every backup after this time.
BACKUP_DAYS = 35
DAYS_A_WEEK = 7


class ErasedPlanQuerySet(models.QuerySet["ErasedPlan"]):
    """The list of erased plans; it holds nobody's answers and no link."""

    def outdated(self) -> "ErasedPlanQuerySet":
        """Return the entries that no backup needs any more."""
        oldest = timezone.now() - timedelta(weeks=ErasedPlan.life_weeks())
        return self.filter(erased_week__lte=oldest.date())

    def has(self, token: str) -> bool:
        """Say whether the plan of this token was erased in the last weeks."""
        return self.filter(lookup=vault.lookup(token)).exists()


class ErasedPlan(models.Model):
    """A plan that is gone: its number, the hash of its link and the week, and nothing else."""

    uid = models.UUIDField(primary_key=True, editable=False)
    lookup = models.BinaryField(unique=True)
    erased_week = models.DateField(db_index=True)

    objects = ErasedPlanQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Erased plan {self.uid}"

    @staticmethod
    def life_weeks() -> int:
        """Say how many weeks an entry stays: as long as a backup may still hold the plan.

        One more than the backups, since a plan may have been erased on the last day of its week.
        """
        return ceil(BACKUP_DAYS / DAYS_A_WEEK) + 1

    @classmethod
    def now(cls, uid: object, lookup: bytes) -> "ErasedPlan":
        """Make the entry of a plan that is being erased."""
        return cls(uid=uid, lookup=bytes(lookup), erased_week=week_of(timezone.now()))
