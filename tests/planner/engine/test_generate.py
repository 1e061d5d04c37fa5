"""The generated answers themselves: valid, complete, and reaching every corner."""

import random
from itertools import combinations

import pytest

from planner.engine import drop_irrelevant, parse_answers, problems
from tests.planner.engine import generate, questions
from tests.planner.engine.known import Known
from tests.planner.engine.questions import MANY, NUMBERS, ONE, SHOWN_WHEN
from tests.planner.engine.search import Case

SAMPLE = 3_000


@pytest.fixture(scope="module")
def sample():
    dice = random.Random(2)  # noqa: S311 - dice, not a secret
    return [generate.answers(dice) for _ in range(SAMPLE)]


def test_generated_answers_are_valid(sample):
    for raw in sample:
        assert [problem for problem in problems(parse_answers(raw)) if not problem.is_soft] == []


def test_conditional_questions_are_answered_where_asked_and_nowhere_else(sample):
    may_be_left_open = {"clearance"}
    for raw in sample:
        known = Known(raw)
        shown = {name for name, is_shown in SHOWN_WHEN.items() if is_shown(known)}
        answered = {name for name in SHOWN_WHEN if name in raw}
        assert answered <= shown <= answered | may_be_left_open
        assert drop_irrelevant(parse_answers(raw)) == parse_answers(raw)


def test_every_option_of_every_question_is_reached(sample):
    for name, options in (ONE | MANY).items():
        given_answers = [raw[name] for raw in sample if name in raw]
        picked = (answer if name in MANY else [answer] for answer in given_answers)
        none = {"none"} if name in MANY else set()
        assert {code for codes in picked for code in codes} == {*options} | none, name


def test_every_edge_of_every_number_is_reached(sample):
    edges = {
        "age": {*generate.AGES, *generate.YOUNG},
        "pregnancy_week": {*generate.PREGNANCY_WEEKS},
        "postpartum_week": {*generate.POSTPARTUM_WEEKS},
        "pain_now": set(range(11)),
    }
    for name, (low, high) in NUMBERS.items():
        reached = {raw[name] for raw in sample if name in raw}
        assert edges[name] <= reached <= {*range(low, high + 1)}, name


@pytest.mark.parametrize(
    ("check", "edges"),
    [("phq9", generate.PHQ9_TOTALS), ("gad7", generate.GAD7_TOTALS)],
)
def test_every_edge_of_a_mood_check_is_reached(sample, check, edges):
    assert {*edges} <= {sum(raw[check]) for raw in sample if check in raw}


def test_every_two_options_of_a_question_can_meet():
    dice = random.Random(3)  # noqa: S311 - dice, not a secret
    for name, options in MANY.items():
        met = set()
        for _ in range(3_000):
            met |= {*combinations(sorted(generate.some_of(name, dice, 1)), 2)}
        assert met >= {*combinations(sorted(options), 2)}, name


def test_some_weeks_leave_room_for_one_pair_of_days_only(sample):
    weeks = [tuple(raw["days_available"]) for raw in sample]
    one_pair = {tuple(week) for week in generate.ONE_PAIR_WEEKS}
    assert one_pair <= set(weeks)
    assert tuple(questions.DAYS) in weeks


def test_most_generated_people_get_a_plan(sample):
    with_plan = sum(Case(raw).plan is not None for raw in sample[:300])
    assert with_plan > 210
