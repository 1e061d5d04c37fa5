"""Where a person stands in their plan: what `follow` finds out from the chapters."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from planner.engine.exercises import Unit
from planner.engine.log import WeightUnit


class Status(StrEnum):
    """Whether the next session may be done, and if not, what comes first."""

    READY = "ready"
    # A stop symptom: no session until the questionnaire has been answered again (PRG-50 to 52).
    LOCKED = "locked"
    # Time has passed: the questions come first (PRG-43, PRG-60).
    SCREEN_AGAIN = "screen_again"
    # Low sugar: the person first says that they are well (PRG-53).
    CONFIRM_WELL = "confirm_well"
    # A draft for a trained person: no session is started or noted by the person alone (INV-08).
    WITH_COMPANY = "with_company"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One exercise of the next session: `sets` of `target` repetitions or seconds.

    `low` and `high` are the range it moves in. `load` is in `weight_unit`, or a band step; None
    where the person has not told one or there is none. `planned` is the exercise the written plan
    has in this place. `rules` are the ids behind the numbers, the latest change first.
    """

    exercise: str
    planned: str
    unit: Unit
    sets: int
    low: int
    high: int
    target: int
    load: Decimal | None
    step: Decimal | None
    weight_unit: WeightUnit | None
    lowering_seconds: int
    stand_up_faster: bool
    easier: str | None
    harder: str | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSession:
    """The next session, ready to do, on `day` or later; `tiny` is its small version (PRG-45).

    `effort_rules` and `sets_rules` are the ids behind the effort and the number of sets. `notices`
    are ids of rules, or of a caveat, that the person should know of today.
    """

    number: int
    week: int
    template: str
    day: int
    is_lighter: bool
    effort_low: int
    effort_high: int
    effort_rules: tuple[str, ...]
    sets_rules: tuple[str, ...]
    targets: tuple[Target, ...]
    tiny: tuple[Target, ...]
    tiny_minutes: int
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one session changed for the next time, and by which rule.

    Of an exercise: its target, load, level (another exercise) or tempo, before and after.
    """

    rule: str
    exercise: str
    before: "Dose"
    after: "Dose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """What changes about an exercise between sessions."""

    exercise: str
    target: int
    load: Decimal | None
    sets_fewer: int = 0
    lowering_seconds: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Everything the pages need to know about today.

    `rule` says why where `status` is not ready. `next` is there exactly when it is. `changes` come
    from the last session of the log. `week` is the week of the plan that the next session is in.
    """

    status: Status
    rule: str | None
    week: int
    next: NextSession | None
    changes: tuple[Change, ...]
    days_since_last: int | None
