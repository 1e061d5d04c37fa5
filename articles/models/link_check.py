"""What became of links to other sites when they were last tried."""

from django.db import models
from django.db.models import Q

GONE = (404, 410)


class LinkCheckQuerySet(models.QuerySet["LinkCheck"]):
    """Links to other sites, by what came back."""

    def broken(self) -> "LinkCheckQuerySet":
        """Keep the links that lead nowhere."""
        return self.filter(Q(status__in=GONE) | Q(status=None))

    def unsure(self) -> "LinkCheckQuerySet":
        """Keep the links whose site would not answer a program; a person has to look."""
        return self.filter(status__gte=400).exclude(status__in=GONE)


class LinkCheck(models.Model):
    """One address on another site, and what it answered when it was last tried."""

    url = models.CharField("address", max_length=500, unique=True)
    status = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The number that the site answered; none without answer."
    )
    problem = models.CharField(
        max_length=120, blank=True, help_text="Why there was no answer, in a few words."
    )
    checked_at = models.DateTimeField()

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        ordering = ["url"]
        constraints = [
            models.CheckConstraint(
                name="link_check_has_an_answer_or_a_problem",
                condition=Q(status=None) & ~Q(problem="")
                | Q(status__isnull=False, status__range=(100, 999), problem=""),
            )
        ]

    def __str__(self) -> str:
        return self.url
