"""What one entry of the log changes about its exercises, all together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from planner.engine.attempts import Attempt, ExerciseState, Occasion, Outcome
from planner.engine.exercises import Exercise
from planner.engine.frame import Frame
from planner.engine.library import BY_CODE
from planner.engine.loads import lowered, smallest_step
from planner.engine.log import ExerciseDone, Kind, SessionDone, StopSymptom
from planner.engine.next_session import EASED_SHARE, aim, occasion
from planner.engine.pain import Zone, zone
from planner.engine.plan import Prescription
from planner.engine.plateau import eased_exposure, watch_for_plateau
from planner.engine.progression import judge
from planner.engine.remembering import remember
from planner.engine.standing import Change, Dose, NextSession, Target
from planner.engine.trail import Trail

MOST_RISES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One exercise of an entry: as it was done, its numbers then, and what came of it."""

    attempt: Attempt
    before: Dose
    outcome: Outcome
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """One entry, what was to be done, and what was known then; `sore` hurt on the day after."""

    trail: Trail
    frame: Frame
    session: NextSession
    entry: SessionDone
    occasion: Occasion
    sore: tuple[str, ...]

    @property
    def rule_of_no_change(self) -> str | None:
        if self.entry.stop_symptom not in {None, StopSymptom.NONE}:
            return "PRG-01"
        if self.entry.kind is Kind.STOPPED:
            return "PRG-01"
        return "PRG-12" if self.entry.kind is not Kind.FULL or self.session.is_lighter else None

    def asked(self, code: str) -> Target | None:
        """Find what was to be done of an exercise; None where it was not planned."""
        return next((each for each in self.session.targets if each.exercise == code), None)

    def written(self, code: str, state: ExerciseState) -> Prescription:
        asked = self.asked(code)
        planned = asked.planned if asked else code
        other_range = state.other_range > 0
        return self.frame.prescription(self.session.number, planned, code, other_range=other_range)

    def dose(self, code: str, state: ExerciseState) -> Dose:
        """Say what a state asks for."""
        written, load = self.written(code, state), state.load
        if state.is_easing and load is not None:
            load = lowered(load, smallest_step(BY_CODE[code], state.step, state.unit), EASED_SHARE)
        return Dose(
            exercise=code,
            target=aim(state, written),
            load=load,
            sets_fewer=int(state.is_easing),
            lowering_seconds=written.lowering_seconds + state.slower_seconds,
        )

    def all_done(self) -> Iterable[ExerciseDone]:
        """List each exercise of the entry once, and those that only hurt on the day after."""
        done = {each.exercise: each for each in self.entry.exercises if each.sets}
        for code in self.sore:
            done.setdefault(code, ExerciseDone(exercise=code))
        return [each for each in done.values() if each.exercise in BY_CODE]


def learn(trail: Trail, frame: Frame, session: NextSession, entry: SessionDone) -> Trail:
    """Take one entry into account; `session` is what was to be done, `trail` has arrived at it."""
    scene = _Scene(
        trail=trail,
        frame=frame,
        session=session,
        entry=entry,
        occasion=occasion(trail, frame, session.number, entry.day),
        sore=trail.sore_after(frame, entry),
    )
    judged = [_judged(scene, each) for each in scene.all_done()]
    return remember(_settle(scene, judged), frame, session, entry)


def _judged(scene: _Scene, done: ExerciseDone) -> Judged:
    code, rule = done.exercise, scene.rule_of_no_change
    before, attempt = scene.trail.state(code), _attempt(scene, done)
    if rule and code not in scene.sore:
        outcome = Outcome(rule=rule, state=before)
    else:
        outcome = eased_exposure(attempt, before) or watch_for_plateau(attempt, judge(attempt))
    kept = rule or attempt.state.is_easing
    codes = [target.exercise for target in scene.session.targets]
    return Judged(
        attempt=attempt,
        before=scene.dose(code, before if kept else attempt.state),
        outcome=outcome,
        # What was not planned comes last.
        place=codes.index(code) if code in codes else len(codes),
    )


