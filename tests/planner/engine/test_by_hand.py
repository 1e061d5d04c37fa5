"""Every generated plan against the plan that the rulebook works out by hand, number by number."""

import pytest

from planner.engine import EXERCISES
from tests.planner.engine import by_hand, screening_table
from tests.planner.engine.search import for_every_answer_set, for_every_plan

pytestmark = pytest.mark.xdist_group("generated answers")


@for_every_answer_set
def test_the_role_is_the_first_that_matches(case):
    urgent = case.result.disposition == "urgent_help"
    assert case.result.role == (None if urgent else screening_table.role(case.known))


@for_every_plan
def test_the_frame_of_a_plan_is_the_strictest_of_all_matching_rules(case):
    plan, made = case.plan, case.by_hand
    assert (
        plan.prescription_rules,
        plan.effort_cap,
        plan.start_level,
        plan.level_cap,
        plan.set_cap,
        plan.rest_seconds,
        plan.rep_mode,
        set(plan.excluded_tags),
    ) == (
        made.rules,
        made.effort,
        made.start,
        made.level,
        made.sets,
        made.rest,
        "gentle" if made.gentle else "standard",
        made.tags,
    )


@for_every_plan
def test_the_days_and_minutes_are_those_of_the_rulebook(case):
    plan, made = case.plan, case.by_hand
    assert (
        plan.days,
        plan.sessions_per_week,
        plan.fewer_days_than_asked,
        plan.session_minutes,
        plan.warm_up_minutes,
        plan.cool_down_minutes,
        plan.slots,
    ) == (
        made.days,
        len(made.days),
        len(made.days) < made.wanted,
        made.minutes,
        made.warm_up,
        made.cool_down,
        made.slots,
    )


@for_every_plan
def test_the_exercises_are_those_of_the_rulebook(case):
    made = case.by_hand
    assert (case.plan.template_a, case.plan.template_b) == by_hand.templates(made)


@for_every_plan
def test_the_sets_climb_the_ladder_of_the_rulebook(case):
    plan, ladder = case.plan, by_hand.weekly_sets(case.by_hand)
    assert plan.weekly_sets == ladder
    for week, target in zip(plan.weeks, ladder, strict=True):
        shares = by_hand.shares(target, len(plan.days))
        assert week.sets == target
        assert [[p.sets for p in session.prescriptions] for session in week.sessions] == [
            by_hand.slot_sets(share, plan.slots) for share in shares
        ]


@for_every_plan
def test_the_effort_of_each_week_is_that_of_the_rulebook(case):
    made = case.by_hand
    assert [(week.effort_low, week.effort_high) for week in case.plan.weeks] == [
        by_hand.effort_band(week, made) for week in range(1, 13)
    ]


@for_every_plan
def test_sessions_alternate_and_are_counted_through_the_plan(case):
    templates = {"A": case.plan.template_a, "B": case.plan.template_b}
    for number, session in enumerate(case.sessions, start=1):
        assert (session.number, session.template) == (number, "AB"[(number - 1) % 2])
        assert tuple(p.exercise for p in session.prescriptions) == templates[session.template]


@for_every_plan
def test_repetitions_and_seconds_are_those_of_the_rulebook(case):
    made = case.by_hand
    for week in case.plan.weeks:
        phase = ("learn", "build", "strengthen")[(week.number - 1) // 4]
        assert week.phase == phase
        for p in week.sessions[0].prescriptions:
            exercise = EXERCISES[p.exercise]
            assert p.unit == exercise.unit
            assert (p.low, p.high) == by_hand.counts(exercise, phase, made, case.known)


@for_every_plan
def test_only_steady_older_people_stand_up_faster_and_only_at_the_end(case):
    known = case.known
    steady = (
        known.age >= 65
        and not known.frail_sign
        and not known.any("osteoporosis", "bone_fracture_fragility")
        and case.plan.effort_cap >= 7
    )
    for week in case.plan.weeks:
        for p in week.sessions[0].prescriptions:
            squat = EXERCISES[p.exercise].pattern == "squat"
            assert p.stand_up_faster == (steady and squat and week.number >= 9)


@for_every_plan
def test_an_easier_or_harder_version_is_the_nearest_that_is_allowed(case):
    made = case.by_hand
    for move in case.plan.moves:
        parent = EXERCISES.get(EXERCISES[move.exercise].regress_to)
        children = [
            e
            for e in EXERCISES.values()
            if e.regress_to == move.exercise and by_hand.allowed(e, made)
        ]
        children.sort(key=lambda e: (e.equipment not in by_hand.LOADABLE, e.level, e.code))
        easier = parent.code if parent and by_hand.allowed(parent, made) else None
        assert (move.easier, move.harder) == (easier, children[0].code if children else None)
