"""Who an exercise is not for agrees with what a plan would give those people."""

import pytest

from planner.engine.answers import PainSite
from planner.engine.exercises import Tag
from planner.engine.facts import Facts
from planner.engine.library import BY_CODE, EXERCISES, progressions
from planner.engine.limits import combine
from planner.engine.parse import parse_answers
from planner.engine.prescription_rules import matching_rules
from planner.engine.suitability import MOST_SIMILAR, similar, unsuitable
from tests.planner.engine.golden_cases import CASES
from tests.planner.engine.people import person


@pytest.mark.parametrize("name", CASES)
def test_what_a_plan_refuses_somebody_its_page_speaks_against(name):
    facts = Facts(parse_answers(person(**CASES[name][0])))
    limits, mine = combine(facts), {rule.id for rule in matching_rules(facts)}

    for exercise in EXERCISES:
        if exercise.equipment in limits.equipment and not limits.allows(exercise):
            found = unsuitable(exercise)
            sore = limits.excluded_areas & set(found.areas)
            assert sore or mine & {*found.left_out, *found.too_hard}, exercise.code


def test_no_rule_is_named_twice_on_one_exercise():
    for exercise in EXERCISES:
        found = unsuitable(exercise)
        rules = [*found.left_out, *found.too_hard]
        assert len(rules) == len(set(rules))


def test_what_lies_on_the_back_is_left_out_in_later_pregnancy():
    found = unsuitable(BY_CODE["glute_bridge"])

    assert Tag.SUPINE in found.tags
    assert {"RX-31", "RX-32"} <= set(found.left_out)
    assert found.areas == ()


def test_a_sore_knee_speaks_against_what_loads_it_hard():
    assert unsuitable(BY_CODE["slow_squat"]).areas == (PainSite.KNEE,)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.code)
def test_similar_exercises_are_of_the_same_pattern_and_no_step_up_or_down(exercise):
    found = similar(exercise)

    assert 0 < len(found) <= MOST_SIMILAR
    assert {other.pattern for other in found} == {exercise.pattern}
    assert exercise not in found
    assert not {other.code for other in found} & {
        exercise.regress_to,
        *(harder.code for harder in progressions(exercise)),
    }
