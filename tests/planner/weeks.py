"""People some weeks into their plan: the calendar moves on, and the log holds what is given."""

from dataclasses import replace
from datetime import timedelta

from django.utils.timezone import localdate

from planner.engine import ExerciseDone, Kind, MoodCheck, SessionDone, SetDone
from planner.models import PrivatePlan
from planner.state import decode, encode
from tests.planner.people import finished


def change(visitor, new_state):
    """Put another state into a visitor's record."""
    with PrivatePlan.objects.edit(visitor.token) as draft:
        draft.payload = encode(new_state(decode(draft.payload)))
    return visitor


def weeks_in(weeks, *, sessions=(), checks=(), **person):
    """Somebody whose plan is so many weeks old, and was made on a Monday."""

    def later(state):
        [chapter] = state.chapters
        return replace(
            state,
            first_monday=state.first_monday - timedelta(weeks=weeks),
            chapters=(replace(chapter, day=0, sessions=tuple(sessions), checks=tuple(checks)),),
        )

    return change(finished(**person), later)


def today(visitor):
    """The engine's number of this day."""
    return visitor.state.day_of(localdate())


def check(week, *, phq=(), gad=(), chair_stands=None):
    """A mood check taken in a week."""
    return MoodCheck(day=7 * week - 1, week=week, phq=phq, gad=gad, chair_stands=chair_stands)


def session(number, day, *, kind=Kind.FULL, moods=(None, None), exercises=()):
    """One session of the log."""
    return SessionDone(
        number=number,
        day=day,
        kind=kind,
        mood_before=moods[0],
        mood_after=moods[1],
        exercises=tuple(exercises),
    )


def did(exercise, *counts, load=None, unit=None):
    """One exercise, with the repetitions or seconds of each set."""
    sets = tuple(SetDone(count=count, load=load) for count in counts)
    return ExerciseDone(exercise=exercise, sets=sets, effort=6, pain=0, unit=unit)
