"""Breaks: what is kept and what is taken back."""

from decimal import Decimal

import pytest

from planner.engine import (
    EXERCISES,
    Facts,
    Kind,
    Status,
    follow,
)
from planner.engine.limits import combine
from tests.planner.engine.trainee import Trainee

HOME = {"equipment": ["dumbbell", "chair_wall"], "experience": "returning", "days_per_week": "3"}
OLDER = HOME | {"age": 66, "chair_stand": "easily", "floor_ok": "yes"}
PRESS = "dumbbell_floor_press"


def trained(sessions=4, **changes):
    trainee = Trainee(**(HOME | changes))
    for _ in range(sessions):
        trainee.train(load=Decimal(20))
    return trainee


def away(trainee, days):
    """Come back so many days after the last session."""
    trainee.today = trainee.chapter.sessions[-1].day + days
    return trainee


@pytest.mark.parametrize(
    ("person", "days", "rule", "load", "target"),
    [
        (HOME, 10, None, 20, 10),
        (HOME, 11, "PRG-41", 20, 10),
        (HOME, 17, "PRG-41", 20, 10),
        (HOME, 18, "PRG-42", 18, 8),
        (HOME, 31, "PRG-42", 18, 8),
        (OLDER, 10, None, 20, 10),
        (OLDER, 11, "PRG-41", 18, 10),
        (OLDER, 18, "PRG-42", 16, 8),
    ],
)
def test_a_break_takes_back_what_it_costs(person, days, rule, load, target):
    trainee = away(trained(**person), days)
    press = trainee.target(PRESS)

    assert (press.load, press.target) == (load, target)
    assert (rule in trainee.next.notices) if rule else not trainee.next.notices
    assert rule is None or rule in press.rules


def test_prg_41_the_first_session_back_feels_easier_and_has_no_more_sets_than_the_last():
    trainee = trained(12)
    usual, last = trainee.next.effort_high, trainee.chapter.sessions[-1]
    sets = sum(len(each.sets) for each in last.exercises)
    assert sum(target.sets for target in trainee.next.targets) > sets

    away(trainee, 12)

    assert trainee.next.effort_high == usual - 1
    assert sum(target.sets for target in trainee.next.targets) == sets


def test_prg_42_brings_a_week_of_fewer_sets_and_then_the_ladder_as_it_was():
    trainee = away(trained(6), 20)
    sets = [sum(target.sets for target in trainee.train().targets) for _ in range(6)]

    written = trainee.chapter.plan.weekly_sets
    assert sum(sets[:3]) == 15 < written[1]
    assert sum(sets[3:]) == written[1]


@pytest.mark.parametrize("days", [11, 18])
def test_nothing_rises_in_the_first_session_back(days):
    trainee = away(trained(), days)
    trainee.train(effort=4)

    assert {change.rule for change in trainee.standing.changes} == {
        "PRG-41" if days == 11 else "PRG-42"
    }
    assert all(change.before == change.after for change in trainee.standing.changes)


def test_a_break_costs_every_exercise_and_not_only_those_of_the_day_back():
    trainee = away(trained(), 18)
    raise_ = "dumbbell_lateral_raise"
    trainee.train()

    assert trainee.target(raise_).load == 18


def test_a_break_goes_on_through_a_skipped_session():
    trainee = away(trained(), 11)
    trainee.train(kind=Kind.SKIPPED)
    trainee.today += 8

    assert "PRG-42" in trainee.next.notices


@pytest.mark.parametrize(("person", "load"), [(HOME, 14), (OLDER, 12)])
def test_prg_43_asks_the_questions_again_and_starts_with_clearly_less(person, load):
    trainee = away(trained(**person), 32)
    assert (trainee.standing.status, trainee.standing.rule) == (Status.SCREEN_AGAIN, "PRG-43")

    trainee.new_chapter(trainee.today, first_session=1, **person)

    assert trainee.standing.status is Status.READY
    assert (trainee.next.number, trainee.target(PRESS).load) == (1, load)
    assert trainee.target(PRESS).target == 8
    assert sum(t.sets for t in trainee.next.targets) == len(trainee.next.targets)


def test_prg_43_answers_given_before_the_break_was_over_do_not_count():
    trainee = trained()
    trainee.new_chapter(trainee.today + 20, **HOME)
    trainee.today += 12

    assert trainee.standing.rule == "PRG-43"


def test_prg_43_unloaded_moves_become_easier():
    trainee = Trainee(experience="returning")
    trainee.train()
    trainee.train()
    assert "bodyweight_squat" in {target.exercise for target in trainee.next.targets}
    away(trainee, 40)
    trainee.new_chapter(trainee.today, first_session=1, experience="returning")

    codes = {target.exercise for target in trainee.next.targets}
    assert "mini_squat" in codes
    assert "bodyweight_squat" not in codes


def test_prg_13_loads_hold_from_week_37_of_a_pregnancy():
    trainee = Trainee(**HOME, peripartum="pregnant", pregnancy_week=37)
    rules = set()
    for _ in range(12):
        trainee.train(effort=4)
        rules |= {change.rule for change in trainee.standing.changes}

    assert "PRG-13" in rules
    assert not rules & {"PRG-04", "PRG-08", "LOAD-01"}


def test_whoever_never_trained_is_not_away():
    trainee = Trainee(**HOME)

    standing = follow(trainee.chapters, today=60)

    assert (standing.status, standing.days_since_last) == (Status.READY, None)


def test_everything_that_comes_is_allowed():
    trainee = Trainee(**OLDER)
    limits = combine(Facts(trainee.chapter.answers))
    while trainee.standing.status is Status.READY:
        assert all(limits.allows(EXERCISES[t.exercise]) for t in trainee.next.targets)
        trainee.train(pain=8 if trainee.next.number % 5 == 0 else 0)
