"""One more risk, or a worse answer, never loosens anything: not who may train, not how much."""

import random

import pytest

from planner.engine import Plan, build_plan, parse_answers
from tests.planner.engine import generate
from tests.planner.engine.people import person
from tests.planner.engine.risks import RISKS, with_risk
from tests.planner.engine.screening_table import STRICTEST_FIRST
from tests.planner.engine.search import PROFILE

ACCESS = ("none", "draft_for_clinician", "draft_for_supervisor", "active")
PEOPLE = 400 if PROFILE == "sweep" else 30

# Each goes from the calmest answer to the worst.
LADDERS = {
    "severity_self": [
        {"severity_self": level} for level in ("minimal", "mild", "moderate", "severe")
    ],
    "phq9": [{"phq9": [low] * 8 + [0]} for low in range(4)],
    "age": [{"age": age} for age in (34, 64, 65, 74, 75, 89, 90, 110)],
    "pain_now": [{"pain_sites": ["low_back"], "pain_now": pain} for pain in range(11)],
    "chair_stand": [
        {"age": 70, "chair_stand": answer} for answer in ("easily", "with_hands", "cannot")
    ],
    "floor_ok": [{"age": 70, "floor_ok": answer} for answer in ("yes", "no")],
    "bp_status": [
        {"conditions": ["high_blood_pressure"], "bp_status": answer}
        for answer in ("under_160_100", "160_100_to_179_109", "180_110_or_more")
    ],
    "pregnancy_week": [
        {"peripartum": "pregnant", "pregnancy_week": week} for week in (1, 12, 13, 27, 28, 42)
    ],
    "healing": [
        {"peripartum": "postpartum", "postpartum_week": week} for week in (52, 12, 11, 6, 5, 0)
    ],
    "under_care": [
        {"condition": "depression_treatment_resistant", "under_care": answer}
        for answer in ("yes", "no")
    ],
    "clearance": [
        {"conditions": ["heart_disease"], "clearance": answer} for answer in ("yes", "no")
    ],
    "supervision": [
        {"severity_self": "severe", "supervision": answer}
        for answer in ("clinician_programme", "exercise_professional", "none")
    ],
    "energy_mode": [{"energy_mode": answer} for answer in ("usual", "low_energy")],
}
TRAINING = [
    {"experience": experience, "session_minutes": minutes, "days_per_week": "3"}
    for experience in ("new", "returning", "regular")
    for minutes in ("20", "30", "45", "60")
]


def built(raw):
    return build_plan(parse_answers(raw))


def assert_no_looser(before, after, raw):
    """Whoever may train less than before, or as much, and never harder or with more sets."""
    assert strictness(after) <= strictness(before), raw
    if not isinstance(after, Plan):
        return
    assert isinstance(before, Plan), raw
    assert after.effort_cap <= before.effort_cap, raw
    assert after.level_cap <= before.level_cap, raw
    assert after.rest_seconds >= before.rest_seconds, raw
    # Fewer slots save the time of setting up, so that one set more may fit a session (section 5.6).
    room = len(after.days) if after.slots < before.slots else 0
    for later, earlier in zip(after.weeks, before.weeks, strict=True):
        assert later.sets <= earlier.sets + room, (earlier.number, raw)
        assert later.effort_high <= earlier.effort_high, (earlier.number, raw)


def strictness(result):
    return STRICTEST_FIRST.index(result.disposition), ACCESS.index(result.access)


@pytest.fixture(scope="module")
def people():
    """Generated people with their plans; what stands in the way of a plan cannot get looser."""
    dice = random.Random(5)  # noqa: S311 - dice, not a secret
    found = []
    while len(found) < PEOPLE:
        raw = generate.answers(dice)
        plan = built(raw)
        if isinstance(plan, Plan):
            found.append((raw, plan))
    return found


@pytest.mark.parametrize("risk", RISKS)
def test_one_more_risk_never_loosens_anything(risk, people):
    for raw, before in people:
        riskier = with_risk(raw, RISKS[risk])
        if riskier is not None:
            assert_no_looser(before, built(riskier), riskier)


@pytest.mark.parametrize("ladder", LADDERS)
def test_a_worse_answer_never_loosens_anything(ladder):
    for training in TRAINING:
        steps = [person(**training, **step) for step in LADDERS[ladder]]
        results = [built(raw) for raw in steps]
        for raw, before, after in zip(steps[1:], results, results[1:], strict=False):
            assert_no_looser(before, after, raw)
