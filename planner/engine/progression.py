"""What one full session changes about one exercise (rulebook, section 6.2).

`judge` asks the rules one by one, in the order of the rulebook, and the first that fires decides.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from planner.engine.attempts import Attempt, ExerciseState, Outcome
from planner.engine.loads import is_small, lowered, raised
from planner.engine.pain import Zone

AFTER_RED, AFTER_AMBER, AFTER_FAILING = Decimal("0.8"), Decimal("0.9"), Decimal("0.9")
RED_AGAIN_WITHIN, AMBERS_IN_A_ROW, FAILS_IN_A_ROW = 4, 2, 2
EASY_FIRST_EFFORT = 4
# Steps above the range, of one repetition or five seconds.
EXTENSION_STEPS, UNLOADED_EXTENSION_STEPS = 3, 5
SLOWEST_LOWERING_SECONDS = 4


def judge(attempt: Attempt) -> Outcome:
    """Find the first rule that fires and what it changes."""
    return next(outcome for rule in RULES_IN_ORDER if (outcome := rule(attempt)) is not None)


def _red(a: Attempt) -> Outcome | None:
    if a.zone is not Zone.RED:
        return None
    state, exposures = a.state, a.state.exposures
    again = (
        a.is_own_pain
        and state.last_red is not None
        and exposures - state.last_red <= RED_AGAIN_WITHIN
    )
    state = replace(state, target=a.low, ready=0, fail=0, amber=0)
    state = replace(state, last_red=exposures if a.is_own_pain else state.last_red)
    if again and (other := a.ways.other(a.exercise)):
        return Outcome(rule="PRG-32", state=state, replacement=other)
    return _eased(a, "PRG-32", state, AFTER_RED, or_other=True)


def _amber(a: Attempt) -> Outcome | None:
    if a.zone is not Zone.AMBER:
        return None
    amber = a.state.amber + 1
    if amber < AMBERS_IN_A_ROW:
        return a.keep("PRG-31", ready=0, fail=None, amber=amber)
    outcome = _eased(a, "PRG-31", replace(a.state, ready=0, amber=0), AFTER_AMBER)
    if outcome.replacement is None and outcome.state.load == a.state.load:
        return replace(outcome, state=replace(outcome.state, target=a.low))
    return outcome


def _too_hard(a: Attempt) -> Outcome | None:
    effort = a.done.effort
    if min(a.counts) >= a.low and (effort is None or effort < a.occasion.effort_high + 2):
        return None
    fail = a.state.fail + 1
    if fail < FAILS_IN_A_ROW:
        return a.keep("PRG-06", ready=0, fail=fail)
    return _eased(a, "PRG-07", replace(a.state, target=a.low, ready=0, fail=0), AFTER_FAILING)


def _eased(
    a: Attempt, rule: str, state: ExerciseState, share: Decimal, *, or_other: bool = False
) -> Outcome:
    """Take a share of the load, or the easier version where there is no load."""
    if a.exercise.is_loadable:
        load = None if state.load is None else lowered(state.load, a.step, share)
        return Outcome(rule=rule, state=replace(state, load=load))
    easier = a.ways.easier(a.exercise) or (a.ways.other(a.exercise) if or_other else None)
    return Outcome(rule=rule, state=state, replacement=easier)


def _a_bit_hard(a: Attempt) -> Outcome | None:
    hard = a.done.effort is not None and a.done.effort > a.occasion.effort_high
    return a.keep("PRG-05", ready=0) if hard else None


def _not_told(a: Attempt) -> Outcome | None:
    return None if a.is_well_told else a.keep("PRG-10", ready=0)


def _held(a: Attempt) -> Outcome | None:
    return a.keep(a.occasion.held_by) if a.occasion.held_by else None


def _first_steps(a: Attempt) -> Outcome | None:
    """Section 5.9: in the first two weeks people look for the right weight."""
    load, effort = a.state.load, a.done.effort
    if (
        not a.occasion.is_early
        or a.occasion.holds_loads
        or not a.exercise.is_loadable
        or load is None
        or effort is None
        or effort > EASY_FIRST_EFFORT
    ):
        return None
    if not a.reached(a.low) or not is_small(load + a.step, load):
        return None
    return _rise(a, "LOAD-01", replace(a.state, load=load + a.step, fail=0), a.state)


def _short_of_target(a: Attempt) -> Outcome | None:
    return None if a.reached(a.target) else a.keep("PRG-10", ready=0)


def _more(a: Attempt) -> Outcome | None:
    if a.target >= a.high or a.done.effort is None:
        return None
    steps = 2 if a.done.effort < a.occasion.effort_low else 1
    return a.aim("PRG-02", min(a.high, a.target + steps * a.count_step))


def _top_of_range(a: Attempt) -> Outcome:
    if a.state.ready == 0:
        return a.keep("PRG-03", ready=1)
    if a.occasion.holds_loads:
        return a.keep("PRG-13", ready=2)
    return _heavier(a) if a.exercise.is_loadable else _harder(a)


def _heavier(a: Attempt) -> Outcome:
    load = a.state.load
    if load is None:
        return a.keep("PRG-04", ready=2)
    new = raised(load, a.step, a.exercise.pattern)
    longest = a.high + EXTENSION_STEPS * a.count_step
    if not is_small(new, load) and a.target < longest:
        return a.aim("PRG-04", min(longest, a.target + a.count_step), ready=1)
    risen = replace(a.state, load=new, target=a.low, ready=0, fail=0)
    return _rise(a, "PRG-04", risen, replace(a.state, ready=2, fail=0))


def _harder(a: Attempt) -> Outcome:
    waiting = replace(a.state, ready=2, fail=0)
    if harder := a.ways.harder(a.exercise):
        return replace(_rise(a, "PRG-08", waiting, waiting), replacement=harder)
    longest = a.high + UNLOADED_EXTENSION_STEPS * a.count_step
    if a.target < longest:
        return a.aim("PRG-09", min(longest, a.target + a.count_step), ready=1)
    if a.exercise.unit.is_timed or a.lowering_seconds >= SLOWEST_LOWERING_SECONDS:
        return a.keep("PRG-09", ready=1)
    slower = replace(a.state, slower_seconds=a.state.slower_seconds + 1)
    return Outcome(rule="PRG-09", state=replace(slower, target=a.low, ready=0, fail=0))


def _rise(a: Attempt, rule: str, state: ExerciseState, waiting: ExerciseState) -> Outcome:
    risen = replace(state, last_rise=a.occasion.ordinal)
    return Outcome(rule=rule, state=risen, rises=True, waiting=waiting)


RULES_IN_ORDER: tuple[Callable[[Attempt], Outcome | None], ...] = (
    _red,
    _amber,
    _too_hard,
    _a_bit_hard,
    _not_told,
    _held,
    _first_steps,
    _short_of_target,
    _more,
    _top_of_range,
)
