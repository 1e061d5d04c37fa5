"""Other exercises for the same place of a session, and what an answer left out and by which rule.

Everything offered keeps the patterns of the session, so that legs, a push, a pull and, where it is
needed, balance stay in it (rulebook, sections 5.8 and 6.7).
"""

from collections.abc import Collection
from dataclasses import dataclass

from planner.engine.answers import Answers, PainSite
from planner.engine.exercises import Exercise, Pattern, Tag
from planner.engine.facts import Facts
from planner.engine.library import BY_CODE, EXERCISES
from planner.engine.limits import Limits, combine
from planner.engine.selection import FALLBACK

MOST_ALTERNATIVES = 2
# The rule that leaves out what loads a sore area hard (rulebook, 5.8, step 2).
SORE_AREA_RULE = "RX-41"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What the rules of one person leave out everywhere, each with the ids of those rules.

    `level_cap` is the highest level allowed; `level_rules` set it.
    """

    tags: tuple[tuple[Tag, tuple[str, ...]], ...]
    areas: tuple[tuple[PainSite, tuple[str, ...]], ...]
    level_cap: int
    level_rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An exercise that equipment and level would allow, left out by the answers behind `rules`."""

    exercise: str
    tags: tuple[Tag, ...]
    areas: tuple[PainSite, ...]
    rules: tuple[str, ...]


def alternatives(exercise: str, answers: Answers, taken: Collection[str]) -> tuple[Exercise, ...]:
    """Offer up to two other exercises for the same place, none of those `taken` by the session.

    They have the same pattern, or else the one that stands in for it; easier ones or those of the
    same level come first, the nearest level before the others, the same equipment before another.
    """
    replaced, limits = BY_CODE[exercise], combine(Facts(answers))

    def others(pattern: Pattern | None) -> list[Exercise]:
        return [
            other
            for other in EXERCISES
            if other.pattern is pattern
            and other is not replaced
            and other.code not in taken
            and limits.allows(other)
        ]

    found = others(replaced.pattern) or others(_stand_in(replaced.pattern, limits))
    found.sort(
        key=lambda other: (
            other.level > replaced.level,
            abs(other.level - replaced.level),
            other.equipment is not replaced.equipment,
            not other.is_loadable,
            other.code,
        )
    )
    return tuple(found[:MOST_ALTERNATIVES])


def _stand_in(pattern: Pattern, limits: Limits) -> Pattern | None:
    """Name the pattern of section 5.8 step 5, never in place of the balance a session needs."""
    if pattern is Pattern.BALANCE and limits.balance_slot:
        return None
    return FALLBACK.get(pattern)


def nearest_allowed(exercise: Exercise, limits: Limits) -> Exercise | None:
    """Find the nearest allowed relative: same pattern and lower level, else the same (PRG-60)."""
    relatives = [
        other
        for other in EXERCISES
        if other.pattern is exercise.pattern
        and other is not exercise
        and other.level <= exercise.level
        and limits.allows(other)
    ]
    return min(
        relatives,
        key=lambda other: (
            other.level == exercise.level,
            -other.level,
            other.code != exercise.regress_to,
            not other.is_loadable,
            other.code,
        ),
        default=None,
    )


def left_out(answers: Answers) -> LeftOut:
    """List what the answers leave out, each with the rules behind it."""
    limits = combine(Facts(answers))
    return LeftOut(
        tags=tuple((tag, _tag_rules(tag, limits)) for tag in sorted(limits.excluded_tags)),
        areas=tuple((area, (SORE_AREA_RULE,)) for area in sorted(limits.excluded_areas)),
        level_cap=limits.level_cap,
        level_rules=limits.rule_ids(lambda rule: rule.level_cap == limits.level_cap),
    )


def skipped(pattern: Pattern, answers: Answers) -> tuple[Skipped, ...]:
    """List the exercises of a pattern that only an excluded tag or a sore area stands against.

    The highest level comes first. Equipment the person lacks and levels above the cap are no news.
    """
    limits = combine(Facts(answers))
    against = [
        Skipped(
            exercise=exercise.code,
            tags=(tags := tuple(sorted(limits.excluded_tags & exercise.tags))),
            areas=(areas := tuple(sorted(limits.excluded_areas & exercise.high_stress_areas))),
            rules=_rules_against(tags, areas, limits),
        )
        for exercise in sorted(EXERCISES, key=lambda each: (-each.level, each.code))
        if exercise.pattern is pattern
        and exercise.equipment in limits.equipment
        and exercise.level <= limits.level_cap
    ]
    return tuple(each for each in against if each.rules)


def _rules_against(
    tags: tuple[Tag, ...], areas: tuple[PainSite, ...], limits: Limits
) -> tuple[str, ...]:
    rules = [rule for tag in tags for rule in _tag_rules(tag, limits)]
    return tuple(dict.fromkeys([*rules, *([SORE_AREA_RULE] if areas else [])]))


def _tag_rules(tag: Tag, limits: Limits) -> tuple[str, ...]:
    return limits.rule_ids(lambda rule: tag in rule.excluded)
