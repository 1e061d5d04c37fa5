"""Articles: the text, its rating, who answers for it and when readers see it."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from articles.models.claim import Claim, ClaimQuerySet
from articles.models.former_address import Addressed
from articles.models.markers import figures_in, refuse_markers, validate_markers
from articles.models.published import PublishedQuerySet
from articles.models.refusals import (
    refuse_taken_address,
    validate_has_text,
    validate_rating,
)
from articles.models.source import Source
from articles.models.states import State
from articles.models.topic import Topic
from articles.promises import validate_article_text, validate_button_label
from articles.ratings import Rating
from articles.rendering import reading_minutes

SECTION_FIELDS = ("body", "how_it_works", "what_the_evidence_says", "clinical_context")
PLAIN_FIELDS = ("title", "summary", "rating_reason")


class CallToAction(models.TextChoices):
    """Pages that the button at the end of an article may lead to, as names of addresses."""

    PLAN = "planner:start", "The start of a plan"
    HELP = "planner:help", "The help lines"
    QUESTIONS = "articles:faq", "Questions and answers"


class Article(Addressed):
    """An evidence article: its text, its rating, who answers for it and when readers see it."""

    title = models.CharField(max_length=160, help_text="A plain title that promises no cure.")
    slug = models.SlugField(
        max_length=160,
        unique=True,
        help_text="The last part of the page's address. It is best never changed later.",
    )
    summary = models.TextField(
        help_text="Two short sentences for lists and search pages: what is asked, what is known."
    )
    topics = models.ManyToManyField(
        Topic, related_name="articles", blank=True, help_text="Pages that list this article."
    )
    body = models.TextField(
        "opening text",
        blank=True,
        help_text="What a hurried reader needs first. Markdown, without raw HTML; pictures by "
        "their key, such as [[image:walking]].",
    )
    how_it_works = models.TextField(
        blank=True, help_text="Possible reasons for the effect, called possible. Markdown."
    )
    what_the_evidence_says = models.TextField(
        blank=True,
        help_text="Who was studied, what changed and how sure that is. Never type an effect size: "
        "write the key of its row, such as [[cunha-2024-anxiety]], and the page shows the figure, "
        "its range and a link. Markdown.",
    )
    clinical_context = models.TextField(
        blank=True, help_text="Where this fits beside other care, and when to ask. Markdown."
    )
    rating = models.CharField(
        "evidence rating",
        max_length=12,
        choices=Rating,
        help_text="How sure we are, not how large the effect is. See “How we rate evidence”.",
    )
    rating_reason = models.TextField(
        blank=True, help_text="Why this rating and not the one above or below it."
    )
    author_line = models.CharField(
        max_length=160,
        default="Written by TTL's AI panel",
        help_text="Who wrote the text, honestly, with any help from software.",
    )
    reviewer_name = models.CharField(
        max_length=160,
        blank=True,
        help_text="The clinician who approved the text, with their profession. It follows from an "
        "approval; until then the page says that no clinician has reviewed it.",
    )
    reviewed_date = models.DateField(
        null=True, blank=True, help_text="The day the reviewer finished reading."
    )
    next_review_date = models.DateField(
        null=True, blank=True, help_text="The day by which it should be read again."
    )
    # Of the exact text: as the reviewer approved it, and as it stands since its last change.
    reviewed_fingerprint = models.CharField(max_length=64, blank=True, editable=False)
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    cta_label = models.CharField(
        "button label",
        max_length=60,
        default="Build my free plan",
        validators=[validate_button_label],
        help_text="What the button at the end says. It never names an illness or a medicine.",
    )
    cta_target = models.CharField(
        "button leads to", max_length=40, choices=CallToAction, default=CallToAction.PLAN
    )
    published_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text="Empty is a draft, a time to come is scheduled, a time past is live.",
    )
    archived_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was put away, unpublished, to be kept."
    )
    updated_at = models.DateTimeField(auto_now=True)
    sources = models.ManyToManyField(Source, through="Citation", related_name="articles")

    # What only the rows of reviews know; with_reviews() fetches it.
    is_in_review = is_approved = False

    objects = PublishedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="article_review_is_complete_or_absent",
                condition=Q(reviewer_name="", reviewed_date=None, next_review_date=None)
                | Q(
                    ~Q(reviewer_name=""),
                    reviewed_date__isnull=False,
                    next_review_date__isnull=False,
                    next_review_date__gt=models.F("reviewed_date"),
                ),
                violation_error_message="A review needs the reviewer's name, its date and a later "
                "date for the next one. Fill in all three or none.",
            ),
            models.CheckConstraint(
                name="article_archived_is_not_published",
                condition=Q(archived_at=None) | Q(published_at=None),
                violation_error_message="An archived article is never published.",
            ),
            models.CheckConstraint(
                name="article_rating_is_known",
                condition=Q(rating__in=Rating.values),
                violation_error_message="Choose one of the ratings.",
            ),
            models.CheckConstraint(
                name="article_button_leads_to_a_known_page",
                condition=Q(cta_target__in=CallToAction.values),
                violation_error_message="Choose one of the pages.",
            ),
        ]
        indexes = [
            models.Index(fields=["published_at"], name="article_published_at"),
            models.Index(fields=["updated_at"], name="article_updated_at"),
        ]
        permissions = [
            ("publish_article", "Can publish, schedule, take back and archive articles"),
            ("approve_article", "Can approve articles as a clinician"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:detail", args=[self.slug])

    def clean(self) -> None:
        """Refuse words that are never right, and for readers a page without text or evidence."""
        super().clean()
        refuse_taken_address(self.slug)
        claims = list(self.claims())
        self.validate_words(claims)
        self.validate_claims(claims)
        if self.published_at:
            validate_has_text("body", self.sections())

    def validate_words(self, claims: Sequence[Claim]) -> None:
        """Refuse advice to give up a medicine, and markers that show nothing."""
        for field in ("title", "summary", *SECTION_FIELDS):
            validate_article_text(field, getattr(self, field))
        self._validate_markers(claims)

    def validate_claims(self, claims: Sequence[Claim]) -> None:
        """Refuse unknown figures, and for readers a rating beyond the rows that the text shows."""
        self._validate_markers(claims)
        # An unknown one is refused as a choice; Django asks us all the same.
        if self.published_at and self.rating in Rating.values:
            validate_rating(Rating(self.rating), claims)

    def _validate_markers(self, claims: Sequence[Claim]) -> None:
        figures = figures_in(*self.sections(), claims=claims)
        for field in SECTION_FIELDS:
            validate_markers(field, getattr(self, field), figures)
        for field in PLAIN_FIELDS:
            refuse_markers(field, getattr(self, field))

    def claims(self) -> ClaimQuerySet:
        """Return the rows of the ledger that the text shows."""
        return Claim.objects.cited_in(*self.sections())

    def sections(self) -> list[str]:
        """Return the long texts, in the order in which they are read."""
        return [getattr(self, field) for field in SECTION_FIELDS]

    def state(self, now: datetime) -> State:
        """Say where this article stands at a moment, as far as it was fetched with its reviews."""
        if self.archived_at:
            return State.ARCHIVED
        if self.published_at:
            return State.SCHEDULED if self.published_at > now else State.PUBLISHED
        if self.is_approved:
            return State.APPROVED
        return State.REVIEW if self.is_in_review else State.DRAFT

    @property
    def changed_since_review(self) -> bool:
        """Whether the text is another than the one that the reviewer approved."""
        return bool(self.reviewed_date) and self.reviewed_fingerprint != self.fingerprint

    @property
    def changed_at(self) -> datetime:
        """Return when readers could first see what a published article shows now."""
        return max(self.published_at, self.updated_at)

    @property
    def author(self) -> str:
        """Return the author line as a name."""
        return self.author_line.removeprefix("Written by ")

    @property
    def reading_minutes(self) -> int:
        return reading_minutes(" ".join(self.sections()))

    @property
    def cta_url(self) -> str:
        return reverse(self.cta_target)

    @property
    def leads_to_plan(self) -> bool:
        return self.cta_target == CallToAction.PLAN
