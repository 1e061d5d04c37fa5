"""What is looked at before readers see an article, each with its answer in words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import Model

from articles.models import Article, Claim, Rating, ReviewDecision, Source
from articles.models.refusals import validate_has_text, validate_rating

FEWEST_QUESTIONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing to look at: the part of the form it is about, and what is missing, if anything."""

    field: str
    words: str
    missing: str
    stops: bool

    @property
    def is_met(self) -> bool:
        return not self.missing


def checks(article: Article) -> list[Check]:
    """Look at a saved article; the first few must be met, the others are for a person to judge."""
    claims, sections = list(article.claims()), article.sections()
    cited = [citation.source for citation in article.citations.all()]
    takeaways, questions = article.takeaways.count(), article.faqs.count()
    is_approved = ReviewDecision.objects.approval_of(article)
    return [
        _must(
            "title", "Words and figures that may be shown", lambda: article.validate_words(claims)
        ),
        _must("body", "A text to read", lambda: validate_has_text("body", sections)),
        _must(
            "rating",
            "Figures that carry the rating",
            lambda: validate_rating(Rating(article.rating), claims),
        ),
        _must(
            "citations",
            "References for every figure",
            lambda: validate_sources(cited, claims),
        ),
        _should("takeaways", "Key takeaways", "It has none yet." if not takeaways else ""),
        _should(
            "faqs",
            "Questions that people ask",
            _too_few(questions) if questions < FEWEST_QUESTIONS else "",
        ),
        _should(
            "review",
            "A clinician's approval of this very text",
            "" if is_approved else "Without it the page says so.",
        ),
    ]


def validate_for_readers(row: Model) -> None:
    """Refuse a saved article that readers see, or soon will, if a check that must be met fails."""
    if not isinstance(row, Article) or row.published_at is None:
        return
    if missing := [check.missing for check in checks(row) if check.stops and check.missing]:
        raise ValidationError(missing, code="checks")


def validate_sources(cited: Iterable[Source], claims: Iterable[Claim]) -> None:
    """Refuse to publish without references, or without the source of a figure that is shown."""
    cited = set(cited)
    if not cited:
        raise ValidationError("Add at least one source before you publish.", code="sources")
    if left_out := {claim.source for claim in claims} - cited:
        labels = ", ".join(sorted(source.label for source in left_out))
        raise ValidationError(
            f"The text shows figures of {labels}. Add that source here before you publish.",
            code="sources",
        )


def _must(field: str, words: str, validate: Callable[[], None]) -> Check:
    try:
        validate()
    except ValidationError as refusal:
        missing = " ".join(refusal.messages)
        where = next(iter(refusal.error_dict), field) if hasattr(refusal, "error_dict") else field
        return Check(field=where, words=words, missing=missing, stops=True)
    return Check(field=field, words=words, missing="", stops=True)


def _should(field: str, words: str, missing: str) -> Check:
    return Check(field=field, words=words, missing=missing, stops=False)


def _too_few(questions: int) -> str:
    return f"It has {questions} of the {FEWEST_QUESTIONS} or more that readers get elsewhere."
