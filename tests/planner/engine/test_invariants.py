"""The invariants of the rulebook, section 10, over thousands of generated answer sets.

INV-08, INV-34 and INV-37 belong to pages; INV-28 to INV-33 to logged sessions. Those about words
are in test_invariants_of_wording.py, those about the library in test_library.py.
"""

from dataclasses import asdict
from itertools import pairwise

import pytest

from planner.engine import EXERCISES, RULES, Facts, Number, Refusal, build_plan, parse_answers
from tests.planner.engine import dose_table, screening_table
from tests.planner.engine.questions import DAYS
from tests.planner.engine.search import for_every_answer_set, for_every_plan

pytestmark = pytest.mark.xdist_group("generated answers")
LEGS, PUSHES, PULLS = (
    {"squat", "hinge"},
    {"push_horizontal", "push_vertical"},
    {"pull_horizontal", "pull_vertical"},
)
NORMAL_WEEKS = (1, 2, 3, 4, 5, 7, 8, 9, 10, 11)


def patterns(layout):
    return {EXERCISES[code].pattern for code in layout}


@for_every_plan
def test_inv_01_a_plan_has_two_or_three_sessions_a_week(case):
    assert case.plan.sessions_per_week in {2, 3}
    assert {len(week.sessions) for week in case.plan.weeks} == {case.plan.sessions_per_week}


@for_every_plan
def test_inv_02_a_plan_has_twelve_weeks_of_sessions(case):
    assert [week.number for week in case.plan.weeks] == [*range(1, 13)]
    assert len(case.sessions) == 12 * case.plan.sessions_per_week


@for_every_answer_set
def test_inv_03_thoughts_of_self_harm_lead_to_help_and_no_plan(case):
    if case.known.crisis:
        assert (case.result.disposition, case.result.access) == ("urgent_help", "none")
        assert isinstance(case.result, Refusal)
        assert "CAV-02" in case.result.caveats


@for_every_answer_set
def test_inv_04_nobody_under_18_gets_a_plan(case):
    if case.known.age < 18:
        assert case.result.access == "none"


@for_every_answer_set
def test_inv_05_the_first_matching_row_is_the_strictest(case):
    outcomes = [screening_table.outcome(row) for row in case.result.screening_rules]
    strictness = [screening_table.STRICTEST_FIRST.index(outcome[0]) for outcome in outcomes]
    assert (case.result.disposition, case.result.access) == outcomes[0]
    assert strictness[0] == min(strictness)
    assert case.result.access == "none" or "none" not in {access for _, access in outcomes}


@for_every_answer_set
def test_inv_06_every_answer_set_matches_a_row(case):
    assert case.result.screening_rules == screening_table.matching(case.known)
    assert case.result.screening_rules[-1] == "SCR-99"


@for_every_answer_set
def test_inv_07_without_access_there_is_no_exercise_and_no_dose(case):
    if case.result.access == "none":
        told = asdict(case.result)
        assert set(told) == {"disposition", "access", "role", "screening_rules", "caveats"}
        assert not EXERCISES.keys() & {*told["screening_rules"], *told["caveats"]}
    else:
        assert case.plan


@for_every_answer_set
def test_inv_09_strong_or_unclear_symptoms_make_the_plan_an_addition_to_care(case):
    known = case.known
    if (
        known.sev >= 3
        or known.trd
        or known.sev_unknown
        or known.any("eating_disorder_now", "underweight", "bipolar_history")
    ):
        assert case.result.role == "adjunct" or case.result.disposition == "urgent_help"


@for_every_answer_set
def test_inv_11_strong_symptoms_without_supervision_never_open_a_plan(case):
    if case.known.sev >= 3 and case.known.sup == 0:
        assert case.result.access != "active"


@for_every_plan
def test_inv_12_every_plan_and_draft_carries_the_medicine_and_safety_cards(case):
    assert {"CAV-01", "CAV-35"} <= set(case.plan.caveats)


@for_every_plan
def test_inv_14_training_days_are_available_and_never_neighbours(case):
    numbers = sorted(DAYS.index(day) for day in case.plan.days)
    assert set(case.plan.days) <= set(case.raw["days_available"])
    assert all(after - before >= 2 for before, after in pairwise([*numbers, numbers[0] + 7]))
    assert all(
        tuple(session.day for session in week.sessions) == case.plan.days
        for week in case.plan.weeks
    )


@for_every_plan
def test_inv_15_no_exercise_needs_equipment_the_person_lacks(case):
    assert {exercise.equipment for exercise in case.exercises} <= case.known.equipment


@for_every_plan
def test_inv_16_no_exercise_carries_a_tag_that_a_matching_rule_excludes(case):
    excluded = {tag for row in dose_table.matching(case.known) for tag in row[2]["tags"]}
    assert not any(excluded & exercise.tags for exercise in case.exercises)


