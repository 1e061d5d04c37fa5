"""Small things that a record keeps beside the answers and the plans."""

from dataclasses import dataclass
from datetime import date
from datetime import time as clock_time
from uuid import UUID

AGREEMENT_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarChoice:
    """How the person wants their sessions in a calendar.

    `namespace` is random, so that the name of an event leads to nothing. Without a `time` of day a
    session is noted for the day and takes no hour of it.
    """

    namespace: UUID
    time: clock_time | None = None
    reminder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLinks:
    """The tokens of links made for one use each, so that their owner can see them again."""

    share: str = ""
    calendar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """How the person feels before a session that is still to come.

    `number` is its running number, `mood` runs from 0 to 10.
    """

    number: int
    mood: int | None = None
    is_low_energy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IfThen:
    """The person's own words: when and where they train, and what may come between (ADH-01)."""

    cue: str = ""
    obstacle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What a health worker said about training, as the person told us: `who` is a code of
    `planner.clearance`, `month` its first day, `limits` the person's own words.
    """

    who: str
    month: date
    limits: str = ""

    def is_in_date(self, today: date) -> bool:
        """Whether it was given in this month or one of the 12 before it (question Q18)."""
        months = 12 * (today.year - self.month.year) + today.month - self.month.month
        return 0 <= months <= AGREEMENT_MONTHS


NO_LINKS = PlanLinks()
NO_WORDS = IfThen()
