"""Screening, swept: every risk alone for everyone, and every two rows of the table together."""

from itertools import product

import pytest

from planner.engine import Facts, parse_answers
from planner.engine.screening import screen
from tests.planner.engine import screening_table
from tests.planner.engine.known import Known
from tests.planner.engine.people import BASE, person
from tests.planner.engine.risks import RISKS, both, settled
from tests.planner.engine.search import PROFILE

SUPERVISION = ("none", "exercise_professional", "clinician_programme")
CONDITIONS = ["depression", "depression_treatment_resistant"]
SEVERITIES = ["mild", "moderate", "severe", "not_sure"]
AGES = [17, 34, 65, 75, 90]
if PROFILE == "sweep":
    CONDITIONS += ["wellbeing", "anxiety_gad", "depression_sarcopenia"]
    SEVERITIES += ["minimal"]
    AGES += [10, 16, 18, 64, 74, 89, 110]

# What brings up each row by itself, in the order of the table.
ALONE = {
    "SCR-01": {"self_harm": "yes"},
    "SCR-02": {"mental_flags": ["voices_or_mania_now"]},
    "SCR-03": {"symptoms": ["stroke_signs"]},
    "SCR-04": {"peripartum": "postpartum", "postpartum_flags": ["pp_urgent"]},
    "SCR-10": {"age": 17},
    "SCR-11": {"self_harm": "prefer_not_to_say"},
    "SCR-12": {"symptoms": ["palpitations"]},
    "SCR-13": {"mental_flags": ["underweight"]},
    "SCR-14": {"conditions": ["high_blood_pressure"], "bp_status": "180_110_or_more"},
    "SCR-15": {"conditions": ["aneurysm_or_eye_bleed"]},
    "SCR-16": {"pain_sites": ["neck"], "pain_flags": ["cancer_history"]},
    "SCR-17": {"peripartum": "pregnant", "pregnancy_flags": ["pg_complication"]},
    "SCR-18": {"peripartum": "pregnant", "medicines": ["glp1"]},
    "SCR-20": {"conditions": ["stroke_or_tia"]},
    "SCR-21": {"conditions": ["kidney_disease"], "active_now": "no"},
    "SCR-22": {"conditions": ["high_blood_pressure"], "bp_status": "not_checked_6m"},
    "SCR-23": {"recent_event": ["surgery_12w"]},
    "SCR-24": {"conditions": ["bone_fracture_fragility"]},
    "SCR-25": {"conditions": ["other_serious"]},
    "SCR-26": {"peripartum": "postpartum", "postpartum_week": 5},
    "SCR-27": {"age": 70, "chair_stand": "cannot"},
    "SCR-28": {"pain_sites": ["hip"], "pain_now": 7},
    "SCR-29": {"severity_self": "severe", "under_care": "no"},
    "SCR-30": {"peripartum": "pregnant", "severity_self": "moderate", "under_care": "no"},
    "SCR-40": {"severity_self": "severe"},
    "SCR-41": {"mental_flags": ["eating_disorder_now"], "clearance": "yes"},
    "SCR-42": {"symptoms": ["fainting"], "clearance": "yes"},
    "SCR-43": {"conditions": ["aneurysm_or_eye_bleed"], "clearance": "yes"},
    "SCR-44": {"age": 65, "conditions": ["falls_2plus_or_injury"]},
    "SCR-45": {"age": 75, "chair_stand": "with_hands"},
    "SCR-46": {"age": 90},
    "SCR-60": {"severity_self": "severe", "supervision": "exercise_professional"},
    "SCR-61": {"condition": "depression_treatment_resistant"},
    "SCR-62": {"severity_self": "not_sure"},
    "SCR-63": {"condition": "anxiety_gad"},
    "SCR-64": {"mental_flags": ["bipolar_history"]},
    "SCR-65": {"peripartum": "prefer_not_to_say"},
    "SCR-66": {"peripartum": "postpartum", "postpartum_week": 6},
    "SCR-67": {"age": 65},
    "SCR-68": {"pain_sites": ["elbow"]},
    "SCR-69": {"conditions": ["osteoporosis"]},
    "SCR-70": {"conditions": ["heart_disease"], "clearance": "yes"},
    "SCR-71": {"conditions": ["high_blood_pressure"]},
    "SCR-72": {"medicines": ["insulin"]},
    "SCR-73": {"conditions": ["epilepsy"]},
    "SCR-74": {"medicines": ["glp1"]},
    "SCR-75": {"medicines": ["antidepressant"]},
    "SCR-76": {"recent_event": ["injury_or_fracture_12w"], "clearance": "yes"},
    "SCR-77": {"symptoms": ["feverish_today"]},
    "SCR-78": {"condition": "depression_sarcopenia", "chair_stand": "with_hands"},
    "SCR-99": {},
}
# Two rows never come up first: a stricter or an earlier one always matches with them.
FIRST_INSTEAD = {"SCR-78": "SCR-67"}


