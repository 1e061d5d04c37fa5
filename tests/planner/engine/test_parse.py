"""Reading answers from plain values: each wrong one is named, and nothing is guessed."""

import pytest

from planner.engine import InvalidAnswersError, parse_answers
from tests.planner.engine.people import BASE, person
from tests.planner.engine.questions import MANY, ONE

NOT_A_CODE = {
    "an unknown code": "no such code",
    "nothing between the quotes": "",
    "capital letters": "NONE",
    "a code with a space": " none",
    "a very long code": "x" * 100_000,
    "a list in a list": ["none"],
    "an object": {"none": True},
    "true": True,
    "a broken number": 1.5,
    "a huge number": 10**400,
}
NOT_A_NUMBER = {
    "a word": "34",
    "a broken number": 34.0,
    "true": True,
    "false": False,
    "a list": [34],
    "an object": {},
    "not a number": float("nan"),
    "endless": float("inf"),
}
NUMBERS = ("age", "pregnancy_week", "postpartum_week", "pain_now")


def fields_named(raw):
    """The fields that parsing refuses, and whether each is refused as VAL-13."""
    with pytest.raises(InvalidAnswersError) as error:
        parse_answers(raw)
    return {problem.field for problem in error.value.problems if problem.rule == "VAL-13"}


@pytest.mark.parametrize("value", NOT_A_CODE.values(), ids=NOT_A_CODE)
@pytest.mark.parametrize("name", ONE)
def test_a_single_choice_takes_nothing_but_its_codes(name, value):
    assert fields_named(BASE | {name: value}) == {name}


@pytest.mark.parametrize("value", NOT_A_CODE.values(), ids=NOT_A_CODE)
@pytest.mark.parametrize("name", MANY)
def test_a_multiple_choice_takes_nothing_but_its_codes(name, value):
    assert fields_named(BASE | {name: ["none", value]}) == {name}


@pytest.mark.parametrize("value", ["none", {"none": 1}, 3, True], ids=str)
@pytest.mark.parametrize("name", [*MANY, "days_available", "days_preferred", "phq9", "gad7"])
def test_a_list_must_be_a_list(name, value):
    assert fields_named(BASE | {name: value}) == {name}


@pytest.mark.parametrize("value", NOT_A_NUMBER.values(), ids=NOT_A_NUMBER)
@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_must_be_a_whole_number(name, value):
    assert fields_named(BASE | {name: value}) == {name}


@pytest.mark.parametrize("value", NOT_A_NUMBER.values(), ids=NOT_A_NUMBER)
@pytest.mark.parametrize(("name", "items"), [("phq9", 9), ("gad7", 7)])
def test_an_item_of_a_check_must_be_a_whole_number(name, items, value):
    assert fields_named(BASE | {name: [0] * (items - 1) + [value]}) == {name}


@pytest.mark.parametrize("value", [1, 0, "yes", "true", []], ids=str)
def test_consent_is_true_or_false(value):
    assert fields_named(BASE | {"consent": value}) == {"consent"}


def test_an_unknown_field_is_named():
    assert fields_named(BASE | {"weight": 80}) == {"weight"}


def test_every_wrong_field_is_named_at_once_and_what_is_missing_too():
    raw = {"age": "old", "condition": "sad", "medicines": ["aspirin"], "shoe_size": 42}

    with pytest.raises(InvalidAnswersError) as error:
        parse_answers(raw)

    named = [problem.field for problem in error.value.problems]
    assert named[:4] == ["age", "condition", "medicines", "shoe_size"]
    assert {"country", "severity_self", "self_harm", "days_available", "energy_mode"} <= {*named}
    assert len(named) == len(set(named))


def test_the_message_names_the_field_and_the_choices_but_not_what_was_typed():
    with pytest.raises(InvalidAnswersError) as error:
        parse_answers(BASE | {"floor_ok": "my private words"})

    assert "floor_ok: This is not one of the choices." in str(error.value)
    assert "yes, no" in str(error.value)
    assert "my private words" not in str(error.value)


def test_a_code_given_twice_counts_once():
    assert parse_answers(BASE | {"pain_sites": ["knee", "knee"]}) == parse_answers(
        BASE | {"pain_sites": ["knee"]}
    )


def test_the_order_of_several_codes_does_not_matter():
    assert parse_answers(BASE | {"pain_sites": ["knee", "hip"]}) == parse_answers(
        BASE | {"pain_sites": ["hip", "knee"]}
    )


def test_a_code_of_digits_may_be_a_number():
    assert parse_answers(BASE | {"session_minutes": 45, "days_per_week": 3}) == parse_answers(
        BASE | {"session_minutes": "45", "days_per_week": "3"}
    )


def test_null_is_no_answer():
    assert parse_answers(dict.fromkeys(person())) == parse_answers({})
