"""Rows of the ledger as tables for readers."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.effects import Certainty, studied
from articles.models import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Words and numbers in rows; the first cell of each row is its heading."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def by_source(claims: Iterable[Claim]) -> Table:
    """Lay out rows of many sources on one outcome; needs the sources at hand."""
    return _table(_("Source"), {claim: claim.source.label for claim in claims})


def by_outcome(claims: Iterable[Claim]) -> Table:
    """Lay out the rows of one source."""
    return _table(_("What was measured"), {claim: claim.outcome for claim in claims})


def _table(heading: str, claims: dict[Claim, str]) -> Table:
    head = (heading, _("Who was studied"), _("Figure, as printed"), _("What stands behind it"))
    return Table(
        head=head,
        rows=tuple((label, *_cells(claim)) for claim, label in claims.items()),
    )


def _cells(claim: Claim) -> tuple[str, str, str]:
    who = [claim.population, claim.comparison]
    figure = f"{claim.effect.printed()}. {claim.effect.measure.label}"
    return ". ".join(filter(None, who)), figure, _behind(claim)


def _behind(claim: Claim) -> str:
    """Say how much stands behind a figure, as far as it was seen."""
    not_seen = _("not seen")
    # Django's own way to the label goes through those of all choices.
    grade = Certainty(claim.certainty).label if claim.certainty else not_seen
    spread = not_seen if claim.i_squared is None else f"{claim.i_squared.normalize():f}%"
    parts = (
        studied(claim.trials, claim.participants) or _("Trials and people not seen"),
        _("I² %(spread)s") % {"spread": spread},
        _("Authors' grade: %(grade)s") % {"grade": grade},
        claim.note.removesuffix("."),
    )
    return "".join(f"{part}. " for part in parts if part).strip()
