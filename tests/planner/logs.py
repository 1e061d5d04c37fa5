"""People with some weeks behind them: sessions done one after the other, as the plan has them.

`trained` gives a visitor who has a private record; `chapters_of` only what is in it. Days count
from the Monday of the week the plan was made in.
"""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from django.utils.timezone import localdate

from planner.diary import with_session
from planner.engine import EXERCISES, Kind, Status, StopSymptom, WeightUnit, follow
from planner.models import PrivatePlan
from planner.press import pressed
from planner.state import encode
from tests.planner.people import Visitor, finished

# What a person without any number yet chooses to lift.
FIRST_LOAD, FIRST_STEP = Decimal(10), Decimal(1)


def as_planned(session, day, *, kind=Kind.FULL, **changes):
    """The entry of a session done as planned; changes are fields of SessionDone."""
    entry = pressed(session, kind, day=day, usual_pain=0, mood=6)
    return replace(with_weights(entry), **{"mood_after": 7, **changes})


def with_weights(entry):
    """The entry with a first weight where an exercise has one and none is known yet."""
    return replace(entry, exercises=tuple(map(_weighed, entry.exercises)))


def _weighed(done):
    exercise = EXERCISES[done.exercise]
    if not exercise.is_loadable or done.sets[0].load is not None:
        return done
    if exercise.equipment == "band":
        return replace(done, sets=tuple(replace(each, load=Decimal(1)) for each in done.sets))
    sets = tuple(replace(each, load=FIRST_LOAD) for each in done.sets)
    return replace(done, sets=sets, step=FIRST_STEP, unit=WeightUnit.KILOGRAM)


def felt(entry, **changes):
    """The entry with the same effort, pain or other field in each of its exercises."""
    return replace(entry, exercises=tuple(replace(each, **changes) for each in entry.exercises))


def stopped(session, day, symptom=StopSymptom.CHEST_PAIN):
    """The entry of a session that a warning sign ended before its first set."""
    return replace(
        pressed(session, Kind.FULL, day=day, usual_pain=0, mood=None),
        kind=Kind.STOPPED,
        exercises=(),
        session_effort=None,
        stop_symptom=symptom,
    )


def lived(state, sessions, entry=as_planned):
    """The state after so many more sessions; `entry(session, day)` says how each one went."""
    day = state.chapters[-1].day
    for _ in range(sessions):
        standing = follow(state.chapters, today=day)
        assert standing.status is Status.READY, standing
        day = standing.next.day
        number = sum(len(chapter.sessions) for chapter in state.chapters) + 1
        state = with_session(state, number, entry(standing.next, day))
    return state


def trained(sessions=3, *, entry=as_planned, rested=2, **changes):
    """A visitor whose last of so many sessions was `rested` days ago, or up to 6 days more.

    `changes` are their answers, as in `somebody`. For one certain day travel to
    `visitor.state.date_of(day)` with time_machine.
    """
    visitor = finished(**changes)
    state = visitor.state
    chapter = replace(state.chapters[-1], day=0)
    state = lived(replace(state, chapters=(chapter,)), sessions, entry)
    last = max((each.day for each in state.chapters[-1].sessions), default=0)
    latest = localdate() - timedelta(days=rested + last)
    return kept(replace(state, first_monday=latest - timedelta(days=latest.weekday())))


def due_today(sessions=3, **changes):
    """A visitor with so many sessions behind them who trains today, on any day of the week."""
    return trained(sessions, days_preferred=[weekday(0)], **changes)


def resting_today(sessions=3, **changes):
    """A visitor with so many sessions behind them who trains tomorrow."""
    return trained(sessions, days_preferred=[weekday(1)], **changes)


def weekday(days):
    """The day of the week in so many days, as the questions about the week name it."""
    return f"{localdate() + timedelta(days=days):%a}".lower()


def kept(state):
    """A visitor whose record holds this state."""
    token = PrivatePlan.objects.start(encode(state))
    with PrivatePlan.objects.edit(token) as draft:
        draft.finished = True
    return Visitor(token)
