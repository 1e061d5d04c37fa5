"""Changes of dose, safety or medicines that readers are told of."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.article import Article


class NoticeQuerySet(models.QuerySet["ChangeNotice"]):
    """Notices, by who is told."""

    def for_readers(self) -> "NoticeQuerySet":
        """Keep changes of pages that visitors could read then and can read now, newest first."""
        can_be_read = Q(article=None) | Article.objects.published().has("article")
        told = self.filter(can_be_read, was_public=True).select_related("article")
        return told.order_by("-made_at", "-pk")


class ChangeNotice(models.Model):
    """What changed on a page, why, and which clinician saw the change, if one did."""

    # Empty for a question that stands only on the site's page of questions.
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="notices")
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    about = models.CharField(max_length=80)
    summary = models.TextField()
    reason = models.TextField(blank=True)
    reviewer = models.CharField(max_length=160, blank=True)
    was_public = models.BooleanField()

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="change_notice_says_what_and_why",
                condition=~Q(summary="") & (~Q(reason="") | ~Q(reviewer="")),
            )
        ]
        indexes = [models.Index(fields=["-made_at"], name="change_notice_newest")]

    def __str__(self) -> str:
        return self.summary
