"""Twelve weeks done to perfection: people of many kinds, and no cap is ever passed."""

from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest

from planner.engine import EXERCISES, Facts, Status
from planner.engine.limits import combine
from tests.planner.engine.trainee import Trainee

PEOPLE = {
    "at home, new": {},
    "with dumbbells": {"equipment": ["dumbbell", "chair_wall"], "experience": "returning"},
    "in a gym": {
        "equipment": ["machine", "dumbbell", "barbell"],
        "experience": "regular",
        "session_minutes": "60",
        "days_per_week": "3",
        "supervision": "exercise_professional",
    },
    "70, with bands": {"age": 70, "equipment": ["band", "chair_wall"], "session_minutes": "45"},
    "78 and frail": {
        "age": 78,
        "chair_stand": "with_hands",
        "equipment": ["chair_wall"],
        "supervision": "exercise_professional",
    },
    "with high blood pressure": {
        "conditions": ["high_blood_pressure"],
        "equipment": ["machine"],
        "experience": "returning",
        "session_minutes": "45",
    },
}


def perfect(trainee):
    """Do every session as asked, and find it easy; the sessions as they were asked for."""
    sessions, changes = [], []
    while trainee.standing.status is Status.READY:
        effort = trainee.next.effort_low - 1
        sessions.append(trainee.train(effort=effort, load=None, session_effort=effort))
        changes.append(trainee.standing.changes)
    return sessions, changes


@cache
def twelve_weeks(name):
    trainee = Trainee(**PEOPLE[name])
    return trainee, *perfect(trainee)


@pytest.mark.parametrize("name", PEOPLE)
def test_no_cap_is_ever_passed(name):
    trainee, sessions, _ = twelve_weeks(name)
    plan = trainee.chapter.plan
    limits = combine(Facts(trainee.chapter.answers))

    assert len(sessions) == 12 * plan.sessions_per_week
    for session in sessions:
        exercises = [EXERCISES[target.exercise] for target in session.targets]
        sets = sum(target.sets for target in session.targets)
        seconds = 60 * (plan.warm_up_minutes + plan.cool_down_minutes)
        seconds += 30 * len(exercises) + sets * (60 + plan.rest_seconds)
        assert all(map(limits.allows, exercises))
        assert max(exercise.level for exercise in exercises) <= plan.level_cap
        assert max(target.sets for target in session.targets) <= plan.set_cap
        assert session.effort_high <= plan.effort_cap
        assert seconds <= 60 * plan.session_minutes


@pytest.mark.parametrize("name", PEOPLE)
def test_inv_24_and_25_the_sets_are_those_of_the_written_plan(name):
    trainee, sessions, _ = twelve_weeks(name)
    sets = [0] * 12
    for session in sessions:
        sets[session.week - 1] += sum(target.sets for target in session.targets)

    normal = [count for week, count in enumerate(sets, 1) if week not in {6, 12}]
    assert tuple(sets) == trainee.chapter.plan.weekly_sets
    assert all(0 <= after - before <= max(2, before / 5) for before, after in pairwise(normal))


@pytest.mark.parametrize("name", PEOPLE)
def test_everybody_gets_further(name):
    _, sessions, _ = twelve_weeks(name)
    first = {target.exercise: target for session in sessions[:2] for target in session.targets}
    last = {target.exercise: target for session in sessions[-6:] for target in session.targets}

    grown = [
        code
        for code, target in last.items()
        if code not in first
        or (target.load or 0) > (first[code].load or Decimal(20))
        or target.target > first[code].target
    ]
    assert len(grown) >= len(last) / 2


@pytest.mark.parametrize("name", PEOPLE)
def test_loads_rise_by_at_most_a_tenth_or_one_earned_step(name):
    _, sessions, changes = twelve_weeks(name)
    for session, changed in zip(sessions, changes, strict=True):
        asked = {target.exercise: target for target in session.targets}
        for change in changed:
            before, after = change.before.load, change.after.load
            if None in {before, after} or after <= before * Decimal("1.1"):
                continue
            target = asked[change.exercise]
            assert after - before == target.step
            assert change.before.target >= target.high + (15 if target.unit.is_timed else 3)
