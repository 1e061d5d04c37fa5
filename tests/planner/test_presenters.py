"""Words for every value: no code, tag or rule is ever left without them."""

import pytest

from planner.engine import QUESTIONS, RULES, Number, Pattern, Tag, parse_answers
from planner.labels import LABELS
from planner.presenters.answers import answer_words, telling_rows
from planner.presenters.plan import ASKED
from planner.presenters.refusal import CLINICAL_REASONS, LEFT_OUT, PATTERNS
from planner.presenters.why import source_links, why
from tests.planner.engine.screening_table import ROWS


def test_every_question_and_option_has_words():
    assert set(LABELS) == set(QUESTIONS)
    for name, question in QUESTIONS.items():
        assert [*LABELS[name].options] == [str(code) for code in question.options or ()], name


def test_two_questions_are_never_called_the_same():
    topics = [str(label.topic) for label in LABELS.values()]

    assert len(set(topics)) == len(topics)


def test_everything_a_summary_may_name_has_words():
    asking = {row for row, (outcome, *_) in ROWS.items() if outcome in {"withheld", "take along"}}

    assert set(PATTERNS) == set(Pattern)
    assert set(LEFT_OUT) == set(Tag)
    assert set(CLINICAL_REASONS) == asking - {"SCR-10", "SCR-11"}


def test_every_number_of_a_plan_can_be_asked_about():
    assert set(ASKED) == set(Number)


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("age", {"age": 40}, "40"),
        ("pain_now", {"pain_now": 0}, "0"),
        ("country", {"country": "eu_other"}, "Another EU country"),
        ("symptoms", {"symptoms": ["none"]}, "None of these"),
        ("pain_sites", {"pain_sites": ["knee", "neck"]}, "Neck; Knee"),
        ("phq9", {"phq9": [0] * 9}, "0 of 27, in the range often called minimal"),
        ("phq9", {"phq9": [2] * 8 + [0]}, "16 of 27, in the range often called moderately severe"),
        ("gad7", {"gad7": [3] * 7}, "21 of 21, in the range often called severe"),
        ("gad7", {}, "Skipped"),
        ("birth_type", {}, "Not answered"),
        ("days_preferred", {}, "Not answered"),
        ("self_harm", {"self_harm": "no"}, "Asked. We never keep this answer."),
    ],
)
def test_an_answer_is_said_in_words(name, raw, words):
    assert answer_words(QUESTIONS[name], parse_answers(raw)) == words


def test_a_clinician_reads_what_tells_something_and_no_more():
    answers = parse_answers(
        {
            "age": 70,
            "country": "gb",
            "condition": "wellbeing",
            "symptoms": ["none"],
            "conditions": ["heart_disease"],
            "medicines": ["none"],
            "pain_sites": ["hip"],
            "pain_now": 0,
            "chair_stand": "easily",
            "floor_ok": "no",
            "clearance": "no",
            "equipment": ["band"],
        }
    )

    topics = [str(row.topic) for row in telling_rows(answers)]

    assert topics == [
        "Age",
        "What you want help with",
        "Your health",
        "Pain",
        "How bad the pain is",
        "Getting down to the floor",
    ]


def test_a_source_is_named_after_its_key():
    names = [link.name for link in source_links(("gordon-2018", "acsm-2009", "nice-ng222"))]

    assert names == ["Gordon 2018", "ACSM 2009", "NICE NG222"]


def test_each_rule_is_explained_once_and_a_choice_of_ours_is_called_that():
    unsourced = next(rule for rule in RULES.values() if not rule.sources)
    sourced = next(rule for rule in RULES.values() if rule.sources and not rule.careful_choice)

    reasons = why(unsourced.id, sourced.id, unsourced.id)

    assert [reason.rule for reason in reasons] == [unsourced.id, sourced.id]
    assert [reason.is_choice for reason in reasons] == [True, False]
