"""The plans offered after week 12: the same again, one level higher, or to keep what was gained."""

import random
from itertools import pairwise

import pytest

from planner.engine import Course, Plan, build_plan, new_chapter, offers, parse_answers
from tests.planner.engine.generate import answers
from tests.planner.engine.people import person
from tests.planner.engine.questions import DAYS
from tests.planner.engine.test_replan import THREE_DAYS, logged


@pytest.mark.parametrize(
    ("course", "changes", "expected"),
    [
        (Course.NORMAL, {}, ("normal", "higher", "keep")),
        (Course.NORMAL, {"experience": "regular"}, ("normal", "keep")),
        (Course.HIGHER, {}, ("higher", "keep")),
        (Course.KEEP, {}, ("keep", "normal", "higher")),
    ],
)
def test_after_the_last_session_the_same_again_comes_first(course, changes, expected):
    begun = new_chapter((), parse_answers(person(**changes)), day=0, course=course)

    assert offers((logged(begun, 23),)) == ()
    sessions = 12 * begun.plan.sessions_per_week
    assert offers((logged(begun, sessions),)) == expected


@pytest.fixture(scope="module")
def courses():
    """People who may train, each with their usual plan, one level higher and to keep."""
    dice = random.Random(61)  # noqa: S311 - dice, not a secret
    everybody = [parse_answers(answers(dice)) for _ in range(600)]
    plans = [[build_plan(each, course) for course in Course] for each in everybody]
    return [
        (each, *three)
        for each, three in zip(everybody, plans, strict=True)
        if isinstance(three[0], Plan)
    ]


def test_one_level_higher_stays_within_the_level_cap(courses):
    assert len(courses) > 300
    for _, usual, higher, _ in courses:
        assert higher.level_cap == usual.level_cap
        assert higher.start_level == min(usual.start_level + 1, usual.level_cap)
        assert (higher.days, higher.effort_cap) == (usual.days, usual.effort_cap)
        assert higher.prescription_rules == usual.prescription_rules


def test_the_plan_to_keep_what_was_gained_has_two_days_and_the_same_sets_every_week(courses):
    for given, usual, _, kept in courses:
        days = sorted(DAYS.index(day) for day in kept.days)
        sessions = [session for week in kept.weeks for session in week.sessions]

        assert kept.sessions_per_week == 2
        assert set(kept.days) <= given.days_available
        assert all(after - before >= 2 for before, after in pairwise([*days, days[0] + 7]))
        assert len(set(kept.weekly_sets)) == 1
        assert kept.weekly_sets[0] <= max(2 * kept.slots, -(-max(usual.weekly_sets) * 3 // 5))
        assert all(1 <= p.sets <= kept.set_cap for each in sessions for p in each.prescriptions)
        assert (kept.effort_cap, kept.level_cap) == (usual.effort_cap, usual.level_cap)


def test_the_lower_cap_of_the_first_weeks_holds_in_all_that_keep_what_was_gained():
    kept = build_plan(parse_answers(person(session_minutes="60", **THREE_DAYS)), Course.KEEP)

    # 60% of 63 sets would be 38, but somebody new has at most 2 sets of 8 exercises at first.
    assert kept.weekly_sets == (32,) * 12


@pytest.mark.parametrize(
    ("course", "changes", "number", "rules"),
    [
        (Course.KEEP, {}, "weekly_sets", ("PRG-61",)),
        (Course.KEEP, {}, "sessions_per_week", ("PRG-61",)),
        (Course.HIGHER, {}, "start_level", ("PRG-61", "RX-01", "RX-60")),
    ],
)
def test_a_number_of_another_course_says_where_it_comes_from(course, changes, number, rules):
    plan = build_plan(parse_answers(person(**changes)), course)

    assert {reason.number: reason.rules for reason in plan.reasons}[number] == rules


def test_the_sets_of_a_week_that_keeps_what_was_gained_come_from_the_end_of_week_12():
    kept = build_plan(parse_answers(person()), Course.KEEP)

    assert {week.sets_rules for week in kept.weeks} == {("PRG-61", "RX-01")}


def test_two_days_keep_three_fifths_of_the_best_week():
    strong = {"experience": "regular", "session_minutes": "60", **THREE_DAYS}

    kept = build_plan(parse_answers(person(**strong)), Course.KEEP)

    # 60% of 51 sets.
    assert kept.weekly_sets == (31,) * 12
