"""Whether the doses of a record may be shown: one rule for every page, export, link and print."""

from django.http import Http404
from django.utils.timezone import localdate

from planner.engine import Status, follow
from planner.state import State, decode

# Until the questions have been answered again, nobody knows whether these doses are still right.
QUESTIONS_FIRST = {Status.LOCKED, Status.SCREEN_AGAIN}


def is_in_force(state: State) -> bool:
    """Whether there is a plan that nothing holds back, on today's date."""
    return state.plan is not None and not state.help_shown and not asks_first(state)


def asks_first(state: State) -> bool:
    """Whether time or a stop symptom calls for the questions before the plan goes on."""
    if not state.is_open:
        return False
    standing = follow(state.chapters, today=state.day_of(localdate()))
    return standing.status in QUESTIONS_FIRST


def in_force(payload: bytes) -> State:
    """Open what a record holds; raises Http404 where no dose may be shown."""
    state = decode(payload)
    if not is_in_force(state):
        raise Http404
    return state
