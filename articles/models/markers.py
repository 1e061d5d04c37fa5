"""What the markers of a text become, and which markers are refused."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError

from articles.models.claim import Claim
from articles.models.image import Image
from articles.picture_blocks import IMAGE
from articles.rendering import Figures, markers, stray_pictures


def figures_in(*texts: str, claims: Iterable[Claim] | None = None) -> Figures:
    """Return the figures and pictures that texts show; claims at hand are not fetched again."""
    if claims is None:
        claims = Claim.objects.cited_in(*texts)
    figures = {claim.key: claim.figure for claim in claims}
    return figures | Image.objects.shown_in(*texts).figures()


def validate_markers(field: str, text: str, figures: Figures) -> None:
    """Refuse a marker that names no row, a form that its row has not, or a picture in a line."""
    for key, form in markers(text):
        if problem := _problem(key, form, figures):
            typed = f"{key}:{form}" if form else key
            problem = f"“[[{typed}]]” {problem}."
            raise ValidationError({field: ValidationError(problem, code="marker")})
    for typed in stray_pictures(text):
        problem = f"“{typed}” needs a line of its own, with nothing before or after it."
        raise ValidationError({field: ValidationError(problem, code="marker")})


def refuse_markers(field: str, text: str) -> None:
    """Refuse a marker where the text is shown as typed."""
    if markers(text):
        problem = "Markers such as [[key]] work only in the long texts. Say it here in words."
        raise ValidationError({field: ValidationError(problem, code="marker")})


def _problem(key: str, form: str, figures: Figures) -> str:
    if key.startswith(IMAGE):
        known = key in figures
        return "" if known else "names no picture. Look the key up under Images, or add the picture"
    if key not in figures:
        return "names no row of the ledger. Look the key up under Claims, or add the row"
    if form in figures[key].forms:
        return ""
    known = ", ".join(f"[[{key}:{name}]]" for name in figures[key].forms if name)
    return f"has a form that this row does not have. Write [[{key}]] or {known}"
