"""Coming back after days without a session (rulebook, section 6.5)."""

from dataclasses import replace
from decimal import Decimal

from planner.engine.attempts import ExerciseState
from planner.engine.exercises import Exercise
from planner.engine.facts import Facts
from planner.engine.loads import lowered, smallest_step

OLDER_AGE = 65
SCREEN_AGAIN_DAYS = 32
# Fewest days since the last session, longest first.
GAPS = ((SCREEN_AGAIN_DAYS, "PRG-43"), (18, "PRG-42"), (11, "PRG-41"))
# What is left of a load; of those aged 65 or more, or frail.
KEPT = {"PRG-41": Decimal("1"), "PRG-42": Decimal("0.9"), "PRG-43": Decimal("0.7")}
KEPT_BY_OLDER = {"PRG-41": Decimal("0.9"), "PRG-42": Decimal("0.8"), "PRG-43": Decimal("0.6")}


def gap_rule(days: int | None) -> str | None:
    """Name the rule for this many days since the last session; None up to ten days."""
    if days is None:
        return None
    return next((rule for fewest, rule in GAPS if days >= fewest), None)


def after_gap(state: ExerciseState, exercise: Exercise, rule: str, facts: Facts) -> ExerciseState:
    """Take back what a break has cost: load, and from 18 days on the target too."""
    is_older = facts.age >= OLDER_AGE or facts.frail_sign
    share = (KEPT_BY_OLDER if is_older else KEPT)[rule]
    if state.load is not None and share < 1:
        step = smallest_step(exercise, state.step, state.unit)
        state = replace(state, load=lowered(state.load, step, share))
    return state if rule == "PRG-41" else state.at_start()
