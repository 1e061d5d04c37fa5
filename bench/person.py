"""The person whose pages are measured: a plan of 12 weeks, and a log that ends two days ago."""

import random
from dataclasses import replace
from datetime import timedelta

from django.utils.timezone import localdate

from planner.models import PrivatePlan
from planner.state import State, encode
from ttl.load.people import answers, begun, lived

SESSIONS, RESTED = 12, 2


def with_a_log() -> State:
    """Make the person, whose next session is due."""
    dice = random.Random(6)  # noqa: S311 - a made-up person, no secret
    state = lived(begun(dice, localdate() - timedelta(weeks=10)), SESSIONS, dice)
    last = max(session.day for session in state.chapters[-1].sessions)
    latest = localdate() - timedelta(days=RESTED + last)
    return replace(state, first_monday=latest - timedelta(days=latest.weekday()))


def with_answers() -> State:
    """Make somebody who has answered everything and has no plan yet."""
    return State().with_answers(answers(random.Random(6)))  # noqa: S311 - as above


def kept(state: State, *, finished: bool) -> str:
    """Seal a record and give the first part of its addresses."""
    token = PrivatePlan.objects.start(encode(state))
    if finished:
        with PrivatePlan.objects.edit(token) as draft:
            draft.finished = True
    return f"/plan/{token}/"
