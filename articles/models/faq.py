"""Questions and answers, on an article, on the site's page, or on both."""

from collections.abc import Sequence

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.claim import Claim
from articles.models.markers import figures_in, validate_markers
from articles.promises import validate_article_text


class Section(models.TextChoices):
    """Headings of the site's page of questions, in the order they stand there."""

    START = "start", _("Getting started")
    EVIDENCE = "evidence", _("What the research says")
    SAFETY = "safety", _("Safety and medicines")
    PLAN = "plan", _("Your plan and your privacy")


class FaqQuerySet(models.QuerySet["Faq"]):
    """Questions, by where they are shown."""

    def on_site_page(self) -> "FaqQuerySet":
        """Keep the questions of the site's page; one on an unpublished article waits for it."""
        return self.shown().filter(on_site_page=True)

    def shown(self) -> "FaqQuerySet":
        """Keep the questions that some page shows: the site's, or that of a published article."""
        return self.filter(Q(article=None) | Article.objects.published().has("article"))

    def by_section(self) -> list[tuple[Section, list["Faq"]]]:
        """Put the questions under their headings, without the headings that have none."""
        faqs = list(self)
        groups = ((section, [faq for faq in faqs if faq.section == section]) for section in Section)
        return [(section, under_it) for section, under_it in groups if under_it]


class Faq(models.Model):
    """A question that people ask, and its answer."""

    question = models.CharField(max_length=200, help_text="As a visitor would ask it.")
    slug = models.SlugField(
        max_length=80, unique=True, help_text="Links to this question end with it, after a #."
    )
    answer = models.TextField(
        help_text="The answer first, then the reason. Markdown; figures by their key."
    )
    section = models.CharField(
        max_length=12,
        choices=Section,
        default=Section.START,
        help_text="The heading it stands under on the site's page of questions.",
    )
    position = models.PositiveSmallIntegerField(
        "order", default=100, help_text="Lower numbers come first; a new row goes last."
    )
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="faqs",
        help_text="The article that shows it, if any.",
    )
    on_site_page = models.BooleanField(
        "on the site's page of questions",
        default=False,
        help_text="Show it on the page of questions too.",
    )

    objects = FaqQuerySet.as_manager()

    class Meta:
        verbose_name = "question"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="faq_is_shown_somewhere",
                condition=Q(article__isnull=False) | Q(on_site_page=True),
                violation_error_message="Choose an article, the page of questions, or both.",
            ),
            models.CheckConstraint(
                name="faq_section_is_known",
                condition=Q(section__in=Section.values),
                violation_error_message="Choose one of the headings.",
            ),
        ]
        indexes = [
            models.Index(
                name="faq_on_site_page", fields=["position"], condition=Q(on_site_page=True)
            ),
            models.Index(name="faq_at_the_desk", fields=["section", "position", "-id"]),
        ]

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        """Return where it is unfolded: on its article, or else on the site's page of questions."""
        page = self.article.get_absolute_url() if self.article else reverse("articles:faq")
        return f"{page}#{self.slug}"

    def clean(self) -> None:
        """Refuse advice to give up a medicine, and unknown markers."""
        super().clean()
        validate_article_text("answer", self.answer)
        self.validate_claims(list(Claim.objects.cited_in(self.answer)))

    def validate_claims(self, claims: Sequence[Claim]) -> None:
        """Refuse figures that no row of the ledger gives."""
        validate_markers("answer", self.answer, figures_in(self.answer, claims=claims))
