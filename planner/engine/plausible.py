"""Which numbers of a log look like a slip of the finger: they are asked about, never refused."""

from decimal import Decimal
from enum import StrEnum

from planner.engine.log import ExerciseDone, WeightUnit
from planner.engine.standing import Target

# Careful choices: far enough off that a good day never meets them.
COUNT_TIMES, SETS_MORE = 3, 3
LOAD_SHARE, LOAD_STEPS = Decimal("1.3"), 3
HEAVY = {WeightUnit.KILOGRAM: Decimal(150), WeightUnit.POUND: Decimal(330)}


class Oddity(StrEnum):
    """What looks unlikely about one exercise."""

    COUNT = "count"
    SETS = "sets"
    LOAD = "load"


def oddities(done: ExerciseDone, target: Target | None) -> frozenset[Oddity]:
    """Compare what was typed with what was to be done; without a target with what anybody does."""
    found = set()
    most = target.high * COUNT_TIMES if target else 99
    if any(each.count > most for each in done.sets):
        found.add(Oddity.COUNT)
    if len(done.sets) > (target.sets if target else SETS_MORE) + SETS_MORE:
        found.add(Oddity.SETS)
    if any(_is_heavy(each.load, done, target) for each in done.sets if each.load is not None):
        found.add(Oddity.LOAD)
    return frozenset(found)


def _is_heavy(load: Decimal, done: ExerciseDone, target: Target | None) -> bool:
    if target and target.load and target.step and target.weight_unit == done.unit:
        return load > max(target.load * LOAD_SHARE, target.load + target.step * LOAD_STEPS)
    return done.unit is not None and load > HEAVY[done.unit]
