"""What is refused of an article, told at its field."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError

from articles.models.claim import Claim
from articles.ratings import Rating, unmet

# Pages of the site that stand where articles stand.
TAKEN_ADDRESSES = {"changes", "feed"}


def refuse_taken_address(slug: str) -> None:
    """Refuse an address at which another page would be found."""
    if slug in TAKEN_ADDRESSES:
        problem = f"“{slug}” is a page of the site already. Choose another address."
        raise ValidationError({"slug": ValidationError(problem, code="taken")})


def validate_rating(rating: Rating, claims: Iterable[Claim]) -> None:
    """Refuse to publish a rating that the rows shown in the text do not carry."""
    if gaps := unmet(rating, (claim.finding for claim in claims if claim.effect.can_be_drawn)):
        problem = (
            f"The figures in the text do not carry “{rating.label}”. What is missing: "
            f"{' '.join(gaps)} Show the figures of more sources or choose a lower rating."
        )
        raise ValidationError({"rating": ValidationError(problem, code="rating")})


def validate_has_text(field: str, sections: Iterable[str]) -> None:
    """Refuse to publish a page with nothing to read."""
    if not any(section.strip() for section in sections):
        problem = "Readers would find no text. Write an opening or one of the sections below."
        raise ValidationError({field: ValidationError(problem, code="text")})