def screened(raw):
    return screen(Facts(parse_answers(raw)))


def assert_screened_by_the_table(raw):
    """INV-03 to INV-06, INV-09 and INV-11, and the whole table, for one answer set."""
    known, result = Known(raw), screened(raw)
    rows = screening_table.matching(known)
    outcome = (result.disposition, result.access)
    all_outcomes = [screening_table.outcome(row) for row in rows]

    assert tuple(rule.id for rule in result.rules) == rows, raw
    assert outcome == all_outcomes[0], raw
    assert result.caveats == screening_table.caveats(known), raw
    assert outcome[0] == min((o[0] for o in all_outcomes), key=strictness), raw
    assert outcome[1] == "none" or ("none" not in {access for _, access in all_outcomes}), raw
    if known.crisis:
        assert outcome == ("urgent_help", "none"), raw
    if known.age < 18:
        assert result.access == "none", raw
    if known.sev >= 3 and known.sup == 0:
        assert result.access != "active", raw
    if outcome[0] != "urgent_help":
        assert result.role == screening_table.role(known), raw


def strictness(disposition):
    return screening_table.STRICTEST_FIRST.index(disposition)


def everyone_with(risk):
    """All closed answers that decide screening, crossed, each different person once."""
    people = {}
    for age, condition, severity, supervision, clearance, care in product(
        AGES, CONDITIONS, SEVERITIES, SUPERVISION, ("yes", "no"), ("yes", "no")
    ):
        raw = settled(
            BASE
            | {"age": age, "condition": condition, "severity_self": severity}
            | {"supervision": supervision, "clearance": clearance, "under_care": care}
            | risk
        )
        people[str(sorted(raw.items()))] = raw
    return people.values()


@pytest.mark.parametrize("row", ALONE)
def test_each_row_matches_by_itself(row):
    result = screened(person(**ALONE[row]))

    assert row in {rule.id for rule in result.rules}
    assert result.rules[0].id == FIRST_INSTEAD.get(row, row)


def test_every_row_of_the_table_is_swept():
    assert list(ALONE) == list(screening_table.ROWS)


@pytest.mark.parametrize("risk", RISKS)
def test_one_risk_is_screened_by_the_table_whoever_has_it(risk):
    for raw in everyone_with(RISKS[risk]):
        assert_screened_by_the_table(raw)


@pytest.mark.parametrize("row", ALONE)
def test_any_two_rows_together_are_screened_by_the_table(row):
    rows = list(ALONE)
    for later in rows[rows.index(row) :]:
        changes = both(ALONE[row], ALONE[later])
        if changes is None:
            continue  # One person cannot say both.
        for clearance, supervision in product(("yes", "no"), SUPERVISION):
            people = {"clearance": clearance, "supervision": supervision} | changes
            assert_screened_by_the_table(settled(BASE | people))
