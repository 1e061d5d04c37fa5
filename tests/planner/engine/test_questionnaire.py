"""Which questions there are, who is asked, and what is wrong with answers (sections 3.2, 3.4)."""

import pytest

from planner.engine import (
    QUESTIONS,
    VALIDATION_MESSAGES,
    InvalidAnswersError,
    Plan,
    Refusal,
    applies,
    build_plan,
    drop_irrelevant,
    parse_answers,
    problems,
)
from tests.planner.engine.people import BASE, CALM, person
from tests.planner.engine.questionnaire_table import BROKEN, MESSAGES, SHOWN
from tests.planner.engine.questions import DAYS, MANY, NUMBERS, ONE


def problems_of(raw):
    return [(problem.rule, problem.field) for problem in problems(parse_answers(raw))]


def test_the_questionnaire_has_the_questions_and_options_of_the_rulebook():
    days = {"days_available": DAYS, "days_preferred": DAYS}
    many = {name: [*codes, "none"] for name, codes in MANY.items()} | days
    numbers = {name: [] for name in (*NUMBERS, "phq9", "gad7")}

    assert {
        name: [str(option) for option in question.options or ()]
        for name, question in QUESTIONS.items()
    } == ONE | many | numbers
    assert {name for name, question in QUESTIONS.items() if question.is_multiple} == many.keys()
    assert {name: (QUESTIONS[name].low, QUESTIONS[name].high) for name in NUMBERS} == NUMBERS


@pytest.mark.parametrize("name", BROKEN)
def test_broken_answers_are_told_by_rule_and_field(name):
    changes, rule, field = BROKEN[name]
    raw = person(**changes)

    assert (rule, field) in problems_of(raw)
    with pytest.raises(InvalidAnswersError) as error:
        build_plan(parse_answers(raw))
    assert (rule, field) in [(problem.rule, problem.field) for problem in error.value.problems]


@pytest.mark.parametrize("rule", MESSAGES)
def test_a_broken_rule_says_what_the_rulebook_says(rule):
    assert VALIDATION_MESSAGES[rule] == MESSAGES[rule]


def test_the_base_person_has_nothing_to_mend():
    assert problems_of(BASE) == []
    assert isinstance(build_plan(parse_answers(BASE)), Plan)


@pytest.mark.parametrize("name", sorted(set(BASE) - {"severity_self", "peripartum"}))
def test_a_question_put_to_everyone_must_be_answered(name):
    without = {field: answer for field, answer in BASE.items() if field != name}

    assert name in [field for _, field in problems_of(without)]


@pytest.mark.parametrize("name", sorted(CALM))
def test_a_conditional_question_must_be_answered_where_it_is_asked(name):
    changes = next(changes for field, changes, asked in SHOWN.values() if field == name and asked)
    without = {field: answer for field, answer in person(**changes).items() if field != name}

    assert name in [field for _, field in problems_of(without)]


@pytest.mark.parametrize("name", SHOWN)
def test_a_question_is_put_to_those_it_is_for(name):
    field, changes, asked = SHOWN[name]
    others = {k: answer for k, answer in person(**changes).items() if k != field or k in changes}

    assert applies(field, parse_answers(others)) is asked


@pytest.mark.parametrize("name", sorted(set(QUESTIONS) - {field for field, *_ in SHOWN.values()}))
def test_every_other_question_is_put_to_everyone(name):
    assert applies(name, parse_answers({}))


@pytest.mark.parametrize(
    "check", [{"phq9": [1] * 8 + [0]}, {"gad7": [1] * 7}], ids=["mood check", "worry check"]
)
def test_a_complete_check_stands_in_for_ones_own_word_of_how_strong_it_feels(check):
    assert problems_of(person(severity_self=None, **check)) == []


def test_item_9_of_the_mood_check_answers_the_question_of_self_harm():
    raw = person(self_harm=None, phq9=[0] * 8 + [1])

    assert problems_of(raw) == []
    result = build_plan(parse_answers(raw))
    assert isinstance(result, Refusal)
    assert result.screening_rules[0] == "SCR-01"


def test_item_9_at_zero_leaves_the_question_of_self_harm_open():
    raw = person(self_harm=None, phq9=[1] * 8 + [0])

    assert problems_of(raw) == [("VAL-14", "self_harm")]


def test_item_9_weighs_more_than_a_no():
    result = build_plan(parse_answers(person(self_harm="no", phq9=[0] * 8 + [1])))

    assert (result.disposition, result.access) == ("urgent_help", "none")


@pytest.mark.parametrize("consent", [True, None])
def test_consent_may_be_left_out_for_the_engine(consent):
    assert problems_of(person(consent=consent)) == []


@pytest.mark.parametrize(
    ("peripartum", "oldest"), [("pregnant", 55), ("postpartum", 58)], ids=["pregnant", "postpartum"]
)
def test_val_11_an_unusual_age_is_asked_about_and_stops_nobody(peripartum, oldest):
    usual, unusual = (person(age=age, peripartum=peripartum) for age in (oldest, oldest + 1))

    assert problems_of(usual) == []
    assert problems_of(unusual) == [("VAL-11", "peripartum")]
    assert [problem.is_soft for problem in problems(parse_answers(unusual))] == [True]
    assert isinstance(build_plan(parse_answers(unusual)), Plan)


def test_val_12_type_1_diabetes_means_insulin():
    told = build_plan(parse_answers(person(conditions=["diabetes_type1"], medicines=["insulin"])))
    untold = build_plan(parse_answers(person(conditions=["diabetes_type1"])))

    assert untold == told
    assert "CAV-26" in untold.caveats


def test_clearance_left_open_counts_as_not_yet():
    heart = {"conditions": ["heart_disease"]}

    left_open, not_yet, yes = (
        build_plan(parse_answers(person(**heart, clearance=answer)))
        for answer in (None, "no", "yes")
    )

    assert left_open == not_yet
    assert (left_open.access, yes.access) == ("draft_for_clinician", "active")


def test_answers_to_questions_that_do_not_apply_are_dropped():
    stale = {
        "pregnancy_week": 20,
        "pregnancy_flags": ["pg_urgent"],
        "postpartum_week": 3,
        "birth_type": "caesarean",
        "postpartum_flags": ["pp_urgent"],
        "under_care": "no",
        "bp_status": "180_110_or_more",
        "active_now": "no",
        "pain_now": 9,
        "pain_flags": ["cancer_history"],
        "glp1_intake": "hardly_eating_or_vomiting",
        "chair_stand": "cannot",
        "floor_ok": "no",
        "clearance": "yes",
    }

    assert drop_irrelevant(parse_answers(BASE | stale)) == parse_answers(BASE)
    assert build_plan(parse_answers(BASE | stale)) == build_plan(parse_answers(BASE))


def test_an_answer_dropped_takes_along_those_that_hung_on_it():
    at_40 = person(age=40, peripartum="pregnant", pregnancy_flags=["pg_complication"])
    at_70 = at_40 | {"age": 70, "chair_stand": "easily", "clearance": "no"}

    assert drop_irrelevant(parse_answers(at_70)) == parse_answers(
        {name: answer for name, answer in person(age=70).items() if name != "peripartum"}
    )


def test_answers_that_apply_are_kept():
    raw = person(age=70, conditions=["high_blood_pressure"], pain_sites=["knee"])

    kept = drop_irrelevant(parse_answers(raw))

    assert kept == parse_answers({k: v for k, v in raw.items() if k != "peripartum"})
