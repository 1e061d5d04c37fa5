"""Keeps true what an article's row says of its review, after every change of its text."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from articles import exact, history
from articles.models import Article, ReviewDecision

HOLDS = timedelta(days=365)
COLUMNS = (
    *("reviewer_name", "reviewed_date", "next_review_date", "reviewed_fingerprint"),
    *("fingerprint", "edited_by"),
)


def follow(article: Article, *, by: User | None) -> None:
    """Note how the text stands now and who changed it last, and credit whoever approved it."""
    fingerprint = history.fingerprint(exact.exact_text(article))
    if fingerprint != article.fingerprint:
        article.fingerprint, article.edited_by = fingerprint, by
    approval = ReviewDecision.objects.approval_of(article)
    if approval and article.published_at:
        credit(article, approval)
    elif article.reviewer_name and not history.versions_of(article).exists():
        # A review that a new text brought along, in a file, was of that text.
        article.reviewed_fingerprint = fingerprint
    elif not article.reviewer_name:
        article.reviewed_fingerprint = ""
    keep(article)


def credit(article: Article, approval: ReviewDecision) -> None:
    """Name the clinician who approved the text as it stands."""
    day = timezone.localdate(approval.decided_at)
    article.reviewer_name = approval.reviewer
    article.reviewed_date, article.next_review_date = day, day + HOLDS
    article.reviewed_fingerprint = approval.fingerprint


def discredit(article: Article) -> None:
    """Say that no clinician has reviewed the text as it stands."""
    article.reviewer_name = article.reviewed_fingerprint = ""
    article.reviewed_date = article.next_review_date = None


def keep(article: Article) -> None:
    """Store what this module decides, without a word on when the article was edited."""
    columns = {name: getattr(article, name) for name in COLUMNS}
    Article.objects.filter(pk=article.pk).update(**columns)