@for_every_plan
def test_inv_17_nobody_lies_flat_or_face_down_after_twelve_weeks_of_pregnancy(case):
    if case.known.pregnant and case.known.pregnancy_week > 12:
        lying = {"supine_after_first_trimester", "prone_lying"}
        assert not any(lying & exercise.tags for exercise in case.exercises)


@for_every_plan
def test_inv_18_no_exercise_is_above_the_level_cap_and_level_4_needs_company(case):
    highest = max(exercise.level for exercise in case.exercises)
    assert highest <= case.plan.level_cap
    assert highest < 4 or case.raw["supervision"] != "none"


@for_every_plan
def test_inv_19_nobody_is_sent_to_the_floor_who_cannot_get_up(case):
    if case.raw.get("floor_ok") == "no":
        floor = {"floor_transfer", "kneeling"}
        assert not any(floor & exercise.tags for exercise in case.exercises)


@for_every_plan
def test_inv_20_later_life_weak_legs_and_weak_bones_train_balance_every_time(case):
    known = case.known
    if (
        known.age >= 65
        or known.condition == "depression_sarcopenia"
        or known.frail_sign
        or known.any("osteoporosis", "bone_fracture_fragility", "falls_2plus_or_injury")
    ):
        assert all("balance" in patterns(each) for each in case.layouts if len(each) >= 4)


@for_every_plan
def test_inv_21_every_session_has_three_exercises_with_legs_a_push_and_a_pull(case):
    for layout in case.layouts:
        assert len(layout) >= 3
        assert all(patterns(layout) & group for group in (LEGS, PUSHES, PULLS))


@for_every_plan
def test_inv_22_no_exercise_appears_twice_in_a_session(case):
    assert all(len(set(layout)) == len(layout) for layout in case.layouts)


@for_every_plan
def test_inv_23_each_slot_has_at_least_one_set_and_at_most_the_cap(case):
    for week in case.plan.weeks:
        early_newcomer = case.raw["experience"] == "new" and week.number <= 6
        cap = min(2, case.plan.set_cap) if early_newcomer else case.plan.set_cap
        sets = {p.sets for session in week.sessions for p in session.prescriptions}
        assert sets <= set(range(1, cap + 1))


@for_every_plan
def test_inv_24_sets_never_jump_and_never_fall_between_normal_weeks(case):
    normal = [case.plan.weekly_sets[week - 1] for week in NORMAL_WEEKS]
    assert all(0 <= after - before <= max(2, before / 5) for before, after in pairwise(normal))


@for_every_plan
def test_inv_25_weeks_6_and_12_are_lighter(case):
    sets, weeks = case.plan.weekly_sets, case.plan.weeks
    assert [week.number for week in weeks if week.is_lighter] == [6, 12]
    assert sets[5] <= sets[4]
    assert sets[11] <= sets[10]
    assert max(weeks[5].effort_high, weeks[11].effort_high) <= 5


@for_every_plan
def test_inv_26_effort_stays_under_its_cap_and_never_above_8(case):
    cap = case.plan.effort_cap
    assert cap <= 8
    assert all(week.effort_low < week.effort_high <= cap for week in case.plan.weeks)


@for_every_plan
def test_inv_27_a_session_fits_the_minutes_chosen(case):
    plan, chosen = case.plan, int(case.raw["session_minutes"])
    for session in case.sessions:
        sets = sum(p.sets for p in session.prescriptions)
        seconds = 60 * (plan.warm_up_minutes + plan.cool_down_minutes)
        seconds += 30 * len(session.prescriptions) + sets * (60 + plan.rest_seconds)
        assert seconds <= 60 * plan.session_minutes <= 60 * chosen


@for_every_answer_set
def test_inv_35_the_highest_level_given_decides_how_strong_the_symptoms_are(case):
    facts = Facts(case.answers)
    assert (facts.severity, facts.severity_unknown) == (case.known.sev, case.known.sev_unknown)


@for_every_answer_set
def test_inv_36_the_same_answers_give_the_same_plan_in_whatever_order(case):
    if case.number % 20:
        return  # One in twenty is enough: it costs a second plan.
    backwards = {
        name: value[::-1] if isinstance(value, list) and name not in {"phq9", "gad7"} else value
        for name, value in reversed(case.raw.items())
    }
    assert build_plan(parse_answers(backwards)) == case.result


@for_every_plan
def test_inv_40_every_number_names_the_rules_behind_it(case):
    plan = case.plan
    traced = [reason.rules for reason in plan.reasons]
    traced += [rules for week in plan.weeks for rules in (week.effort_rules, week.sets_rules)]
    traced += {p.count_rules for session in case.sessions for p in session.prescriptions}
    own = {*plan.prescription_rules, "PRG-20", "PRG-22", "PRG-61"}
    assert {reason.number for reason in plan.reasons} == set(Number)
    assert all(traced)
    assert {rule for rules in traced for rule in rules} <= own <= RULES.keys()


@for_every_answer_set
def test_inv_40_every_caveat_traces_to_a_row_or_a_question(case):
    assert case.result.caveats == screening_table.caveats(case.known)
