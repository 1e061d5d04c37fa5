"""Progress over weeks: sets, lighter weeks, standing still, pain, and who goes first."""

from dataclasses import replace
from decimal import Decimal

import pytest

from planner.engine import Facts, Kind, MoodCheck, parse_answers
from planner.engine.pain import Zone, is_red_next_day, zone
from tests.planner.engine.people import person
from tests.planner.engine.trainee import Trainee

HOME = {"equipment": ["dumbbell", "chair_wall"], "experience": "returning", "days_per_week": "3"}


def sets_of_week(trainee):
    """The sets planned in the week that begins, when everything is done as planned."""
    week, planned = trainee.standing.week, 0
    while trainee.standing.week == week and trainee.next:
        planned += sum(target.sets for target in trainee.train().targets)
    return planned


@pytest.mark.parametrize(
    ("sites", "usual", "pain", "expected"),
    [
        (["none"], None, 3, Zone.GREEN),
        (["none"], None, 4, Zone.AMBER),
        (["none"], None, 5, Zone.AMBER),
        (["none"], None, 6, Zone.RED),
        (["knee"], 0, 3, Zone.GREEN),
        (["knee"], 4, 5, Zone.GREEN),
        (["knee"], 4, 6, Zone.AMBER),
        (["knee"], 4, 7, Zone.RED),
        (["knee"], 7, 6, Zone.GREEN),
        (["knee"], 7, 7, Zone.AMBER),
        (["knee"], 7, 8, Zone.RED),
        (["knee"], 4, None, None),
    ],
)
def test_prg_30_the_traffic_light_knows_the_usual_pain(sites, usual, pain, expected):
    changes = {"pain_sites": sites} | ({} if usual is None else {"pain_now": usual})

    assert zone(pain, Facts(parse_answers(person(**changes)))) is expected


@pytest.mark.parametrize(("pain", "is_red"), [(6, False), (7, True), (None, False)])
def test_prg_30_the_day_after_counts_too(pain, is_red):
    facts = Facts(parse_answers(person(pain_sites=["knee"], pain_now=4)))

    assert is_red_next_day(pain, facts) is is_red


def test_pain_on_the_day_after_takes_back_the_session_before():
    trainee = Trainee(**HOME, pain_sites=["knee"], pain_now=2)
    trainee.train()
    trainee.train(fields={"pain_next_day": 5})

    rules = {change.exercise: change.rule for change in trainee.standing.changes}
    assert rules["dumbbell_floor_press"] == "PRG-32"  # It was in the first session only.
    assert rules["dumbbell_lateral_raise"] == "PRG-02"  # It was in the second only.
    assert trainee.target("dumbbell_floor_press").load == 16


def test_prg_33_two_red_sessions_within_two_weeks_pause_everything_for_two_weeks():
    trainee = Trainee(**HOME)
    trainee.train(day=0, only="goblet_squat", pain=8)
    assert "PRG-33" not in trainee.next.notices
    trainee.train(day=2, only="dumbbell_lateral_raise", pain=8)

    assert "PRG-33" in trainee.next.notices
    trainee.train(day=10)
    assert {change.rule for change in trainee.standing.changes} == {"PRG-33"}
    trainee.train(day=17)
    assert "PRG-02" in {change.rule for change in trainee.standing.changes}


def test_a_plan_done_as_written_grows_as_written():
    trainee = Trainee(**HOME)

    sets = [sets_of_week(trainee) for _ in range(12)]

    assert tuple(sets) == trainee.chapter.plan.weekly_sets


@pytest.mark.parametrize(
    "how",
    [
        {"kind": Kind.SKIPPED},
        {"pain": 8, "only": "goblet_squat"},
        {"session_effort": None, "effort": None},
        {"session_effort": 10},
    ],
    ids=["too few sets", "red pain", "no effort told", "too hard"],
)
def test_prg_21_sets_wait_after_a_week_that_did_not_go_well(how):
    trainee = Trainee(**HOME)
    trainee.train_through(3)
    trainee.train(**how)
    trainee.train(**({} if how.get("session_effort") else how))
    trainee.train(**how)

    written = trainee.chapter.plan.weekly_sets
    assert "PRG-21" in trainee.next.notices
    assert sets_of_week(trainee) == written[2]


@pytest.mark.parametrize(("skipped", "waits"), [(1, False), (2, True)])
def test_prg_21_two_thirds_of_the_sets_are_enough(skipped, waits):
    trainee = Trainee(**HOME)
    for number in range(3):
        trainee.train(kind=Kind.SKIPPED if number < skipped else Kind.FULL)

    assert ("PRG-21" in trainee.next.notices) is waits


def test_prg_21_the_ladder_goes_on_where_it_waited():
    trainee = Trainee(**HOME)
    written = trainee.chapter.plan.weekly_sets
    trainee.train_through(2)
    for _ in range(3):
        trainee.train(kind=Kind.SKIPPED)

    assert [sets_of_week(trainee) for _ in range(2)] == [written[1], written[2]]


