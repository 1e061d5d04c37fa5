"""Weights that go up and down in steps (rulebook, section 6.2).

A load is in the person's own unit, or the number of a band, 1 the lightest.
"""

from decimal import Decimal

from planner.engine.answers import Equipment
from planner.engine.exercises import Exercise, Pattern
from planner.engine.log import WeightUnit

# The usual smallest step where a person has not told theirs: a careful choice.
STEPS = {
    (Equipment.DUMBBELL, WeightUnit.KILOGRAM): Decimal("1"),
    (Equipment.DUMBBELL, WeightUnit.POUND): Decimal("2.5"),
    (Equipment.MACHINE, WeightUnit.KILOGRAM): Decimal("2.5"),
    (Equipment.MACHINE, WeightUnit.POUND): Decimal("5"),
    (Equipment.BARBELL, WeightUnit.KILOGRAM): Decimal("2.5"),
    (Equipment.BARBELL, WeightUnit.POUND): Decimal("5"),
}
NEXT_BAND = Decimal("1")
LOWER_BODY = frozenset({Pattern.SQUAT, Pattern.HINGE, Pattern.CALF})
RISE_LOWER_BODY, RISE_UPPER_BODY = Decimal("0.05"), Decimal("0.025")
LARGEST_RISE = Decimal("1.1")


def smallest_step(exercise: Exercise, told: Decimal | None, unit: WeightUnit | None) -> Decimal:
    """Give the smallest step of an exercise: the person's own, else the usual one."""
    if exercise.equipment is Equipment.BAND:
        return NEXT_BAND
    if told is not None and told > 0:
        return told
    return STEPS.get((exercise.equipment, unit or WeightUnit.KILOGRAM), NEXT_BAND)


def lowered(load: Decimal, step: Decimal, share: Decimal) -> Decimal:
    """Take a share of a load, rounded down to a step; never below one step, never more."""
    return min(load, max(step, load * share // step * step))


def one_step_lower(load: Decimal, step: Decimal) -> Decimal:
    """Take one step off a load that has more than one."""
    return load - step if load >= 2 * step else load


def raised(load: Decimal, step: Decimal, pattern: Pattern) -> Decimal:
    """Add a share of a load in whole steps, at least one (PRG-04)."""
    share = RISE_LOWER_BODY if pattern in LOWER_BODY else RISE_UPPER_BODY
    return load + max(step, load * share // step * step)


def is_small(new: Decimal, old: Decimal) -> bool:
    """Whether a rise stays within 10% (INV-28)."""
    return new <= old * LARGEST_RISE
