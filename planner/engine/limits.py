"""The frame of one plan: every matching rule combined, the strictest value winning."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from planner.engine.answers import DaysPerWeek, Equipment, Experience, PainSite
from planner.engine.exercises import Exercise, Tag
from planner.engine.facts import Facts
from planner.engine.prescription_rules import PrescriptionRule, matching_rules

LONGEST_MINUTES = 60
# Pain at or above this leaves out exercises that load a painful area hard (rulebook, 5.8).
SORE_AREA_PAIN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What all matching rules together allow, and whose word each limit is.

    Efforts are on the 0 to 10 scale of repetitions in reserve. `excluded_areas` are painful areas
    that no exercise may load hard.
    """

    rules: tuple[PrescriptionRule, ...]
    effort_cap: int
    early_effort_high: int | None
    start_level: int
    level_cap: int
    start_sets: int
    set_cap: int
    slot_cap: int | None
    rest_seconds: int
    session_minutes: int
    extra_cool_down_minutes: int
    gentle: bool
    balance_slot: bool
    sessions_per_week: int
    equipment: frozenset[Equipment]
    excluded_tags: frozenset[Tag]
    excluded_areas: frozenset[PainSite]

    def allows(self, exercise: Exercise) -> bool:
        """Whether the person may be given this exercise at any time in the plan."""
        return (
            exercise.equipment in self.equipment
            and exercise.level <= self.level_cap
            and self.excluded_tags.isdisjoint(exercise.tags)
            and self.excluded_areas.isdisjoint(exercise.high_stress_areas)
        )

    def rule_ids(self, says: Callable[[PrescriptionRule], bool]) -> tuple[str, ...]:
        """List the ids of the matching rules that say so, in order, each once."""
        return tuple(dict.fromkeys(rule.id for rule in self.rules if says(rule)))


def combine(facts: Facts) -> Limits:
    """Combine every matching rule into the frame of this person's plan."""
    rules = matching_rules(facts)
    level_cap = _strictest(rule.level_cap for rule in rules)
    set_cap = _strictest(rule.set_cap for rule in rules)
    return Limits(
        rules=rules,
        effort_cap=_strictest(rule.effort_cap for rule in rules),
        early_effort_high=min(_given(rule.early_effort_high for rule in rules), default=None),
        start_level=max(1, min(_strictest(rule.start_level for rule in rules), level_cap)),
        level_cap=level_cap,
        start_sets=min(_strictest(rule.start_sets for rule in rules), set_cap),
        set_cap=set_cap,
        slot_cap=min(_given(rule.slot_cap for rule in rules), default=None),
        rest_seconds=max(_given(rule.rest_seconds for rule in rules)),
        session_minutes=_session_minutes(facts, rules),
        extra_cool_down_minutes=max(rule.extra_cool_down_minutes for rule in rules),
        gentle=any(rule.gentle for rule in rules),
        balance_slot=any(rule.balance_slot for rule in rules),
        sessions_per_week=_sessions_per_week(facts, rules),
        equipment=facts.answers.equipment | {Equipment.NONE},
        excluded_tags=frozenset[Tag]().union(*(rule.excluded for rule in rules)),
        excluded_areas=_excluded_areas(facts),
    )


def _given(values: Iterable[int | None]) -> list[int]:
    return [value for value in values if value is not None]


def _strictest(values: Iterable[int | None]) -> int:
    return min(_given(values))


def _session_minutes(facts: Facts, rules: tuple[PrescriptionRule, ...]) -> int:
    chosen = int(facts.answers.session_minutes or LONGEST_MINUTES)
    return min([chosen, *_given(rule.minutes_cap for rule in rules)])


def _sessions_per_week(facts: Facts, rules: tuple[PrescriptionRule, ...]) -> int:
    """Rulebook 5.2, steps 1 and 2; too few free days can still lower it."""
    if any(rule.two_sessions for rule in rules):
        return 2
    wanted = facts.answers.days_per_week
    if wanted is DaysPerWeek.YOU_CHOOSE:
        practised = facts.answers.experience is not Experience.NEW
        return 3 if practised and facts.severity <= 2 else 2
    return 3 if wanted is DaysPerWeek.THREE else 2


def _excluded_areas(facts: Facts) -> frozenset[PainSite]:
    if facts.pain_now < SORE_AREA_PAIN:
        return frozenset()
    if PainSite.WIDESPREAD in facts.pain_sites:
        return frozenset(PainSite) - {PainSite.NONE, PainSite.WIDESPREAD}
    return facts.pain_sites
