"""What a person did, as plain values: sessions, swaps, mood checks, and the chapters they stand in.

Days are whole numbers: day 0 is a Monday the shell has chosen, so `day % 7` is the day of the week.
Weights are in the person's own unit; the engine only compares and multiplies them.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from planner.engine.answers import Answers
from planner.engine.plan import Course, Plan


class Kind(StrEnum):
    """How a session was done (rulebook, section 6.1)."""

    FULL = "full"
    TINY = "tiny"
    SKIPPED = "skipped"
    STOPPED = "stopped_safety"


class StopSymptom(StrEnum):
    """What made a person stop; `none` is an answer, no answer is None."""

    NONE = "none"
    CHEST_PAIN = "chest_pain"
    FAINT = "faint"
    BREATH = "breath"
    VISION = "vision"
    CALF = "calf"
    BLEEDING = "bleeding"
    CONTRACTION = "contraction"
    LOW_SUGAR = "low_sugar"
    OTHER = "other"


class WeightUnit(StrEnum):
    KILOGRAM = "kg"
    POUND = "lb"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDone:
    """One set: `count` repetitions or seconds; `load` in its exercise's unit, or a band step."""

    count: int
    load: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseDone:
    """One exercise of one session; None where nothing was said.

    `effort` (0 to 10) is asked after the last set, `pain` (0 to 10) is the worst during the move.
    `step` is the smallest weight step the person has. `unit` is None for bands and body weight.
    """

    exercise: str
    sets: tuple[SetDone, ...] = ()
    effort: int | None = None
    pain: int | None = None
    step: Decimal | None = None
    unit: WeightUnit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDone:
    """One entry of the log: session `number` of its chapter's plan, done or skipped on `day`.

    Moods run from 0 to 10, 10 is best; `session_effort` from 0 to 10. `pain_next_day` (0 to 10) is
    the usual pain on the day after the session before this one.
    """

    number: int
    day: int
    kind: Kind
    exercises: tuple[ExerciseDone, ...] = ()
    mood_before: int | None = None
    mood_after: int | None = None
    session_effort: int | None = None
    pain_next_day: int | None = None
    stop_symptom: StopSymptom | None = None
    note: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the session was completed, whole or in its small version."""
        return self.kind in {Kind.FULL, Kind.TINY}


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodCheck:
    """One mood check; `phq` holds 2 or 9 items and `gad` 2 or 7, none where it was not taken.

    The self-harm question travels with every check and is never kept; item 9 is 0 or was not asked.
    """

    day: int
    week: int
    phq: tuple[int, ...] = ()
    gad: tuple[int, ...] = ()
    chair_stands: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """The person's own choice: from session `number` on, `replacement` stands for `exercise`.

    `exercise` is what the session would have held without this swap.
    """

    number: int
    exercise: str
    replacement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One plan and what was done under it; new answers begin a new chapter.

    `answers` are those the plan was made from and `course` how, so that the plan can be made again.
    The chapter starts at `first_session` of its plan, on `day`. `lighter_weeks` are extra ones the
    person asked for (PRG-23). `confirmed_well` are the sessions that ended with signs of low sugar
    and after which the person said that they are well again (PRG-53).
    """

    answers: Answers
    plan: Plan
    rules_version: str
    day: int
    first_session: int = 1
    course: Course = Course.NORMAL
    sessions: tuple[SessionDone, ...] = ()
    checks: tuple[MoodCheck, ...] = ()
    swaps: tuple[Swap, ...] = ()
    lighter_weeks: tuple[int, ...] = ()
    confirmed_well: tuple[int, ...] = ()

    @property
    def next_number(self) -> int:
        """The number of the session after those in the log; may be one past the last."""
        return self.first_session + len(self.sessions)

    @property
    def is_finished(self) -> bool:
        """Whether no session of the plan is left."""
        return self.next_number > len(self.plan.weeks) * self.plan.sessions_per_week