def _attempt(scene: _Scene, done: ExerciseDone) -> Attempt:
    exercise, before = BY_CODE[done.exercise], scene.trail.state(done.exercise)
    asked, written = scene.asked(done.exercise), scene.written(done.exercise, before)
    target, own = aim(before, written), zone(done.pain, scene.frame.facts)
    felt = Zone.RED if done.exercise in scene.sore else own
    is_careful = felt in {Zone.AMBER, Zone.RED} or scene.occasion.held_by is not None
    used = _with_load(before, exercise, done, is_careful=is_careful)
    state = replace(
        before if scene.rule_of_no_change else used,
        target=target,
        high=written.high,
        exposures=before.exposures + 1,
        amber=0 if felt is Zone.GREEN else before.amber,
    )
    return Attempt(
        exercise=exercise,
        state=state,
        done=done,
        sets=asked.sets if asked else len(done.sets),
        low=min(written.low, target),
        high=written.high,
        target=target,
        lowering_seconds=written.lowering_seconds + before.slower_seconds,
        zone=felt,
        is_own_pain=own is Zone.RED,
        occasion=scene.occasion,
        ways=scene.trail.ways(scene.frame),
    )


def _with_load(
    state: ExerciseState, exercise: Exercise, done: ExerciseDone, *, is_careful: bool
) -> ExerciseState:
    """Take the person's word for the weight: the lightest of the sets.

    Where nothing may rise a heavier weight than planned is not taken over.
    """
    loads = [each.load for each in done.sets if each.load is not None and each.load > 0]
    if not exercise.is_loadable or not loads:
        return state
    load, unit = min(loads), done.unit or state.unit
    is_same_unit = unit == state.unit
    if is_careful and is_same_unit and state.load is not None:
        load = min(load, state.load)
    step = done.step or (state.step if is_same_unit else None)
    return replace(state, load=load, unit=unit, step=step)


def _settle(scene: _Scene, judged: list[Judged]) -> Trail:
    """Put every outcome in its place; of many rises the two that waited longest (PRG-11)."""
    rises = [each for each in judged if each.outcome.rises]
    rises.sort(key=lambda each: (each.attempt.state.last_rise, each.place))
    waiting = {each.attempt.exercise.code for each in rises[MOST_RISES:]}
    trail, changes = scene.trail, []
    for each in judged:
        exercise = each.attempt.exercise.code
        outcome = _wait(each.outcome, "PRG-11") if exercise in waiting else each.outcome
        trail, code = _put_in_place(trail, exercise, outcome)
        after = scene.dose(code, trail.state(code))
        is_over = outcome.rule == "PRG-25" and not after.sets_fewer
        before = after if is_over else each.before
        changes.append(Change(rule=outcome.rule, exercise=exercise, before=before, after=after))
    return replace(trail, changes=tuple(changes))


def _wait(outcome: Outcome, rule: str) -> Outcome:
    state = outcome.waiting or outcome.state
    return Outcome(rule=rule, state=replace(state, other_range=outcome.state.other_range))


def _put_in_place(trail: Trail, code: str, outcome: Outcome) -> tuple[Trail, str]:
    """Keep the new state, and let a replacement in where there is still room for it."""
    is_in = outcome.replacement is not None and trail.has_room(code, outcome.replacement)
    if outcome.replacement is not None and not is_in:
        outcome = _wait(outcome, outcome.rule)
    untouched = outcome.rule in {"PRG-01", "PRG-12"}
    state = outcome.state if untouched else replace(outcome.state, rules=(outcome.rule,))
    states = {**trail.states, code: state}
    if outcome.replacement is None or not is_in:
        return replace(trail, states=states), code
    new = states.get(outcome.replacement, ExerciseState()).at_start()
    rise = trail.ordinal if outcome.rises else new.last_rise
    states[outcome.replacement] = replace(new, rules=(outcome.rule,), last_rise=rise)
    trail = replace(trail, states=states)
    return trail.in_place_of(code, outcome.replacement), outcome.replacement
