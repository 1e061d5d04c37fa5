"""The five words for how sure we are, and what the ledger must hold for each of them; pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

STRONG_SOURCES, STRONG_PEOPLE, STRONG_AGREEING, DISAGREEING = 3, 1000, 2, 75
MODERATE_SOURCES, MODERATE_PEOPLE = 2, 500


class Rating(models.TextChoices):
    """How sure we are, whatever the size of the effect."""

    STRONG = "strong", _("Strong evidence")
    MODERATE = "moderate", _("Moderate evidence")
    LIMITED = "limited", _("Limited evidence")
    EARLY = "early", _("Early evidence")
    CONFLICTING = "conflicting", _("Conflicting evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one row with a range says: `helps` when the whole range is on the better side.

    `i_squared` is in per cent, `people` a count; either is None where it was not seen.
    """

    source: str
    outcome: str
    helps: bool
    people: int | None
    certainty: str
    i_squared: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One condition of a rating, in words, and the test of one outcome's findings."""

    words: str
    is_met: Callable[[list[Finding]], bool]


def _helping(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.helps]


def _sources(findings: Iterable[Finding]) -> set[str]:
    return {finding.source for finding in findings}


def _people(findings: Iterable[Finding]) -> int:
    """Count people once for each source, by its largest row, since rows of one source overlap."""
    largest: dict[str, int] = {}
    for finding in findings:
        largest[finding.source] = max(largest.get(finding.source, 0), finding.people or 0)
    return sum(largest.values())


def _at_least_sources(least: int) -> Requirement:
    return Requirement(
        words=format_lazy(
            _("At least {least} sources have a range that lies wholly on the better side."),
            least=least,
        ),
        is_met=lambda findings: len(_sources(_helping(findings))) >= least,
    )


def _at_least_people(least: int) -> Requirement:
    return Requirement(
        words=format_lazy(
            _("Their figures count at least {least} people; a number we did not see counts as 0."),
            least=f"{least:,}",
        ),
        is_met=lambda findings: _people(_helping(findings)) >= least,
    )


MEANINGS = {
    Rating.STRONG: _(
        "Several large, careful trials, or reviews of many, agree. They studied people like those "
        "the article is about. New studies will probably not change the answer."
    ),
    Rating.MODERATE: _(
        "Many trials point the same way, but they are small, differ a lot or have weak spots. We "
        "trust the direction. The size may change."
    ),
    Rating.LIMITED: _(
        "A few trials, or trials in quite different people. It could well turn out smaller, "
        "larger or not there."
    ),
    Rating.EARLY: _(
        "One small trial, a study with no comparison group, or work in the laboratory. A reason "
        "to look further, not to rely on it."
    ),
    Rating.CONFLICTING: _(
        "Good studies disagree, and we cannot say why. The article tells both sides."
    ),
}
REQUIREMENTS: dict[Rating, tuple[Requirement, ...]] = {
    Rating.STRONG: (
        _at_least_sources(STRONG_SOURCES),
        _at_least_people(STRONG_PEOPLE),
        Requirement(
            words=_("The authors of at least one of them grade their certainty high or moderate."),
            is_met=lambda findings: any(
                finding.certainty in ("high", "moderate") for finding in _helping(findings)
            ),
        ),
        Requirement(
            words=format_lazy(
                _(
                    "In at least {least} of them the trials agree enough: I² is seen, and at most "
                    "{most}%."
                ),
                least=STRONG_AGREEING,
                most=DISAGREEING,
            ),
            is_met=lambda findings: (
                len(
                    _sources(
                        finding
                        for finding in _helping(findings)
                        if finding.i_squared is not None and finding.i_squared <= DISAGREEING
                    )
                )
                >= STRONG_AGREEING
            ),
        ),
    ),
    Rating.MODERATE: (_at_least_sources(MODERATE_SOURCES), _at_least_people(MODERATE_PEOPLE)),
    Rating.LIMITED: (),
    Rating.EARLY: (),
    Rating.CONFLICTING: (
        Requirement(
            words=_("One source has a range wholly on the better side, and another has not."),
            is_met=lambda findings: any(
                _sources([helping]) != _sources([other])
                for helping in _helping(findings)
                for other in findings
                if not other.helps
            ),
        ),
    ),
}


METHOD = tuple((rating, MEANINGS[rating], REQUIREMENTS[rating]) for rating in Rating)


def unmet(rating: Rating, findings: Iterable[Finding]) -> list[str]:
    """Say what is missing for a rating, for the outcome that comes closest to it."""
    findings = list(findings)
    outcomes = {finding.outcome for finding in findings}
    gaps = [
        _gaps(rating, [finding for finding in findings if finding.outcome == outcome])
        for outcome in sorted(outcomes)
    ]
    return min(gaps or [_gaps(rating, [])], key=len)


def _gaps(rating: Rating, findings: list[Finding]) -> list[str]:
    return [str(each.words) for each in REQUIREMENTS[rating] if not each.is_met(findings)]
