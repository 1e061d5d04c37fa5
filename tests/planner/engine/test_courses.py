"""The plans offered after week 12: the same again, one level higher, or to keep what was gained."""

from itertools import pairwise

import pytest
from hypothesis import assume, given

from planner.engine import Course, Plan, build_plan, new_chapter, offers, parse_answers
from tests.planner.engine.people import person
from tests.planner.engine.questions import DAYS
from tests.planner.engine.strategies import answer_sets
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
    answers = parse_answers(person(**changes))
    begun = new_chapter((), answers, day=0, course=course)

    assert offers((logged(begun, 23),)) == ()
    sessions = 12 * begun.plan.sessions_per_week
    assert offers((logged(begun, sessions),)) == expected


@given(answer_sets)
def test_one_level_higher_stays_within_the_level_cap(raw):
    answers = parse_answers(raw)
    usual, higher = build_plan(answers), build_plan(answers, Course.HIGHER)
    assume(isinstance(usual, Plan))

    assert higher.level_cap == usual.level_cap
    assert higher.start_level == min(usual.start_level + 1, usual.level_cap)
    assert (higher.days, higher.effort_cap) == (usual.days, usual.effort_cap)
    assert higher.prescription_rules == usual.prescription_rules


@given(answer_sets)
def test_the_plan_to_keep_what_was_gained_has_two_days_and_the_same_sets_every_week(raw):
    answers = parse_answers(raw)
    usual, kept = build_plan(answers), build_plan(answers, Course.KEEP)
    assume(isinstance(usual, Plan))
    days = sorted(DAYS.index(day) for day in kept.days)
    sessions = [session for week in kept.weeks for session in week.sessions]

    assert kept.sessions_per_week == 2
    assert set(kept.days) <= answers.days_available
    assert all(after - before >= 2 for before, after in pairwise([*days, days[0] + 7]))
    assert len(set(kept.weekly_sets)) == 1
    assert kept.weekly_sets[0] <= max(2 * kept.slots, -(-max(usual.weekly_sets) * 3 // 5))
    assert all(1 <= p.sets <= kept.set_cap for each in sessions for p in each.prescriptions)
    assert (kept.effort_cap, kept.level_cap) == (usual.effort_cap, usual.level_cap)


def test_two_days_keep_three_fifths_of_the_best_week_and_say_why():
    strong = {"experience": "regular", "session_minutes": "60", **THREE_DAYS}
    answers = parse_answers(person(**strong))

    kept = build_plan(answers, Course.KEEP)

    # 60% of 51 sets.
    assert kept.weekly_sets == (31,) * 12
    reasons = {reason.number: reason.rules for reason in kept.reasons}
    assert reasons["weekly_sets"] == ("PRG-61",)
    assert reasons["sessions_per_week"][0] == "PRG-61"
