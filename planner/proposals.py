"""Another plan that is on offer, and why; nothing of it counts before the person takes it."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import msgspec

from planner.engine import RULES_VERSION, Course, Standing, Status, follow, offers
from planner.pages import next_page
from planner.state import State

# Answers about today stand for so many days before they are asked once more.
FRESH_DAYS = 7


class Cause(StrEnum):
    """Why another plan is on offer."""

    ANSWERS = "answers"
    TIME = "time"
    RULES = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One other plan. `after` is the state once it is taken, which may hold a refusal instead.

    Where the plan `may_stay`, it is the person's choice; else this one is the only way on.
    """

    cause: Cause
    before: State
    after: State
    may_stay: bool

    @property
    def seal(self) -> str:
        """A short digest of what is on offer, so that nobody takes what another tab has changed."""
        offered = (self.cause, self.before.answers, self.before.chapters[-1].plan, RULES_VERSION)
        written = msgspec.json.encode(offered, order="deterministic")
        return hashlib.sha256(written).hexdigest()[:16]

    def kept(self) -> State:
        """Give the state in which the person stays with their plan, and is not asked again."""
        if self.cause is Cause.RULES:
            return replace(self.before, rules_kept=RULES_VERSION)
        return self.before.without_changes()


def proposal(state: State, today: date, standing: Standing | None) -> Proposal | None:
    """Find what is on offer instead of the plan in force; None where there is nothing to decide.

    The answers come first: while one is missing nothing is on offer.
    """
    if state.plan is None or state.help_shown or next_page(state):
        return None
    is_time = time_rule(standing) is not None
    if is_time and not is_fresh(state, today):
        return None
    if is_time:
        cause = Cause.TIME
    elif state.has_changes:
        cause = Cause.ANSWERS
    elif state.has_newer_rules:
        cause = Cause.RULES
    else:
        return None
    may_stay = cause is Cause.RULES or (cause is Cause.ANSWERS and state.may_go_back)
    return Proposal(cause=cause, before=state, after=state.with_new_plan(today), may_stay=may_stay)


def standing_on(state: State, today: date) -> Standing | None:
    """Work out where the person stands; None without a plan. It takes the whole log: ask once."""
    return follow(state.chapters, today=state.day_of(today)) if state.is_open else None


def time_rule(standing: Standing | None) -> str | None:
    """Give the rule by which the questions come first, since time has passed (PRG-43, PRG-60)."""
    return standing.rule if standing and standing.status is Status.SCREEN_AGAIN else None


def is_fresh(state: State, today: date) -> bool:
    """Whether the questions were opened again within the last days."""
    opened = state.asked_again
    return opened is not None and (today - opened).days < FRESH_DAYS


def courses(
    state: State, today: date, standing: Standing | None
) -> tuple[tuple[Course, State], ...]:
    """List the ways on after the last week, each with the state it leads to (PRG-61)."""
    if standing is None or state.plan is None or state.help_shown or next_page(state):
        return ()
    is_over = standing.status is Status.FINISHED
    if not is_over and not (time_rule(standing) and is_fresh(state, today)):
        return ()
    return tuple((course, state.with_new_plan(today, course)) for course in offers(state.chapters))
