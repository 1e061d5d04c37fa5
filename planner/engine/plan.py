"""The plan and the refusal: plain values that say everything and decide nothing."""

from dataclasses import dataclass
from enum import StrEnum

from planner.engine.answers import Day, PainSite
from planner.engine.exercises import Tag, Unit
from planner.engine.screening import Role
from planner.engine.screening_rules import Access, Disposition


class Phase(StrEnum):
    """Weeks 1 to 4, 5 to 8 and 9 to 12."""

    LEARN = "learn"
    BUILD = "build"
    STRENGTHEN = "strengthen"


class RepetitionMode(StrEnum):
    STANDARD = "standard"
    GENTLE = "gentle"
    FIRM = "firm"


class Course(StrEnum):
    """How a plan was made from its answers: as usual, or as one of the offers of PRG-61."""

    NORMAL = "normal"
    HIGHER = "higher"
    KEEP = "keep"


class Number(StrEnum):
    """The numbers of a plan that a reader can ask about."""

    WEEKS = "weeks"
    SESSIONS = "sessions_per_week"
    MINUTES = "session_minutes"
    SLOTS = "slots"
    REST = "rest_seconds"
    EFFORT = "effort_cap"
    START_LEVEL = "start_level"
    LEVEL_CAP = "level_cap"
    SETS = "set_cap"
    WEEKLY_SETS = "weekly_sets"
    WARM_UP = "warm_up_minutes"
    COOL_DOWN = "cool_down_minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The ids of the rules that set one number."""

    number: Number
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """One exercise in one session: `sets` of `low` to `high` repetitions or seconds.

    `unit` says which, and whether for each side. `lowering_seconds` is the way down;
    `stand_up_faster` adds the power note of the rulebook, section 5.4.
    """

    exercise: str
    unit: Unit
    sets: int
    low: int
    high: int
    lowering_seconds: int
    stand_up_faster: bool
    count_rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session; `number` counts through the whole plan, `template` is A or B."""

    number: int
    template: str
    day: Day
    prescriptions: tuple[Prescription, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week: efforts from 0 to 10, `sets` over all its sessions."""

    number: int
    phase: Phase
    is_lighter: bool
    effort_low: int
    effort_high: int
    effort_rules: tuple[str, ...]
    sets: int
    sets_rules: tuple[str, ...]
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What stays the same about an exercise of the plan: its easier and harder version, if any."""

    exercise: str
    easier: str | None
    harder: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """No plan: help or a health worker comes first. Ids are those of the rulebook."""

    disposition: Disposition
    access: Access
    role: Role | None
    screening_rules: tuple[str, ...]
    caveats: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Twelve weeks of sessions, with the ids of the rules behind every number.

    Unless `access` is active this is what stands behind a clearance or under supervision.
    """

    disposition: Disposition
    access: Access
    role: Role
    screening_rules: tuple[str, ...]
    caveats: tuple[str, ...]
    prescription_rules: tuple[str, ...]
    sessions_per_week: int
    fewer_days_than_asked: bool
    days: tuple[Day, ...]
    session_minutes: int
    warm_up_minutes: int
    cool_down_minutes: int
    slots: int
    rest_seconds: int
    effort_cap: int
    start_level: int
    level_cap: int
    set_cap: int
    rep_mode: RepetitionMode
    weekly_sets: tuple[int, ...]
    template_a: tuple[str, ...]
    template_b: tuple[str, ...]
    weeks: tuple[Week, ...]
    moves: tuple[Move, ...]
    reasons: tuple[Reason, ...]
    excluded_tags: tuple[Tag, ...]
    excluded_areas: tuple[PainSite, ...]
