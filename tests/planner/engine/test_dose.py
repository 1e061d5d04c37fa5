"""How hard, how many, how slowly, week by week (rulebook, section 5.4)."""

from types import SimpleNamespace

import pytest

from planner.engine import EXERCISES, HELD_PRESSES, build_plan, parse_answers
from planner.engine.dose import SLOW_LOWERING, effort_band, phase_of
from tests.planner.engine.people import person

# Effort cap, highest effort of weeks 1 and 2 if lower; bands of weeks 1 to 12.
BANDS = {
    "cap 8": (8, None, "5-6 5-6 5-6 5-6 6-7 3-5 6-7 6-7 6-8 6-8 6-8 3-5"),
    "cap 7": (7, None, "5-6 5-6 5-6 5-6 6-7 3-5 6-7 6-7 6-7 6-7 6-7 3-5"),
    "cap 6": (6, None, "5-6 5-6 5-6 5-6 5-6 3-5 5-6 5-6 5-6 5-6 5-6 3-5"),
    "cap 5": (5, None, "4-5 4-5 4-5 4-5 4-5 3-5 4-5 4-5 4-5 4-5 4-5 3-5"),
    "cap 4": (4, None, "3-4 3-4 3-4 3-4 3-4 2-4 3-4 3-4 3-4 3-4 3-4 2-4"),
    "cap 7 with panic attacks": (7, 5, "4-5 4-5 5-6 5-6 6-7 3-5 6-7 6-7 6-7 6-7 6-7 3-5"),
    "cap 4 with panic attacks": (4, 5, "3-4 3-4 3-4 3-4 3-4 2-4 3-4 3-4 3-4 3-4 3-4 2-4"),
}
REGULAR = {
    "experience": "regular",
    "equipment": ["machine"],
    "session_minutes": "60",
    "supervision": "exercise_professional",
}
# Answers; repetitions of a leg press and seconds of a walk in weeks 1, 5 and 9.
COUNTS = {
    "standard": ({"equipment": ["machine"]}, "8-12 8-12 8-12", "10-20 15-30 20-40"),
    "gentle": (
        {"equipment": ["machine"], "conditions": ["high_blood_pressure"]},
        "10-15 10-15 10-15",
        "10-15 10-20 15-30",
    ),
    "firm for the regular at the end": (REGULAR, "8-12 8-12 6-10", "10-20 15-30 20-40"),
    "firm still at 64": (REGULAR | {"age": 64}, "8-12 8-12 6-10", "10-20 15-30 20-40"),
    "not firm at 65": (REGULAR | {"age": 65}, "8-12 8-12 8-12", "10-20 15-30 20-40"),
    "not firm under an effort cap of 7": (
        REGULAR | {"medicines": ["beta_blocker"]},
        "8-12 8-12 8-12",
        "10-20 15-30 20-40",
    ),
    "not firm for the returning": (
        REGULAR | {"experience": "returning"},
        "8-12 8-12 8-12",
        "10-20 15-30 20-40",
    ),
    "gentle comes before firm": (
        REGULAR | {"conditions": ["high_blood_pressure"]},
        "10-15 10-15 10-15",
        "10-15 10-20 15-30",
    ),
}
# Answers; whether the squats of week 9 are to be stood up faster.
FASTER = {
    "64": ({"age": 64}, False),
    "65": ({"age": 65}, True),
    "65 with thin bones": ({"age": 65, "conditions": ["osteoporosis"]}, False),
    "65 after a bone break": (
        {"age": 65, "conditions": ["bone_fracture_fragility"], "clearance": "yes"},
        False,
    ),
    "65 standing up with hands": ({"age": 65, "chair_stand": "with_hands"}, False),
    "65 under an effort cap of 6": ({"age": 65, "conditions": ["lung_disease"]}, False),
    "75": ({"age": 75}, False),
}


def plan_for(changes):
    return build_plan(parse_answers(person(**{"session_minutes": "60"} | changes)))


def counts(plan, week, timed):
    return {
        f"{p.low}-{p.high}"
        for session in plan.weeks[week - 1].sessions
        for p in session.prescriptions
        if EXERCISES[p.exercise].unit.is_timed == timed
        and (timed or EXERCISES[p.exercise].equipment == "machine")
    }


@pytest.mark.parametrize("name", BANDS)
def test_the_effort_of_each_week_is_its_band_under_the_cap(name):
    cap, early, bands = BANDS[name]
    limits = SimpleNamespace(effort_cap=cap, early_effort_high=early)

    assert ["{}-{}".format(*effort_band(week, limits)) for week in range(1, 13)] == bands.split()


def test_weeks_1_to_4_learn_5_to_8_build_9_to_12_strengthen():
    assert [phase_of(week) for week in range(1, 13)] == (
        ["learn"] * 4 + ["build"] * 4 + ["strengthen"] * 4
    )


@pytest.mark.parametrize("name", COUNTS)
def test_repetitions_and_seconds_follow_the_mode_and_the_phase(name):
    changes, repetitions, seconds = COUNTS[name]

    plan = plan_for(changes)

    assert [counts(plan, week, timed=False) for week in (1, 5, 9)] == [
        {count} for count in repetitions.split()
    ]
    assert [counts(plan, week, timed=True) for week in (1, 5, 9)] == [
        {count} for count in seconds.split()
    ]


def test_moves_without_equipment_are_never_firm():
    plan = plan_for(REGULAR | {"equipment": ["none"]})

    assert {
        (p.low, p.high)
        for session in plan.weeks[8].sessions
        for p in session.prescriptions
        if not p.unit.is_timed
    } == {(8, 12)}


@pytest.mark.parametrize("name", FASTER)
def test_the_steady_over_65_stand_up_faster_in_the_last_phase(name):
    changes, faster = FASTER[name]

    plan = plan_for(changes | {"supervision": "clinician_programme"})

    squats = {
        (week.number, p.stand_up_faster)
        for week in plan.weeks
        for session in week.sessions
        for p in session.prescriptions
        if EXERCISES[p.exercise].pattern == "squat"
    }
    assert squats == {(week, faster and week >= 9) for week in range(1, 13)}


def test_moves_whose_cue_counts_three_are_lowered_in_three_seconds():
    assert {code for code, e in EXERCISES.items() if "three" in e.cue} == SLOW_LOWERING
    plan = plan_for(REGULAR)
    seconds = {
        p.exercise: p.lowering_seconds
        for session in plan.weeks[0].sessions
        for p in session.prescriptions
    }
    assert seconds["seated_leg_curl"] == 3
    assert {seconds[code] for code in seconds.keys() - SLOW_LOWERING} == {2}


def test_presses_held_for_five_seconds_are_those_whose_cue_says_so():
    assert {code for code, e in EXERCISES.items() if "five" in e.cue} == HELD_PRESSES
