"""For when something is wrong: a switch that pauses plans, and what readers report."""

from datetime import timedelta

from django.db import models
from django.db.models.lookups import IsNull
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from safety import sealing


class PauseQuerySet(models.QuerySet["Pause"]):
    """Pauses of the planner, now and before."""

    def in_force(self) -> "Pause | None":
        """Return the pause that keeps plans closed now."""
        return self.filter(ended_at=None).first()


class Pause(models.Model):
    """A time in which no plan is shown: `reason` is what readers are told, in plain words."""

    reason = models.TextField(
        max_length=500,
        help_text=_("Readers see this. Say what is checked, and what they should do meanwhile."),
    )
    started_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PauseQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                IsNull(models.F("ended_at"), True),
                condition=models.Q(ended_at=None),
                name="pause_one_at_a_time",
                violation_error_message=_("Plans are paused already. End that pause first."),
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at=None) | models.Q(ended_at__gte=models.F("started_at")),
                name="pause_ends_after_its_start",
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="pause_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"Pause of {self.started_at:%d.%m.%Y}"


class Kind(models.TextChoices):
    """What somebody reports; the first three are looked at before everything else."""

    HARM = "harm", _("I was hurt, or felt worse, with or after a session")
    UNSAFE = "unsafe", _("Something in a plan or an exercise looks unsafe")
    HELP = "help", _("A help line did not work")
    WRONG = "wrong", _("Something in an article is wrong or hard to follow")
    PAGE = "page", _("A page does not work for me")
    OTHER = "other", _("Something else")


URGENT = (Kind.HARM, Kind.UNSAFE, Kind.HELP)
# Readers are told how long their report is kept after it was dealt with.
REPORT_DAYS = 365


class ReportQuerySet(models.QuerySet["Report"]):
    """What readers reported."""

    def open(self) -> "ReportQuerySet":
        """Return what nobody has dealt with yet."""
        return self.filter(closed_on=None)

    def urgent(self) -> "ReportQuerySet":
        """Return what may be about somebody's harm."""
        return self.filter(kind__in=URGENT)

    def outdated(self) -> "ReportQuerySet":
        """Return what was dealt with so long ago that it is no longer kept."""
        oldest = timezone.localdate() - timedelta(days=REPORT_DAYS)
        return self.filter(closed_on__lt=oldest)

    def behind(self) -> list["Report"]:
        """Return what rests on an older secret than the newest, or on one that is gone."""
        return [report for report in self if not sealing.is_newest(bytes(report.sealed))]

    def reseal(self) -> int:
        """Seal everything with the newest secret and say how many could not be opened."""
        failed = 0
        for report in self.behind():
            try:
                newer = sealing.reseal(bytes(report.sealed))
            except sealing.Unreadable:
                failed += 1
                continue
            self.model.objects.filter(pk=report.pk).update(sealed=newer)
        return failed


class Report(models.Model):
    """One report: its kind and day in the open, the person's words sealed."""

    kind = models.CharField(max_length=8, choices=Kind.choices, editable=False)
    received_on = models.DateField(default=timezone.localdate, editable=False)
    sealed = models.BinaryField()
    outcome = models.TextField(
        _("what was done"),
        blank=True,
        help_text=_("Writing here closes the report. Name nobody and repeat no health details."),
    )
    closed_on = models.DateField(null=True, blank=True, editable=False, db_index=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=Kind.values), name="report_has_a_known_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(closed_on=None) | ~models.Q(outcome=""),
                name="report_is_closed_with_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return f"Report {self.pk}"

    @property
    def words(self) -> sealing.Words:
        """What the person wrote; raises `sealing.Unreadable` when its secret is gone."""
        return sealing.unseal(bytes(self.sealed))