def test_prg_21_with_a_glp_1_medicine_no_step_is_left_out():
    trainee = Trainee(**HOME, medicines=["glp1"])
    for _ in range(3):
        trainee.train(kind=Kind.SKIPPED)

    assert sets_of_week(trainee) == trainee.chapter.plan.weekly_sets[1]


def test_mon_10_holds_the_sets():
    trainee = Trainee(**HOME, phq9=[1, 1, 1, 1, 0, 0, 0, 0, 0])
    trainee.train_through(2)
    worse = MoodCheck(day=trainee.today, week=1, phq=(2, 2, 2, 1, 1, 1, 1, 0, 0))
    trainee.change(checks=(worse,))

    assert "PRG-21" in trainee.next.notices


def test_prg_22_a_lighter_week_is_easier_and_changes_nothing():
    trainee = Trainee(**HOME)
    trainee.train_through(6)
    session = trainee.next

    assert (session.is_lighter, session.effort_low, session.effort_high) == (True, 3, 5)
    assert "PRG-22" in session.notices
    trainee.train(effort=2)
    assert {change.rule for change in trainee.standing.changes} == {"PRG-12"}


def test_prg_23_two_very_hard_sessions_make_the_next_week_lighter():
    trainee = Trainee(**HOME)
    trainee.train(session_effort=9)
    trainee.train(session_effort=10)
    trainee.train()

    assert trainee.next.is_lighter
    assert "PRG-23" in trainee.next.notices
    trainee.train_through(3)
    assert not trainee.next.is_lighter


def test_prg_23_a_lighter_week_can_be_asked_for():
    trainee = Trainee(**HOME)
    usual = sum(target.sets for target in trainee.next.targets)
    trainee.train_through(3)
    trainee.change(lighter_weeks=(3,))

    assert (trainee.next.is_lighter, trainee.next.effort_high) == (True, 5)
    assert sum(target.sets for target in trainee.next.targets) <= usual + 1


def test_prg_25_26_27_an_exercise_that_stands_still_is_helped_three_times():
    trainee, code, helped = Trainee(**HOME), "dumbbell_floor_press", []
    while trainee.next and len(helped) < 4:
        was_there = trainee.target(code) and not trainee.next.is_lighter
        trainee.train(only=code, effort=trainee.next.effort_high + 1, load=Decimal(20))
        if was_there and trainee.change_of(code).rule != "PRG-05":
            helped.append(trainee.change_of(code))

    eased, over, ranged, swapped = helped
    assert [change.rule for change in helped] == ["PRG-25", "PRG-25", "PRG-26", "PRG-27"]
    assert (eased.after.load, eased.after.sets_fewer) == (18, 1)
    assert (over.after.load, over.after.sets_fewer) == (20, 0)
    assert (ranged.before.target, ranged.after.target) == (8, 10)
    assert swapped.after.exercise not in {code, None}
    assert trainee.target(code) is None


def test_prg_11_only_two_exercises_rise_and_the_others_go_first_the_next_time():
    trainee = Trainee(**HOME, session_minutes="45")
    waiting = []
    while not waiting:
        trainee.train(effort=trainee.next.effort_high)
        changes = trainee.standing.changes
        waiting = [change.exercise for change in changes if change.rule == "PRG-11"]

    risen = [change for change in changes if change.after.load != change.before.load]
    assert len(risen) == 2
    while trainee.target(waiting[0]) is None:
        trainee.train()
    trainee.train(effort=trainee.next.effort_high)
    assert trainee.change_of(waiting[0]).rule in {"PRG-04", "PRG-08"}


def test_prg_13_heart_disease_holds_loads_in_the_first_four_weeks():
    trainee = Trainee(**HOME, conditions=["heart_disease"], clearance="yes")
    rules = set()
    while trainee.standing.week <= 4:
        trainee.train(effort=4)
        rules |= {change.rule for change in trainee.standing.changes}

    assert rules <= {"PRG-02", "PRG-03", "PRG-13"}


def test_mon_14_mood_that_falls_three_times_makes_it_easier():
    trainee = Trainee(**HOME)
    usual = trainee.next.effort_high
    for _ in range(3):
        trainee.train(fields={"mood_before": 6, "mood_after": 4})

    assert trainee.next.effort_high == usual - 1
    assert trainee.next.effort_rules[0] == "MON-14"


def test_prg_04_asks_for_the_weight_where_none_is_told():
    trainee = Trainee(**HOME)
    for _ in range(14):
        trainee.train()
        *before, last = trainee.chapter.sessions
        untold = tuple(
            replace(each, sets=tuple(replace(one, load=None) for one in each.sets))
            for each in last.exercises
        )
        trainee.change(sessions=(*before, replace(last, exercises=untold)))

    assert "PRG-04" in trainee.next.notices
    assert trainee.next.targets[0].load is None
