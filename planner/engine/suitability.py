"""Who an exercise is not for, whoever asks: the same rules that choose for one person.

A plan applies the rules to its person (`Limits.allows`); a page about an exercise lists them.
"""

from dataclasses import dataclass

from planner.engine.answers import PainSite
from planner.engine.exercises import Exercise, Tag
from planner.engine.library import EXERCISES, progressions
from planner.engine.prescription_rules import BASE_RULES, MODIFIER_RULES

MOST_SIMILAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsuitable:
    """What speaks against an exercise: rules by id, each once, and what they look at.

    `left_out` are rules that exclude one of `tags`; `too_hard` are those that keep to a lower
    level. Pain in one of `areas` rules it out by a rule of its own.
    """

    tags: tuple[Tag, ...]
    left_out: tuple[str, ...]
    too_hard: tuple[str, ...]
    areas: tuple[PainSite, ...]


def unsuitable(exercise: Exercise) -> Unsuitable:
    """List the rules that leave an exercise out for some people."""
    rules = BASE_RULES + MODIFIER_RULES
    left_out = {rule.id: None for rule in rules if rule.excluded & exercise.tags}
    too_hard = {
        rule.id: None
        for rule in rules
        if rule.level_cap is not None and rule.level_cap < exercise.level
    }
    ruled = frozenset[Tag]().union(*(rule.excluded for rule in rules))
    return Unsuitable(
        tags=tuple(sorted(exercise.tags & ruled)),
        left_out=tuple(left_out),
        too_hard=tuple(rule for rule in too_hard if rule not in left_out),
        areas=tuple(sorted(exercise.high_stress_areas)),
    )


def similar(exercise: Exercise) -> tuple[Exercise, ...]:
    """List up to three others of the same pattern, nearest level first, no step up or down."""
    family = {exercise.code, exercise.regress_to, *(e.code for e in progressions(exercise))}
    others = [
        other
        for other in EXERCISES
        if other.pattern is exercise.pattern and other.code not in family
    ]
    others.sort(key=lambda other: (abs(other.level - exercise.level), other.code))
    return tuple(others[:MOST_SIMILAR])
