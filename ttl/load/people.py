"""People with a plan and some weeks behind them, by the same engine that visitors meet."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from django.utils.timezone import localdate

from planner.diary import next_number, with_session
from planner.engine import (
    EXERCISES,
    ExerciseDone,
    Kind,
    SessionDone,
    WeightUnit,
    codes,
    follow,
    parse_answers,
)
from planner.press import pressed
from planner.state import State, encode
from planner.vault import pack

# What nobody in this crowd has, so that each of them gets a plan.
ILLS = ("mental_flags", "symptoms", "conditions", "recent_event", "pain_sites", "medicines")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CONDITIONS = ("wellbeing", "depression", "anxiety_gad", "depression_anxiety")
KIT = (["none"], ["band"], ["dumbbell"], ["dumbbell", "band"])
# Of ten sessions, how many were done in full, how many were short and how many were left out.
KINDS = (*(Kind.FULL,) * 8, Kind.TINY, Kind.SKIPPED)
LONGEST_LOG, LONGEST_AGO = 36, 40
FIRST_LOAD, FIRST_STEP = Decimal(8), Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is sealed for one person, and the weeks that their row tells."""

    packed: bytes
    created_week: date
    used_week: date


def records(seed: int, count: int) -> Iterator[Record]:
    """Make so many people: the same for the same seed on the same day."""
    for number in range(count):
        dice = random.Random(f"{seed}/{number}")  # noqa: S311 - made-up people, no secret
        began = localdate() - timedelta(weeks=dice.randint(0, LONGEST_AGO))
        state = lived(begun(dice, began), dice.randint(0, LONGEST_LOG), dice)
        days = [session.day for chapter in state.chapters for session in chapter.sessions]
        first = state.date_of(state.chapters[0].day)
        last = state.date_of(max(days)) if days else first
        yield Record(
            packed=pack(encode(state)),
            created_week=_monday(first),
            used_week=_monday(last),
        )


def answers(dice: random.Random) -> codes.Answers:
    """Answer the whole questionnaire as somebody who may train."""
    raw = {
        **{ill: ["none"] for ill in ILLS},
        "age": dice.randint(19, 59),
        "country": dice.choice(list(codes.Country)).value,
        "peripartum": "not_applicable",
        "condition": dice.choice(CONDITIONS),
        "severity_self": dice.choice(("minimal", "mild")),
        "self_harm": "no",
        "supervision": "none",
        "experience": dice.choice(list(codes.Experience)).value,
        "equipment": dice.choice(KIT),
        "session_minutes": dice.choice(list(codes.Minutes)).value,
        "days_per_week": "you_choose",
        "days_available": list(DAYS),
        "energy_mode": "usual",
    }
    return parse_answers(raw)


def begun(dice: random.Random, began: date) -> State:
    """Make somebody who got a plan on a day."""
    return State().with_answers(answers(dice)).with_result(began)


def lived(state: State, sessions: int, dice: random.Random) -> State:
    """Log so many sessions, one when each is due, or as many as there was time for."""
    day, today = state.chapters[0].day, state.day_of(localdate())
    for _ in range(sessions):
        standing = follow(state.chapters, today=day)
        if standing.next is None or standing.next.day > today:
            break
        day = standing.next.day
        kind = dice.choice(KINDS)
        entry = pressed(standing.next, kind, day=day, usual_pain=0, mood=dice.randint(3, 8))
        state = with_session(state, next_number(state), _weighed(entry))
    return state


def _weighed(entry: SessionDone) -> SessionDone:
    return replace(entry, exercises=tuple(map(_with_first_load, entry.exercises)))


def _with_first_load(done: ExerciseDone) -> ExerciseDone:
    """Choose a weight where the plan leaves the first one to the person."""
    exercise = EXERCISES[done.exercise]
    if not exercise.is_loadable or done.sets[0].load is not None:
        return done
    if exercise.equipment == "band":
        return replace(done, sets=tuple(replace(each, load=Decimal(1)) for each in done.sets))
    sets = tuple(replace(each, load=FIRST_LOAD) for each in done.sets)
    return replace(done, sets=sets, step=FIRST_STEP, unit=WeightUnit.KILOGRAM)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
