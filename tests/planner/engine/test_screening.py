"""What ends the questionnaire at once, what clearance lifts, and what the rows say."""

import pytest

from planner.engine import (
    RULES,
    SCREENING_MESSAGES,
    ScreeningRule,
    build_plan,
    parse_answers,
    stop_at_once,
)
from planner.engine.caveats import CAVEATS, ORDER
from tests.planner.engine.people import person
from tests.planner.engine.screening_table import OUTCOMES, ROWS, outcome
from tests.planner.engine.test_screening_sweep import ALONE

# Answers so far, as little as one; the row that ends the questionnaire there.
AT_ONCE = {
    "thoughts of self-harm": ({"self_harm": "yes"}, "SCR-01"),
    "item 9 of the mood check": ({"phq9": [0] * 8 + [2]}, "SCR-01"),
    "voices now": ({"mental_flags": ["voices_or_mania_now"]}, "SCR-02"),
    "an emergency sign": ({"symptoms": ["breathless_now"]}, "SCR-03"),
    "an emergency in pregnancy": (
        {"age": 30, "peripartum": "pregnant", "pregnancy_flags": ["pg_urgent"]},
        "SCR-04",
    ),
    "under 18": ({"age": 17}, "SCR-10"),
    "rather not say": ({"self_harm": "prefer_not_to_say"}, "SCR-11"),
    "help comes before age": ({"age": 17, "self_harm": "yes"}, "SCR-01"),
}


def test_every_row_has_the_outcome_of_the_rulebook():
    rows = {rule: each for rule, each in RULES.items() if isinstance(each, ScreeningRule)}

    assert {rule: (each.disposition, each.access) for rule, each in rows.items()} == {
        row: outcome(row) for row in ROWS
    }
    assert list(rows) == list(ROWS)


@pytest.mark.parametrize("name", AT_ONCE)
def test_some_answers_end_the_questionnaire_at_once(name):
    so_far, row = AT_ONCE[name]

    assert stop_at_once(parse_answers(so_far)).id == row


@pytest.mark.parametrize("so_far", [{}, {"age": 18}, {"symptoms": ["fainting"]}], ids=str)
def test_other_answers_let_it_go_on(so_far):
    assert stop_at_once(parse_answers(so_far)) is None


@pytest.mark.parametrize("row", ALONE)
def test_stopping_at_once_never_says_other_than_the_end_would(row):
    answers = parse_answers(person(**ALONE[row]))
    first = build_plan(answers).screening_rules[0]

    stop = stop_at_once(answers)

    assert (stop.id if stop else None) == (
        first if first in {"SCR-01", "SCR-02", "SCR-03", "SCR-04", "SCR-10", "SCR-11"} else None
    )


@pytest.mark.parametrize("row", [f"SCR-{n}" for n in (12, 13, 15, 16, 17, 18, *range(20, 31))])
def test_clearance_lifts_the_row(row):
    cleared = build_plan(parse_answers(person(**ALONE[row] | {"clearance": "yes"})))

    assert row not in cleared.screening_rules
    assert cleared.disposition in {"supervised_only", "plan_with_cautions"}


@pytest.mark.parametrize(
    "row", ["SCR-01", "SCR-02", "SCR-03", "SCR-04", "SCR-10", "SCR-11", "SCR-14"]
)
def test_clearance_never_lifts_the_row(row):
    cleared = build_plan(parse_answers(person(**ALONE[row] | {"clearance": "yes"})))

    assert cleared.screening_rules[0] == row


def test_every_row_has_a_message_and_the_summary_stands_where_a_draft_stood():
    assert SCREENING_MESSAGES.keys() == ROWS.keys()
    assert not [text for text in SCREENING_MESSAGES.values() if "draft" in text]
    told_of_summary = {row for row, text in SCREENING_MESSAGES.items() if "summary" in text}
    take_along = {row for row, (kind, *_) in ROWS.items() if kind == "take along"}
    # SCR-26 and SCR-28 ask to talk with somebody and name no paper.
    assert told_of_summary == take_along - {"SCR-26", "SCR-28"}
    assert {ROWS[row][0] for row in ROWS} == OUTCOMES.keys()


def test_caveats_stand_with_help_first_and_the_safety_card_last():
    middle = [f"CAV-{n:02}" for n in range(1, 39) if n not in {2, 3, 4, 35}]

    assert list(ORDER) == ["CAV-02", "CAV-03", "CAV-04", *middle, "CAV-35"]
    assert CAVEATS.keys() == set(ORDER)
