"""Addresses that pages had before, so that old links still lead to them."""

from django.db import models, transaction
from django.db.models import Q


class FormerAddress(models.Model):
    """The last part of an address that an article or a topic had and has no longer.

    It belongs to the row, not to a newer address, so it leads to the latest one in a single step.
    """

    slug = models.SlugField(max_length=160)
    article = models.ForeignKey(
        "articles.Article", models.CASCADE, null=True, related_name="former_addresses"
    )
    topic = models.ForeignKey(
        "articles.Topic", models.CASCADE, null=True, related_name="former_addresses"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="former_address_is_of_one_page",
                condition=Q(article=None, topic__isnull=False)
                | Q(article__isnull=False, topic=None),
            ),
            models.UniqueConstraint(
                name="former_address_of_an_article_is_kept_once", fields=["slug", "article"]
            ),
            models.UniqueConstraint(
                name="former_address_of_a_topic_is_kept_once", fields=["slug", "topic"]
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class FormerlyAtQuerySet(models.QuerySet):
    """Rows that can be found by an address they had before."""

    def formerly_at(self, slug: str) -> models.Model | None:
        """Return the row that had this address last, if any of these ever had it."""
        return self.filter(former_addresses__slug=slug).order_by("-former_addresses").first()


class Addressed(models.Model):
    """A row with a page that keeps answering at the addresses it had before."""

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        """Save, and remember the address that this very save takes away."""
        with transaction.atomic():
            before = self._saved_slug()
            super().save(*args, **kwargs)
            if before and before != (now := self._saved_slug()):
                self.former_addresses.filter(slug__in=[before, now]).delete()
                self.former_addresses.create(slug=before)

    def _saved_slug(self) -> str | None:
        rows = type(self)._default_manager.filter(pk=self.pk)
        return rows.values_list("slug", flat=True).first()
