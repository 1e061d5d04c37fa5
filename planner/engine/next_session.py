"""One session, ready to do: what the plan says, moved on by everything done so far."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from math import ceil

from planner.engine.attempts import ExerciseState, Occasion
from planner.engine.breaks import gap_rule
from planner.engine.dose import EARLY_WEEKS
from planner.engine.frame import Frame
from planner.engine.library import BY_CODE
from planner.engine.loads import lowered, one_step_lower, smallest_step
from planner.engine.log import StopSymptom
from planner.engine.monitoring import effort_lowered
from planner.engine.plan import Prescription
from planner.engine.standing import NextSession, Target
from planner.engine.trail import Trail
from planner.engine.volume import SECONDS_PER_SET, SECONDS_PER_SLOT
from planner.engine.weeks import enter_week, sets_of_session

EASED_SHARE = Decimal("0.9")
TINY_SLOTS, TINY_MINUTES, TINY_EFFORT, TINIES_RUNNING = 3, 10, 5, 3


def days_away(trail: Trail, day: int) -> int | None:
    """Count the days since the last session done; None before the first."""
    return None if trail.last_done is None else max(0, day - trail.last_done)


def arrive(trail: Trail, frame: Frame, number: int, day: int, *, is_worse: bool) -> Trail:
    """Come to a session: the person's swaps, the week, and a break if there was one."""
    gap = gap_rule(days_away(trail, day))
    trail = enter_week(trail.swapped(frame, number), frame, number, gap, is_worse)
    return trail.back_after(gap, frame)


def occasion(trail: Trail, frame: Frame, number: int, day: int) -> Occasion:
    """Say what holds for every exercise of a session."""
    week = frame.week_of(number)
    lowered_by = int(_feels_worse(trail, frame)) + int(trail.back_rule == "PRG-41")
    low, high = frame.effort_band(week, is_lighter=trail.is_lighter, lowered_by=lowered_by)
    is_paused = trail.paused_until is not None and day <= trail.paused_until
    return Occasion(
        effort_low=low,
        effort_high=high,
        ordinal=trail.ordinal,
        held_by=trail.back_rule or ("PRG-33" if is_paused else None),
        holds_loads=frame.holds_loads(week.number, day),
        is_early=week.number in EARLY_WEEKS,
    )


def _feels_worse(trail: Trail, frame: Frame) -> bool:
    return effort_lowered(trail.sessions, sessions_per_week=frame.sessions_per_week)


def compose(trail: Trail, frame: Frame, number: int, day: int) -> NextSession:
    """Put a session together after arriving at it: what `learn` needs to know of it."""
    written, week = frame.session(number), frame.week_of(number)
    on = occasion(trail, frame, number, day)
    codes = trail.layout[written.template]
    sets = sets_of_session(trail, frame, number, len(codes))
    places = zip(trail.planned[written.template], codes, sets, strict=True)
    return NextSession(
        number=number,
        week=week.number,
        template=written.template,
        day=day,
        is_lighter=trail.is_lighter,
        effort_low=on.effort_low,
        effort_high=on.effort_high,
        effort_rules=week.effort_rules,
        sets_rules=week.sets_rules,
        targets=tuple(_target(trail, frame, number, place) for place in places),
        tiny=(),
        tiny_minutes=_tiny_minutes(frame.chapter.plan.rest_seconds),
        notices=(),
    )


def present(session: NextSession, trail: Trail, frame: Frame) -> NextSession:
    """Add what only the person needs: the ways on, the small version, the rules and notices."""
    ways = trail.ways(frame)
    targets = tuple(
        replace(
            target,
            easier=ways.easier(BY_CODE[target.exercise]),
            harder=ways.harder(BY_CODE[target.exercise]),
        )
        for target in session.targets
    )
    held_by = occasion(trail, frame, session.number, session.day).held_by
    return replace(
        session,
        targets=targets,
        tiny=tuple(_tiny(target) for target in targets[:TINY_SLOTS]),
        effort_rules=_once(_effort_rules(trail, frame), session.effort_rules),
        sets_rules=_once(_sets_rules(trail, frame, session.week), session.sets_rules),
        notices=_once(_notices(trail, frame, held_by, targets)),
    )


