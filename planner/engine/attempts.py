"""One exercise of one person: what is known of it, one attempt at it, and what comes of that."""

from dataclasses import dataclass, replace
from decimal import Decimal

from planner.engine.exercises import Exercise
from planner.engine.loads import smallest_step
from planner.engine.log import ExerciseDone, WeightUnit
from planner.engine.pain import Zone
from planner.engine.replacements import Ways

# Repetitions go up one by one, seconds by five.
SECONDS_STEP = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseState:
    """What is known about one exercise of one person.

    `target` is None until the exercise has a range: it then starts at the low end; `high` is the
    top of the range it was last set in. `exposures` counts full sessions with it, `last_red` is one
    of those, `last_rise` the session of the whole log in which load or level last rose. `flat`
    counts exposures without a rise, `plateaus` how often that was answered since the last rise of
    load or level; `is_easing` and `other_range` (exposures left) are the answers.
    """

    target: int | None = None
    high: int | None = None
    load: Decimal | None = None
    step: Decimal | None = None
    unit: WeightUnit | None = None
    ready: int = 0
    fail: int = 0
    amber: int = 0
    slower_seconds: int = 0
    exposures: int = 0
    last_red: int | None = None
    last_rise: int = -1
    flat: int = 0
    plateaus: int = 0
    is_easing: bool = False
    other_range: int = 0
    rules: tuple[str, ...] = ()

    def at_start(self) -> "ExerciseState":
        """Begin again at the low end of the range, with the load as it is."""
        return ExerciseState(
            load=self.load,
            step=self.step,
            unit=self.unit,
            exposures=self.exposures,
            last_red=self.last_red,
            last_rise=self.last_rise,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a whole session sets for each of its exercises.

    `held_by` is a rule under which nothing rises, `holds_loads` leaves repetitions free (PRG-13).
    `ordinal` counts the sessions of the whole log.
    """

    effort_low: int
    effort_high: int
    ordinal: int = 0
    held_by: str | None = None
    holds_loads: bool = False
    is_early: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The rule that fired and what it leaves behind; `replacement` takes the exercise's place.

    `rises` says that load or level rose; `waiting` is the state if that has to wait (PRG-11).
    """

    rule: str
    state: ExerciseState
    replacement: str | None = None
    rises: bool = False
    waiting: ExerciseState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One exercise as it was asked for and as it was done, with the load that was really used."""

    exercise: Exercise
    state: ExerciseState
    done: ExerciseDone
    sets: int
    low: int
    high: int
    target: int
    lowering_seconds: int
    zone: Zone | None
    # Pain in this move itself, and not in the whole body the day after.
    is_own_pain: bool
    occasion: Occasion
    ways: Ways

    @property
    def counts(self) -> tuple[int, ...]:
        return tuple(each.count for each in self.done.sets)

    @property
    def count_step(self) -> int:
        return SECONDS_STEP if self.exercise.unit.is_timed else 1

    @property
    def step(self) -> Decimal:
        return smallest_step(self.exercise, self.state.step, self.state.unit)

    @property
    def is_well_told(self) -> bool:
        """Whether effort and a green pain were given: without both nothing rises."""
        return self.zone is Zone.GREEN and self.done.effort is not None

    def reached(self, count: int) -> bool:
        """Whether every planned set was done and none was shorter than that."""
        return len(self.counts) >= self.sets and min(self.counts) >= count

    def keep(
        self, rule: str, *, ready: int | None = None, fail: int | None = 0, amber: int | None = None
    ) -> Outcome:
        """Leave target, load and level as they are, and those counters that are not given."""
        old = self.state
        state = replace(
            old,
            ready=old.ready if ready is None else ready,
            fail=old.fail if fail is None else fail,
            amber=old.amber if amber is None else amber,
        )
        return Outcome(rule=rule, state=state)

    def aim(self, rule: str, target: int, *, ready: int = 0) -> Outcome:
        """Move the target only."""
        return Outcome(rule=rule, state=replace(self.state, target=target, ready=ready, fail=0))
