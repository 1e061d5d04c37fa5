"""What the content is called as it stands, so that a page made of other content can be told."""

from django.db import models
from django.db.models import Subquery

from articles.models import Article


class EditionQuerySet(models.QuerySet["Edition"]):
    """The one row."""

    def now(self) -> str:
        """Name the content and what of it is public by now; empty where nobody gave it a name.

        The newest public article stands for the schedule: it is another when the next one is due.
        """
        newest = Article.objects.published().order_by("-published_at").values("published_at")[:1]
        found = self.values_list("token", Subquery(newest)).first()
        return " ".join(map(str, found)) if found else ""


class Edition(models.Model):
    """The name of the content as it stands; triggers of the database change it with each row."""

    token = models.CharField(max_length=32)

    objects = EditionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="edition_is_one_row"),
        ]

    def __str__(self) -> str:
        return self.token
