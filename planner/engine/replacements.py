"""Which exercise may take the place of another in a person's sessions (PRG-07, 08, 27, 32)."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.engine.answers import PainSite
from planner.engine.exercises import Exercise, Pattern
from planner.engine.library import BY_CODE, EXERCISES
from planner.engine.limits import Limits
from planner.engine.selection import FALLBACK, easier_version, harder_version

# The exercises of sessions A and B, by their codes and in their places.
Layout = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The ways on from an exercise, for one person and their sessions as they are now.

    `sore` are the areas that hurt most weeks. Nothing already in a session is offered for it.
    """

    limits: Limits
    sore: frozenset[PainSite]
    layout: Layout

    def easier(self, exercise: Exercise) -> str | None:
        """Find the step down."""
        easier = easier_version(exercise, self.limits)
        return easier.code if easier and self._has_room(exercise, easier) else None

    def harder(self, exercise: Exercise) -> str | None:
        """Find the step up (PRG-08)."""
        harder = harder_version(exercise, self.limits)
        return harder.code if harder and self._has_room(exercise, harder) else None

    def other(self, exercise: Exercise) -> str | None:
        """Find another of the pattern, no harder, that spares the sore or the strained areas."""
        strained = self.sore or exercise.high_stress_areas
        found = min(
            (
                other
                for other in EXERCISES
                if other.pattern is exercise.pattern
                and other.level <= exercise.level
                and other is not exercise
                and self.limits.allows(other)
                and self._has_room(exercise, other)
            ),
            key=lambda other: (
                len(strained & other.high_stress_areas),
                len(strained & other.areas),
                -other.level,
                other.is_loadable is not exercise.is_loadable,
                other.code,
            ),
            default=None,
        )
        return found.code if found else None

    def _has_room(self, exercise: Exercise, other: Exercise) -> bool:
        return put(self.layout, exercise.code, other.code) != self.layout


def put(layout: Layout, exercise: str, replacement: str) -> Layout:
    """Let one exercise take another's place in each session that does not hold it already."""
    return {
        template: tuple(replacement if code == exercise else code for code in codes)
        if replacement not in codes
        else codes
        for template, codes in layout.items()
    }


def may_stand_for(exercise: str, replacement: str, limits: Limits) -> bool:
    """Whether a person may choose this in place of that: allowed, and training the same.

    Where balance belongs to every session only balance stands for it (INV-20).
    """
    old, new = BY_CODE.get(exercise), BY_CODE.get(replacement)
    if old is None or new is None or not limits.allows(new):
        return False
    if limits.balance_slot and old.pattern is Pattern.BALANCE:
        return new.pattern is Pattern.BALANCE
    return new.pattern in {old.pattern, FALLBACK.get(old.pattern)}
