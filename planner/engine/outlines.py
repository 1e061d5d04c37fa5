"""What would follow a clearance, told without a dose: for the clinician's one-page summary."""

from dataclasses import dataclass

from planner.engine.answers import Answers, PainSite
from planner.engine.days import choose_days
from planner.engine.exercises import Pattern, Tag
from planner.engine.facts import Facts
from planner.engine.limits import combine
from planner.engine.selection import TEMPLATES, TEMPLATES_WITH_BALANCE
from planner.engine.volume import fit_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The shape of a plan: no exercise, set, repetition or load."""

    sessions_per_week: int
    session_minutes: int
    effort_cap: int
    patterns: tuple[Pattern, ...]
    excluded_tags: tuple[Tag, ...]
    excluded_areas: tuple[PainSite, ...]


def outline(answers: Answers) -> Outline:
    """Sketch the plan that complete answers would lead to."""
    facts = Facts(answers)
    limits = combine(facts)
    templates = TEMPLATES_WITH_BALANCE if limits.balance_slot else TEMPLATES
    slots = fit_time(limits).slots
    days = choose_days(answers.days_available, answers.days_preferred, limits.sessions_per_week)
    return Outline(
        sessions_per_week=len(days),
        session_minutes=limits.session_minutes,
        effort_cap=limits.effort_cap,
        patterns=tuple(dict.fromkeys(templates["A"][:slots] + templates["B"][:slots])),
        excluded_tags=tuple(sorted(limits.excluded_tags)),
        excluded_areas=tuple(sorted(limits.excluded_areas)),
    )
