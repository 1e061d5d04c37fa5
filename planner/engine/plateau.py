"""What to do where an exercise stands still (rulebook, section 6.4)."""

from dataclasses import replace

from planner.engine.attempts import Attempt, ExerciseState, Outcome
from planner.engine.pain import Zone

PLATEAU_EXPOSURES = 4
OTHER_RANGE_EXPOSURES = 4
# Exposures that say how it stands. Where a rule waits or something was not told, none is counted.
TELLING = frozenset({"PRG-03", "PRG-05", "PRG-06", "PRG-09", "PRG-10"})
EASED = frozenset({"PRG-07", "PRG-31", "PRG-32"})


def eased_exposure(attempt: Attempt, load_before: ExerciseState) -> Outcome | None:
    """Let the one easier exposure of PRG-25 pass, the load as it was, unless it hurt."""
    if not attempt.state.is_easing or attempt.zone in {Zone.AMBER, Zone.RED}:
        return None
    kept = replace(attempt.state, is_easing=False, load=load_before.load, unit=load_before.unit)
    return Outcome(rule="PRG-25", state=replace(kept, step=load_before.step))


def watch_for_plateau(attempt: Attempt, outcome: Outcome) -> Outcome:
    """Count the exposures without a rise and answer the fourth (PRG-25, 26, 27)."""
    exposures_left = max(0, outcome.state.other_range - 1)
    state = replace(outcome.state, is_easing=False, other_range=exposures_left)
    outcome = replace(outcome, state=state)
    if outcome.rises:
        return replace(outcome, state=replace(state, flat=0, plateaus=0))
    if outcome.rule in EASED or _moves(attempt.state, state):
        return replace(outcome, state=replace(state, flat=0))
    if outcome.rule not in TELLING or not attempt.is_well_told:
        return outcome
    if state.flat + 1 < PLATEAU_EXPOSURES:
        return replace(outcome, state=replace(state, flat=state.flat + 1))
    return _answer(attempt, replace(outcome, state=replace(state, flat=0)))


def _moves(before: ExerciseState, after: ExerciseState) -> bool:
    return (before.target, before.slower_seconds) != (after.target, after.slower_seconds)


def _answer(attempt: Attempt, outcome: Outcome) -> Outcome:
    """Answer the first plateau with ease, the second with another range, the third with a swap."""
    state = outcome.state
    if state.plateaus == 0:
        return Outcome(rule="PRG-25", state=replace(state, plateaus=1, is_easing=True))
    if state.plateaus == 1:
        other = replace(state, plateaus=2, other_range=OTHER_RANGE_EXPOSURES, target=None, ready=0)
        return Outcome(rule="PRG-26", state=other)
    state = replace(state, plateaus=0)
    if code := attempt.ways.other(attempt.exercise):
        return Outcome(rule="PRG-27", state=state, replacement=code)
    return replace(outcome, state=state)
