"""Swaps and new chapters: what goes on, and what only where it is still allowed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from planner.engine import (
    EXERCISES,
    Chapter,
    Course,
    Status,
    build_plan,
    codes,
)
from tests.planner.engine.trainee import Trainee

HOME = {"equipment": ["dumbbell", "chair_wall"], "experience": "returning", "days_per_week": "3"}
OLDER = HOME | {"age": 66, "chair_stand": "easily", "floor_ok": "yes"}
PRESS = "dumbbell_floor_press"


def trained(sessions=4, **changes):
    trainee = Trainee(**(HOME | changes))
    for _ in range(sessions):
        trainee.train(load=Decimal(20))
    return trainee


def test_a_swap_holds_from_its_session_on():
    trainee = trained()
    trainee.swap(PRESS, "wall_push_up")

    target = trainee.target("wall_push_up")

    assert (target.planned, target.target, target.load) == (PRESS, 8, None)
    assert trainee.target(PRESS) is None
    trainee.train()
    trainee.train()
    assert trainee.target("wall_push_up").target > 8


@pytest.mark.parametrize(
    "replacement", ["barbell_bench_press", "goblet_squat", "dumbbell_one_arm_row", "nothing"]
)
def test_a_swap_that_is_not_allowed_or_trains_something_else_is_left_aside(replacement):
    trainee = trained()
    trainee.swap(PRESS, replacement)

    assert trainee.target(PRESS)


def test_inv_20_balance_is_only_swapped_for_balance():
    trainee = Trainee(**OLDER)
    balance = next(
        t.exercise for t in trainee.next.targets if EXERCISES[t.exercise].pattern == "balance"
    )
    trainee.swap(balance, "supported_heel_raise")

    assert trainee.target(balance)


def test_a_new_chapter_keeps_loads_sets_and_the_place_in_the_plan():
    trainee = trained(9)
    before = {t.exercise: t.load for t in trainee.next.targets}
    sets = trainee.chapter.plan.weekly_sets[2]

    trainee.new_chapter(trainee.today, **(HOME | {"condition": "anxiety_gad"}))

    assert {t.exercise: t.load for t in trainee.next.targets} == before
    week = [sum(t.sets for t in trainee.train().targets) for _ in range(3)]
    assert sum(week) == sets


@pytest.mark.parametrize(
    "changes",
    [
        {"session_minutes": "60"},
        {"experience": "regular"},
        {"medicines": ["beta_blocker"]},
        {"pain_sites": ["knee"], "pain_now": 5, "pain_flags": ["none"]},
    ],
)
def test_inv_24_the_sets_do_not_jump_in_a_new_chapter(changes):
    trainee = trained(9)
    before = trainee.chapter.plan.weekly_sets[2]
    trainee.new_chapter(trainee.today, **(HOME | changes))
    plan = trainee.chapter.plan
    week = range(plan.sessions_per_week)
    trainee.change(first_session=3 * plan.sessions_per_week + 1)

    sets = sum(sum(target.sets for target in trainee.train().targets) for _ in week)

    fewest = plan.sessions_per_week * len(plan.template_a)
    assert sets <= max(fewest, before + max(2, before // 5))


def test_a_new_chapter_keeps_a_swap_only_where_it_is_still_allowed():
    trainee = trained()
    trainee.swap(PRESS, "incline_push_up")
    trainee.train()
    trainee.new_chapter(trainee.today, **HOME)
    trainee.train()
    assert trainee.target("incline_push_up")

    trainee.new_chapter(trainee.today, **(HOME | {"equipment": ["dumbbell"]}))

    assert trainee.target("incline_push_up") is None


def test_a_kept_plan_is_followed_as_it_is_written():
    trainee = trained()
    answers = trainee.chapter.answers
    plan = build_plan(replace(answers, self_harm=codes.SelfHarm.NO), Course.KEEP)
    kept = Chapter(
        answers=answers, plan=plan, rules_version="1.1", day=trainee.today, course=Course.KEEP
    )
    trainee.chapters = (*trainee.chapters, kept)
    sets = []
    while trainee.standing.status is Status.READY:
        sets.append(sum(target.sets for target in trainee.train().targets))

    weeks = [sum(sets[start : start + 2]) for start in range(0, 24, 2)]
    assert tuple(weeks) == plan.weekly_sets
