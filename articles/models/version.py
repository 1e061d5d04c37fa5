"""Every state that a text of the site was ever in."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef


class VersionQuerySet(models.QuerySet["Version"]):
    """Versions, by what they are versions of."""

    def of(self, kind: str, row_id: int) -> "VersionQuerySet":
        """Keep the versions of one row, newest first, with the people who made them."""
        return self.filter(kind=kind, row_id=row_id).select_related("made_by").order_by("-pk")

    def deleted(self, kind: str) -> "VersionQuerySet":
        """Keep the last version of each row of a kind that is gone and was not brought back."""
        later = self.filter(kind=OuterRef("kind"), row_id=OuterRef("row_id"), pk__gt=OuterRef("pk"))
        last = self.filter(~Exists(later), kind=kind, is_last=True)
        return last.select_related("made_by").order_by("-pk")


class Version(models.Model):
    """One state of a row with all its parts, as the text of its file; never changed afterwards.

    `row_id` is no foreign key: a version outlives its row, so that deleting can be undone.
    """

    kind = models.CharField(max_length=20)
    row_id = models.BigIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    fingerprint = models.CharField(max_length=64)
    is_last = models.BooleanField("the row was deleted after it", default=False)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    # The name stays when the account goes.
    made_by_name = models.CharField(max_length=160, blank=True)
    note = models.CharField(max_length=300, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["kind", "row_id", "-id"], name="version_of_a_row")]

    def __str__(self) -> str:
        return f"{self.title}, {self.made_at:%Y-%m-%d %H:%M}"
