"""Reviews: asked for, offered to an expert by a link, and decided."""

from datetime import datetime

from django.conf import settings
from django.core import signing
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.urls import reverse

from articles.models.article import Article

# Django's signer compares in constant time and accepts the earlier keys of the settings.
SIGNER = signing.Signer(sep=".", salt="articles.review")


class Outcome(models.TextChoices):
    """What a reviewer can say of a text."""

    APPROVE = "approve", "Approve"
    CHANGES = "changes", "Ask for changes"
    DECLINE = "decline", "Decline to review"


class ReviewRequest(models.Model):
    """One call for somebody to read an article; open until a decision closes it."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="review_requests")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="review_request_is_open_once",
                fields=["article"],
                condition=Q(closed_at=None),
                violation_error_message="A review is asked for already.",
            )
        ]

    def __str__(self) -> str:
        return f"Review of {self.article}"


class ReviewLinkQuerySet(models.QuerySet["ReviewLink"]):
    """Links for experts, by their token."""

    def of(self, token: str) -> "ReviewLink | None":
        """Return the link that we signed, or none for a token that we did not make."""
        try:
            key = SIGNER.unsign(token)
        except signing.BadSignature:
            return None
        return self.select_related("article").filter(pk=key).first()


class ReviewLink(models.Model):
    """A way for an expert without an account to decide on one exact text, once and for a time."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="review_links")
    name = models.CharField(max_length=80)
    profession = models.CharField(max_length=76, blank=True)
    fingerprint = models.CharField(max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = ReviewLinkQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Link for {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("articles:review", kwargs={"token": self.token})

    def is_over(self, now: datetime) -> bool:
        """Say whether nobody can decide with it any more."""
        return self.withdrawn_at is not None or self.expires_at <= now

    @property
    def token(self) -> str:
        """The signed part of the address; it is stored nowhere."""
        return SIGNER.sign(self.pk)


class DecisionQuerySet(models.QuerySet["ReviewDecision"]):
    """Decisions, by the text that they are about."""

    def on(self, fingerprint: object) -> "DecisionQuerySet":
        """Keep what was said of one exact text, last word first; to decline says nothing of it."""
        said = self.exclude(outcome=Outcome.DECLINE).filter(fingerprint=fingerprint)
        return said.order_by("-decided_at", "-pk")

    def approval_of(self, article: Article) -> "ReviewDecision | None":
        """Return the approval of the text as it stands, unless a later word took it back."""
        last = self.on(article.fingerprint).first()
        return last if last and last.outcome == Outcome.APPROVE else None


class ReviewDecision(models.Model):
    """What one reviewer said of one exact text; it is written once and never changed."""

    # The record outlives its article and its link; the text that it holds names the article.
    article = models.ForeignKey(Article, models.SET_NULL, null=True, related_name="decisions")
    link = models.OneToOneField(ReviewLink, models.SET_NULL, null=True, related_name="decision")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    decided_at = models.DateTimeField(auto_now_add=True)
    name = models.CharField(max_length=80)
    profession = models.CharField(max_length=76)
    registration = models.CharField(max_length=80, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome)
    comment = models.TextField(blank=True)
    text = models.TextField()
    fingerprint = models.CharField(max_length=64)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="review_decision_is_known", condition=Q(outcome__in=Outcome.values)
            ),
            models.CheckConstraint(
                name="review_decision_has_a_name",
                condition=~Q(name="") & ~Q(profession="") & ~Q(fingerprint=""),
            ),
        ]
        indexes = [models.Index(fields=["fingerprint"], name="decision_on_a_text")]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.reviewer}"

    @property
    def reviewer(self) -> str:
        """The name and profession that readers see."""
        return f"{self.name}, {self.profession}"


def with_reviews(articles: models.QuerySet[Article]) -> models.QuerySet[Article]:
    """Fetch with each article whether a review is open and whether its text is approved."""
    words = ReviewDecision.objects.on(OuterRef("fingerprint"))
    is_open = ReviewRequest.objects.filter(article=OuterRef("pk"), closed_at=None)
    said_yes = When(last_word=Outcome.APPROVE, then=Value(True))
    return articles.annotate(
        is_in_review=Exists(is_open), last_word=Subquery(words.values("outcome")[:1])
    ).annotate(is_approved=Case(said_yes, default=Value(False)))