def _target(trail: Trail, frame: Frame, number: int, place: tuple[str, str, int]) -> Target:
    """Give one exercise its numbers: those of its state, within the range of the week."""
    planned, code, sets = place
    exercise, state = BY_CODE[code], trail.state(code)
    written = frame.prescription(number, planned, code, other_range=state.other_range > 0)
    target = aim(state, written)
    step = smallest_step(exercise, state.step, state.unit) if exercise.is_loadable else None
    load = state.load
    if load is not None and step is not None:
        load = lowered(load, step, EASED_SHARE) if state.is_easing else load
        load = one_step_lower(load, step) if trail.is_lighter else load
    return Target(
        exercise=code,
        planned=planned,
        unit=exercise.unit,
        sets=max(1, sets - 1) if state.is_easing else sets,
        low=min(written.low, target),
        high=written.high,
        target=target,
        load=load,
        step=step,
        weight_unit=state.unit,
        lowering_seconds=written.lowering_seconds + state.slower_seconds,
        stand_up_faster=written.stand_up_faster,
        easier=None,
        harder=None,
        rules=_once(state.rules, _of(trail.back_rule), written.count_rules),
    )


def aim(state: ExerciseState, written: Prescription) -> int:
    """Find the repetitions or seconds to aim for; a new range never asks for more than before."""
    if state.target is None:
        return written.low
    return state.target if state.high == written.high else min(state.target, written.high)


def _tiny(target: Target) -> Target:
    """Make the small version: one set, the load one step lower (PRG-45)."""
    load = target.load
    if load is not None and target.step is not None:
        load = one_step_lower(load, target.step)
    return replace(target, sets=1, load=load, rules=_once(("PRG-45",), target.rules))


def _tiny_minutes(rest_seconds: int) -> int:
    """Estimate the small version: its sets, the rests between them and setting up."""
    work = TINY_SLOTS * (SECONDS_PER_SET + SECONDS_PER_SLOT)
    return min(TINY_MINUTES, ceil((work + (TINY_SLOTS - 1) * rest_seconds) / 60))


def _effort_rules(trail: Trail, frame: Frame) -> Iterable[str]:
    if _feels_worse(trail, frame):
        yield "MON-14"
    if trail.back_rule == "PRG-41":
        yield "PRG-41"
    if trail.is_lighter:
        yield "PRG-22"


def _sets_rules(trail: Trail, frame: Frame, week: int) -> Iterable[str]:
    if trail.back_rule:
        yield trail.back_rule
    elif trail.lighter_sessions:
        yield "PRG-42"
    if trail.is_lighter:
        yield "PRG-22" if frame.chapter.plan.weeks[week - 1].is_lighter else "PRG-23"
    if trail.growth_waits:
        yield "PRG-21"


def _notices(
    trail: Trail, frame: Frame, held_by: str | None, targets: tuple[Target, ...]
) -> Iterable[str]:
    """List what the person should know of today, the most pressing first."""
    last = trail.sessions[-1] if trail.sessions else None
    if last and last.stop_symptom is StopSymptom.OTHER:
        yield "CAV-35"
    yield from _of(held_by)
    yield from _effort_rules(trail, frame)
    yield from _sets_rules(trail, frame, trail.week)
    if trail.tinies >= TINIES_RUNNING:
        yield "PRG-46"
    if any(_asks_for_load(trail.state(each.exercise)) for each in targets if each.step):
        yield "PRG-04"


def _asks_for_load(state: ExerciseState) -> bool:
    return state.load is None and state.ready == 2


def _of(rule: str | None) -> tuple[str, ...]:
    return (rule,) if rule else ()


def _once(*groups: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule for group in groups for rule in group))
