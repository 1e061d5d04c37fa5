"""What one session changes about one exercise: the worked examples and rules of section 6.2."""

from dataclasses import replace
from decimal import Decimal

import pytest

from planner.engine import EXERCISES, ExerciseDone, Facts, SetDone, WeightUnit, parse_answers
from planner.engine.attempts import Attempt, ExerciseState, Occasion
from planner.engine.limits import combine
from planner.engine.pain import Zone
from planner.engine.progression import judge
from planner.engine.replacements import Ways
from tests.planner.engine.people import person
from tests.planner.engine.progression_table import EXAMPLES

ZONES = {"green": Zone.GREEN, "amber": Zone.AMBER, "red": Zone.RED, None: None}
OCCASION = Occasion(effort_low=6, effort_high=7)


def ways(layout, **changes):
    facts = Facts(parse_answers(person(**changes)))
    return Ways(limits=combine(facts), sore=facts.pain_sites, layout={"A": layout})


def attempt(*before):
    code, load, step, target, ready, fail, counts, effort, felt = before
    state = ExerciseState(
        load=None if load is None else Decimal(str(load)),
        step=None if step is None else Decimal(str(step)),
        unit=WeightUnit.KILOGRAM,
        target=target,
        high=12,
        ready=ready,
        fail=fail,
    )
    return Attempt(
        exercise=EXERCISES[code],
        state=state,
        done=ExerciseDone(
            exercise=code,
            sets=tuple(SetDone(count=int(count)) for count in counts.split()),
            effort=effort,
        ),
        sets=2,
        low=8,
        high=12,
        target=target,
        lowering_seconds=2,
        zone=ZONES[felt],
        is_own_pain=felt == "red",
        occasion=OCCASION,
        ways=ways((code,)),
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_worked_examples(name):
    before, (rule, load, target, ready, fail) = EXAMPLES[name]

    outcome = judge(attempt(*before))

    load = None if load is None else Decimal(str(load))
    state = outcome.state
    assert outcome.rule == rule
    assert (state.load, state.target, state.ready, state.fail) == (load, target, ready, fail)


def top(code, **changes):
    return replace(attempt(code, 20, 1, 12, 1, 0, "12 12", 6, "green"), **changes)


def test_a_bodyweight_squat_leads_to_the_slow_one():
    assert judge(top("bodyweight_squat")).replacement == "slow_squat"


def test_a_harder_version_that_is_in_the_session_already_is_not_offered():
    taken = ways(("bodyweight_squat", "slow_squat"))

    outcome = judge(top("bodyweight_squat", ways=taken))

    assert (outcome.rule, outcome.replacement) == ("PRG-09", None)


def test_a_harder_version_above_the_level_cap_is_not_offered():
    light = ways(("bodyweight_squat",), experience="new", conditions=["hernia_or_prolapse"])

    assert judge(top("bodyweight_squat", ways=light)).rule == "PRG-09"


def test_a_second_amber_in_a_row_takes_a_tenth():
    again = attempt("goblet_squat", 10, 1, 9, 0, 0, "9 9", 6, "amber")

    outcome = judge(replace(again, state=replace(again.state, amber=1)))

    assert (outcome.rule, outcome.state.load, outcome.state.amber) == ("PRG-31", 9, 0)


def test_red_pain_without_a_load_leads_to_the_easier_version():
    outcome = judge(attempt("bodyweight_squat", None, None, 12, 0, 0, "12 12", 6, "red"))

    assert (outcome.rule, outcome.replacement) == ("PRG-32", "mini_squat")


@pytest.mark.parametrize(("exposures_ago", "is_swapped"), [(1, True), (4, True), (5, False)])
def test_a_second_red_within_four_exposures_swaps_the_exercise(exposures_ago, is_swapped):
    red = attempt("dumbbell_one_arm_row", 10, 1, 9, 0, 0, "9 9", 6, "red")
    state = replace(red.state, exposures=9, last_red=9 - exposures_ago)

    outcome = judge(replace(red, state=state))

    assert bool(outcome.replacement) == is_swapped
    assert outcome.state.last_red == 9


@pytest.mark.parametrize("code", ["goblet_squat", "bodyweight_squat"])
def test_where_loads_are_held_neither_load_nor_level_rises(code):
    held = replace(OCCASION, holds_loads=True)

    assert judge(top(code, occasion=held)).rule == "PRG-13"
    more = attempt(code, 20, 1, 9, 0, 0, "9 9", 6, "green")
    assert judge(replace(more, occasion=held)).state.target == 10


def test_where_nothing_may_rise_the_rule_that_says_so_is_named():
    held = replace(OCCASION, held_by="PRG-41")

    outcome = judge(top("goblet_squat", occasion=held))

    assert (outcome.rule, outcome.rises) == ("PRG-41", False)
    assert (outcome.state.load, outcome.state.target) == (20, 12)


@pytest.mark.parametrize(
    ("load", "effort", "is_early", "rule", "new_load"),
    [
        (20, 4, True, "LOAD-01", 21),
        (20, 5, True, "PRG-02", 20),
        (20, 4, False, "PRG-02", 20),
        (10, 4, True, "LOAD-01", 11),
        (9, 4, True, "PRG-02", 9),
    ],
)
def test_the_first_two_weeks_look_for_the_right_weight(load, effort, is_early, rule, new_load):
    easy = attempt("goblet_squat", load, 1, 8, 0, 0, "8 8", effort, "green")

    outcome = judge(replace(easy, occasion=replace(OCCASION, is_early=is_early)))

    assert (outcome.rule, outcome.state.load) == (rule, new_load)


def test_seconds_go_up_by_five():
    held = attempt("goblet_carry", 20, 1, 15, 0, 0, "15 15", 6, "green")
    held = replace(held, low=10, high=20)

    assert judge(held).state.target == 20
    at_the_top = replace(held, target=20, state=replace(held.state, target=20, load=Decimal(4)))
    at_the_top = replace(at_the_top, state=replace(at_the_top.state, ready=1))
    longer = replace(at_the_top, done=replace(held.done, sets=(SetDone(count=20),) * 2))
    assert judge(longer).state.target == 25


def test_an_unloaded_move_ends_with_a_slower_way_down():
    slow = attempt("bird_dog", None, None, 17, 1, 0, "17 17", 6, "green")

    assert judge(slow).state.slower_seconds == 1
    slowest = judge(replace(slow, lowering_seconds=4))
    assert (slowest.state.slower_seconds, slowest.state.target) == (0, 17)
