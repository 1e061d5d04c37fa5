"""What may stand in the place of an exercise, and what an answer left out."""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.engine import (
    EXERCISES,
    Facts,
    Pattern,
    Plan,
    alternatives,
    build_plan,
    left_out,
    parse_answers,
    skipped,
)
from planner.engine.alternatives import nearest_allowed
from planner.engine.limits import combine
from tests.planner.engine.generate import answers
from tests.planner.engine.people import person
from tests.planner.engine.strategies import answer_sets

LEGS, PUSHES, PULLS = (
    {"squat", "hinge"},
    {"push_horizontal", "push_vertical"},
    {"pull_horizontal", "pull_vertical"},
)
PREGNANT = {"peripartum": "pregnant", "pregnancy_week": 20}


def test_an_alternative_is_allowed_new_to_the_session_and_keeps_its_patterns():
    dice = random.Random(8)  # noqa: S311 - dice, not a secret
    offered = 0
    for somebody in [parse_answers(answers(dice)) for _ in range(400)]:
        plan = build_plan(somebody)
        if not isinstance(plan, Plan):
            continue
        limits = combine(Facts(somebody))
        for session in (plan.template_a, plan.template_b):
            for replaced in session:
                for other in alternatives(replaced, somebody, session):
                    assert limits.allows(other)
                    assert other.code not in session
                    assert_whole({*session} - {replaced} | {other.code}, limits)
                    offered += 1
    assert offered > 1_000


def assert_whole(session, limits):
    """A session has legs, a push and a pull, and balance where it must."""
    patterns = {EXERCISES[code].pattern for code in session}
    assert all(patterns & group for group in (LEGS, PUSHES, PULLS))
    assert "balance" in patterns or not limits.balance_slot or len(session) < 4


def test_nobody_is_offered_more_than_two_alternatives():
    everything = ["chair_wall", "band", "dumbbell", "machine"]

    offered = alternatives("goblet_squat", parse_answers(person(equipment=everything)), [])

    assert len(offered) == 2


@pytest.mark.parametrize(
    ("exercise", "changes", "taken", "offered"),
    [
        pytest.param(
            *("bodyweight_squat", {}, [], ["mini_squat", "slow_squat"]),
            id="the easier before the harder",
        ),
        pytest.param(
            *("goblet_squat", {"equipment": ["dumbbell", "band", "machine"]}, []),
            ["band_squat", "leg_press"],
            id="the same level before the lower, loaded before unloaded",
        ),
        pytest.param(
            *("goblet_squat", {"equipment": ["dumbbell", "band", "machine"]}, ["band_squat"]),
            ["leg_press", "bodyweight_squat"],
            id="none that the session has already",
        ),
        pytest.param(
            *("single_leg_glute_bridge", {}, [], ["bodyweight_good_morning", "glute_bridge"]),
            id="the nearest level first",
        ),
        pytest.param(
            *("bodyweight_squat", {}, ["mini_squat"], ["slow_squat"]),
            id="a harder one where nothing else is left",
        ),
        pytest.param(
            *("slow_squat", {"experience": "regular", "supervision": "clinician_programme"}),
            *([], ["bodyweight_squat", "mini_squat"]),
            id="every easier one before a harder one, even a near one",
        ),
        pytest.param(
            *("mini_squat", {"energy_mode": "low_energy", "conditions": ["hernia_or_prolapse"]}),
            *([], ["bodyweight_squat"]),
            id="none above the level cap",
        ),
        pytest.param(
            *("bird_dog", PREGNANT, []),
            ["standing_press_out", "standing_brace_breath"],
            id="none that a rule leaves out",
        ),
    ],
)
def test_the_place_of_an_exercise_can_be_taken_by(exercise, changes, taken, offered):
    found = alternatives(exercise, parse_answers(person(**changes)), taken)

    assert [other.code for other in found] == offered


def test_where_a_pattern_has_no_other_the_one_that_stands_in_is_offered():
    presses = [code for code, each in EXERCISES.items() if each.pattern is Pattern.PUSH_VERTICAL]

    offered = alternatives("goalpost_press", parse_answers(person()), presses)

    assert {exercise.pattern for exercise in offered} == {Pattern.PUSH_HORIZONTAL}


def test_nothing_stands_in_for_the_balance_that_a_session_needs():
    steady, older = parse_answers(person()), parse_answers(person(age=70))
    balances = [code for code, each in EXERCISES.items() if each.pattern is Pattern.BALANCE]

    assert {each.pattern for each in alternatives("semi_tandem_stand", steady, balances)} == {
        Pattern.CALF
    }
    assert alternatives("semi_tandem_stand", older, balances) == ()


@given(answer_sets, st.sampled_from(sorted(EXERCISES)))
def test_the_nearest_allowed_relative_is_allowed_and_no_harder(raw, code):
    limits, exercise = combine(Facts(parse_answers(raw))), EXERCISES[code]

    relative = nearest_allowed(exercise, limits)

    assert relative is None or (
        limits.allows(relative)
        and relative is not exercise
        and relative.pattern is exercise.pattern
        and relative.level <= exercise.level
    )


@pytest.mark.parametrize(
    ("exercise", "relative"),
    [
        ("slow_squat", "bodyweight_squat"),
        ("goblet_squat", "mini_squat"),
        ("mini_squat", None),
        ("sit_to_stand_hands", "mini_squat"),
    ],
)
def test_the_nearest_relative_is_one_level_lower_or_else_as_easy(exercise, relative):
    limits = combine(Facts(parse_answers(person())))

    found = nearest_allowed(EXERCISES[exercise], limits)

    assert (found.code if found else None) == relative


def test_what_is_left_out_names_the_rules_behind_it():
    sore = {"pain_sites": ["low_back"], "pain_now": 4}

    out = left_out(parse_answers(person(**PREGNANT, **sore, floor_ok="no")))

    rules = dict(out.tags)
    assert rules["supine_after_first_trimester"] == ("RX-31",)
    assert rules["kneeling"] == ("RX-59",)
    assert out.areas == (("low_back", ("RX-41",)),)
    assert (out.level_cap, out.level_rules) == (3, ("RX-01", "RX-31", "RX-60"))


def test_an_exercise_that_was_skipped_says_because_of_what():
    early, later = (
        skipped(Pattern.HINGE, parse_answers(person(peripartum="pregnant", pregnancy_week=week)))
        for week in (12, 13)
    )

    assert early == ()
    assert [(each.exercise, each.tags, each.rules) for each in later] == [
        ("single_leg_glute_bridge", ("supine_after_first_trimester",), ("RX-31",)),
        ("glute_bridge", ("supine_after_first_trimester",), ("RX-31",)),
    ]


def test_a_sore_area_leaves_out_what_loads_it_hard_and_says_so():
    sore = {"pain_sites": ["knee"], "pain_now": 4, "equipment": ["dumbbell"]}

    found = skipped(Pattern.SQUAT, parse_answers(person(**sore)))

    assert [(each.exercise, each.areas, each.rules) for each in found] == [
        ("slow_squat", ("knee",), ("RX-41",)),
        ("goblet_squat", ("knee",), ("RX-41",)),
    ]


@given(answer_sets)
def test_everything_left_out_has_a_rule(raw):
    given_answers = parse_answers(raw)
    assume(given_answers.age >= 18)
    out, plan = left_out(given_answers), build_plan(given_answers)

    assert all(rules for _, rules in (*out.tags, *out.areas))
    assert out.level_rules
    if isinstance(plan, Plan):
        told = {rule for _, rules in (*out.tags, *out.areas) for rule in rules}
        assert told | {*out.level_rules} <= {*plan.prescription_rules}
