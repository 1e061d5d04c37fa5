"""Whether the doses of a record may be shown: one rule for every page, export, link and print."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils.timezone import localdate

from planner.engine import Standing, Status, follow
from planner.state import State, decode

# Until the questions have been answered again, nobody knows whether these doses are still right.
QUESTIONS_FIRST = {Status.LOCKED, Status.SCREEN_AGAIN}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanToday:
    """A plan that nothing holds back, and where the person stands under it today.

    To know this the whole log is gone through, so a page asks once and hands the answer on.
    """

    state: State
    today: date
    standing: Standing


def plan_today(state: State) -> PlanToday | None:
    """Say where the person stands; None where no dose may be shown."""
    if state.plan is None or state.help_shown:
        return None
    today = localdate()
    standing = follow(state.chapters, today=state.day_of(today))
    if standing.status in QUESTIONS_FIRST:
        return None
    return PlanToday(state=state, today=today, standing=standing)


def is_in_force(state: State) -> bool:
    """Whether there is a plan that nothing holds back, on today's date."""
    return plan_today(state) is not None


def opened(payload: bytes) -> PlanToday:
    """Open what a record holds; raises Http404 where no dose may be shown."""
    now = plan_today(decode(payload))
    if now is None:
        raise Http404
    return now


def in_force(payload: bytes) -> State:
    """Open what a record holds; raises Http404 where no dose may be shown."""
    return opened(payload).state
