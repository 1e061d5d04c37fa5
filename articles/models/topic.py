"""Subjects that articles belong to."""

from django.db import models
from django.urls import reverse

from articles.models.former_address import Addressed, FormerlyAtQuerySet


class Topic(Addressed):
    """A subject that gathers articles on one page."""

    name = models.CharField(
        max_length=80,
        unique=True,
        help_text="The subject in two or three words, as a reader would say it.",
    )
    slug = models.SlugField(
        max_length=80,
        unique=True,
        help_text="The last part of the page's address. It is best never changed later.",
    )
    summary = models.TextField(
        blank=True, help_text="One or two plain sentences shown at the top of the topic's page."
    )

    objects = FormerlyAtQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:topic", args=[self.slug])
