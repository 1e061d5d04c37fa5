"""What somebody has to read or to check again."""

from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from articles.models import Article, Claim, PublishedQuerySet

SOON = timedelta(days=60)
# A figure may have been corrected or withdrawn since.
CLAIMS_HOLD_FOR = timedelta(days=365)


def reviews_due(today: date) -> PublishedQuerySet:
    """Return what readers see and is to be reviewed soon, or never was; the latest first."""
    return (
        Article.objects.published()
        .filter(Q(next_review_date__lte=today + SOON) | Q(reviewed_date=None))
        .order_by(F("next_review_date").asc(nulls_last=True), "title")
    )


def claims_due(today: date) -> QuerySet[Claim]:
    """Return the rows of the ledger that nobody held against their source for over a year."""
    unchecked = Claim.objects.filter(checked_date__lt=today - CLAIMS_HOLD_FOR)
    return unchecked.select_related("source").order_by("checked_date", "key")
