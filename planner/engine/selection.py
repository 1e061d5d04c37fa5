"""Which exercise fills which slot (rulebook, section 5.8)."""

from collections.abc import Collection

from planner.engine.answers import Equipment
from planner.engine.exercises import LOADABLE, Exercise, Pattern
from planner.engine.library import BY_CODE, EXERCISES, progressions
from planner.engine.limits import Limits

P = Pattern
TEMPLATES: dict[str, tuple[Pattern, ...]] = {
    "A": (
        P.SQUAT,
        P.PUSH_HORIZONTAL,
        P.PULL_HORIZONTAL,
        P.CORE,
        P.HINGE,
        P.CARRY,
        P.CALF,
        P.BALANCE,
    ),
    "B": (
        P.HINGE,
        P.PUSH_VERTICAL,
        P.PULL_VERTICAL,
        P.CORE,
        P.SQUAT,
        P.CARRY,
        P.PUSH_HORIZONTAL,
        P.PULL_HORIZONTAL,
    ),
}
TEMPLATES_WITH_BALANCE: dict[str, tuple[Pattern, ...]] = {
    "A": (
        P.SQUAT,
        P.PUSH_HORIZONTAL,
        P.PULL_HORIZONTAL,
        P.BALANCE,
        P.HINGE,
        P.CORE,
        P.CALF,
        P.CARRY,
    ),
    "B": (
        P.HINGE,
        P.PUSH_VERTICAL,
        P.PULL_VERTICAL,
        P.BALANCE,
        P.SQUAT,
        P.CORE,
        P.CALF,
        P.CARRY,
    ),
}
FALLBACK = {
    P.PUSH_VERTICAL: P.PUSH_HORIZONTAL,
    P.PULL_VERTICAL: P.PULL_HORIZONTAL,
    P.CARRY: P.CORE,
    P.CORE: P.CARRY,
    P.CALF: P.BALANCE,
    P.BALANCE: P.CALF,
}


def fill_templates(
    limits: Limits, slots: int, library: tuple[Exercise, ...] = EXERCISES
) -> dict[str, tuple[Exercise, ...]]:
    """Choose the exercises of sessions A and B, A first."""
    templates = TEMPLATES_WITH_BALANCE if limits.balance_slot else TEMPLATES
    chosen: dict[str, tuple[Exercise, ...]] = {}
    used: set[str] = set()
    for name, patterns in templates.items():
        session: list[Exercise] = []
        for pattern in patterns[:slots]:
            exercise = choose(pattern, limits, used, library)
            if exercise is None:
                exercise = choose(FALLBACK.get(pattern, P.CORE), limits, used, library)
            if exercise is not None and exercise not in session:
                session.append(exercise)
                used.add(exercise.code)
        chosen[name] = tuple(session)
    return chosen


def choose(
    pattern: Pattern,
    limits: Limits,
    used: Collection[str],
    library: tuple[Exercise, ...] = EXERCISES,
) -> Exercise | None:
    """Choose one exercise of a pattern at the starting level; None where nothing is allowed.

    A loadable one comes first and prefers what is not yet used this week; among unloaded ones the
    higher level comes before the unused.
    """
    candidates = [
        exercise
        for exercise in library
        if exercise.pattern is pattern
        and exercise.level <= limits.start_level
        and limits.allows(exercise)
    ]
    loadable = [exercise for exercise in candidates if exercise.is_loadable]
    if loadable:
        return min(
            loadable,
            key=lambda e: (e.code in used, -e.level, LOADABLE.index(e.equipment), e.code),
        )
    return min(
        candidates,
        key=lambda e: (-e.level, e.code in used, e.equipment is Equipment.NONE, e.code),
        default=None,
    )


def easier_version(exercise: Exercise, limits: Limits) -> Exercise | None:
    """Find the allowed step down, its parent in the library."""
    easier = BY_CODE[exercise.regress_to] if exercise.regress_to else None
    return easier if easier and limits.allows(easier) else None


def harder_version(exercise: Exercise, limits: Limits) -> Exercise | None:
    """Find the allowed step up: loadable first, then the lowest level (PRG-08)."""
    return min(
        (other for other in progressions(exercise) if limits.allows(other)),
        key=lambda other: (not other.is_loadable, other.level, other.code),
        default=None,
    )
