"""The invariants of progress (rulebook, section 10), over generated people and generated logs."""

import os
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import settings

from planner.engine import EXERCISES, Facts, Kind, Status, schedule
from planner.engine.limits import combine
from tests.planner.engine.journeys import Journey

pytestmark = pytest.mark.xdist_group("journeys")
# The same people every time. The ci profile asks for ten times as many; so can PLANNER_LOGS.
JOURNEYS = int(os.environ.get("PLANNER_LOGS") or settings.default.max_examples * 2 // 5)


@cache
def journeys():
    """Walk each journey once, for all tests."""
    return [Journey(seed) for seed in range(JOURNEYS)]


def all_steps():
    return (step for journey in journeys() for step in journey.steps)


def zone_of(pain, answers):
    """The traffic light of PRG-30, by hand."""
    if pain is None:
        return None
    usual = answers.pain_now if answers.pain_sites - {"none"} and answers.pain_now else 0
    has_site = bool(answers.pain_sites - {"none"})
    if pain <= 3 or (has_site and pain <= max(3, min(usual + 1, 6))):
        return "green"
    return "amber" if pain <= 5 or (has_site and pain <= max(5, min(usual + 2, 7))) else "red"


def load_rises(change):
    return None not in {change.before.load, change.after.load} and (
        change.before.exercise == change.after.exercise and change.after.load > change.before.load
    )


def level_rises(change):
    levels = [EXERCISES[dose.exercise].level for dose in (change.before, change.after)]
    return levels[1] > levels[0]


def target_rises(change):
    return (
        change.before.exercise == change.after.exercise
        and change.after.target > change.before.target
    )


def anything_rises(change):
    return load_rises(change) or level_rises(change) or target_rises(change)


def test_inv_28_no_step_is_above_a_tenth_unless_it_is_the_smallest_and_was_earned():
    for step in all_steps():
        asked = {target.exercise: target for target in step.before.next.targets}
        for change in filter(load_rises, step.after.changes):
            before, after = change.before.load, change.after.load
            target = asked[change.exercise]
            unit = 5 if target.unit.is_timed else 1
            if after > before * 11 / 10:
                assert change.before.target >= target.high + 3 * unit
                assert change.after.target < change.before.target


def test_inv_29_after_pain_nothing_rises_for_that_exercise():
    for step in all_steps():
        answers = step.chapter.answers
        hurt = {
            done.exercise
            for done in step.entry.exercises
            if zone_of(done.pain, answers) in {"amber", "red"}
        }
        for change in step.after.changes:
            assert change.exercise not in hurt or not anything_rises(change)


def test_inv_30_small_skipped_stopped_and_lighter_sessions_raise_nothing():
    for step in all_steps():
        if step.entry.kind is not Kind.FULL or step.before.next.is_lighter:
            assert not any(map(anything_rises, step.after.changes))


def test_inv_31_after_a_break_nothing_rises_and_after_a_long_one_the_questions_come_first():
    for step in all_steps():
        if step.days_away is not None and step.days_away >= 11:
            assert not any(map(anything_rises, step.after.changes))
        if step.days_away is not None and step.days_away >= 32:
            assert step.chapter.day > step.entry.day - step.days_away


def test_inv_32_at_most_two_exercises_rise_in_load_or_level():
    for step in all_steps():
        risen = [
            change for change in step.after.changes if load_rises(change) or level_rises(change)
        ]
        assert len(risen) <= 2


def test_inv_33_a_stop_symptom_locks_until_new_answers():
    locking = {"chest_pain", "faint", "breath", "vision", "calf", "bleeding", "contraction"}
    for step in all_steps():
        if step.entry.stop_symptom in locking:
            assert step.after.status is Status.LOCKED


def test_what_comes_next_keeps_every_limit_of_the_plan():
    for step in all_steps():
        session, plan = step.before.next, step.chapter.plan
        limits = combine(Facts(step.chapter.answers))
        exercises = [EXERCISES[target.exercise] for target in session.targets]
        assert all(map(limits.allows, exercises))  # INV-15 to 19
        assert len(set(exercises)) == len(exercises)  # INV-22
        assert all(1 <= target.sets <= plan.set_cap for target in session.targets)  # INV-23
        assert session.effort_low < session.effort_high <= plan.effort_cap <= 8  # INV-26
        assert not session.is_lighter or session.effort_high <= 5  # INV-25
        seconds = 60 * (plan.warm_up_minutes + plan.cool_down_minutes) + 30 * len(exercises)
        seconds += sum(target.sets for target in session.targets) * (60 + plan.rest_seconds)
        assert seconds <= 60 * plan.session_minutes  # INV-27
        assert all(target.low <= target.target for target in session.targets)
        assert all(target.rules for target in session.targets)  # INV-40
        assert session.effort_rules
        assert session.sets_rules


def test_inv_20_and_21_balance_legs_a_push_and_a_pull_stay_in_every_session():
    for step in all_steps():
        limits = combine(Facts(step.chapter.answers))
        patterns = {EXERCISES[target.exercise].pattern for target in step.before.next.targets}
        assert patterns & {"squat", "hinge"}
        assert patterns & {"push_horizontal", "push_vertical"}
        assert patterns & {"pull_horizontal", "pull_vertical"}
        if limits.balance_slot and len(step.before.next.targets) >= 4:
            assert "balance" in patterns


def test_inv_36_the_same_chapters_and_day_give_the_same_standing():
    for journey in journeys()[:20]:
        if journey.chapters:
            assert journey.standing == journey.standing


def test_sessions_to_come_are_on_the_plan_s_days_with_rest_between_them():
    for journey in journeys():
        if not journey.steps:
            continue
        last, today = journey.steps[-1].entry, journey.steps[-1].entry.day
        planned = schedule(journey.chapters, today=today)
        first = journey.chapters[-1].next_number
        assert all(after >= before + 2 for (_, before), (_, after) in pairwise(planned))
        assert [number for number, _ in planned] == [first + place for place in range(len(planned))]
        if planned and last.kind is not Kind.SKIPPED:
            assert planned[0][1] >= today + 2


def test_the_journeys_hold_something_of_everything():
    steps = list(all_steps())

    assert {step.entry.kind for step in steps} == set(Kind)
    assert any(step.days_away and step.days_away >= 32 for step in steps)
    assert sum(any(map(load_rises, step.after.changes)) for step in steps) > 5
    assert any(level_rises(change) for step in steps for change in step.after.changes)
