"""Ordered rows that belong to one article."""

from django.db import models

from articles.models.article import Article
from articles.models.source import Source


class Part(models.Model):
    """A row of an article with its place in the order."""

    position = models.PositiveSmallIntegerField(
        "order", default=100, help_text="Lower numbers come first; a new row goes last."
    )

    class Meta:
        abstract = True
        ordering = ["position", "pk"]


class Takeaway(Part):
    """One sentence worth remembering from an article."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="takeaways")
    text = models.CharField(
        max_length=300, help_text="One plain sentence that stands without the article."
    )

    class Meta(Part.Meta):
        constraints = [
            models.UniqueConstraint(
                name="takeaway_is_said_once",
                fields=["article", "text"],
                violation_error_message="This article says that takeaway already.",
            )
        ]

    def __str__(self) -> str:
        return self.text


class AppliesTo(Part):
    """A condition or group of people that an article is about, with any limit in words."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="applies_to")
    label = models.CharField(
        max_length=80, help_text="Such as “Depression, milder” or “Beside other treatment”."
    )

    class Meta(Part.Meta):
        verbose_name_plural = "applies to"
        constraints = [
            models.UniqueConstraint(
                name="applies_to_label_is_used_once",
                fields=["article", "label"],
                violation_error_message="This article has that tag already.",
            )
        ]

    def __str__(self) -> str:
        return self.label


class CitationManager(models.Manager["Citation"]):
    """Citations together with their sources, since one is never shown without the other."""

    def get_queryset(self) -> models.QuerySet["Citation"]:
        return super().get_queryset().select_related("source")


class Citation(Part):
    """A source in an article's list of references, in its order."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="citations")
    # A source that readers were pointed to cannot vanish behind the article's back.
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations")

    objects = CitationManager()

    class Meta(Part.Meta):
        constraints = [
            models.UniqueConstraint(
                name="citation_lists_a_source_once",
                fields=["article", "source"],
                violation_error_message="This article cites that source already.",
            )
        ]

    def __str__(self) -> str:
        return str(self.source)
