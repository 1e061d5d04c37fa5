"""Where a person stands: the fold over a log, its statuses and the days to come."""

from dataclasses import replace
from decimal import Decimal

import pytest

from planner.engine import ExerciseDone, Kind, SetDone, Status, follow, schedule
from tests.planner.engine.trainee import Trainee

HOME = {"equipment": ["dumbbell", "chair_wall"], "experience": "returning", "days_per_week": "3"}


def dose(target):
    return (target.target, target.load, target.rules)


def test_the_first_session_is_the_one_of_the_plan():
    new = Trainee(**HOME)
    written = new.chapter.plan.weeks[0].sessions[0]

    session = new.next

    assert (new.standing.status, new.standing.rule, session.number) == (Status.READY, None, 1)
    assert [(t.exercise, t.sets, t.low, t.high, t.target) for t in session.targets] == [
        (p.exercise, p.sets, p.low, p.high, p.low) for p in written.prescriptions
    ]
    assert session.notices == ()
    assert new.standing.days_since_last is None


def test_a_session_done_leads_to_the_next_on_the_next_training_day():
    trainee = Trainee(**HOME)

    trainee.train(day=0)

    assert (trainee.next.number, trainee.next.template, trainee.next.day) == (2, "B", 2)
    assert trainee.standing.days_since_last == 0


def test_every_exercise_done_tells_what_came_of_it():
    trainee = Trainee(**HOME)

    session = trainee.train(effort=6)

    changes = trainee.standing.changes
    assert [change.exercise for change in changes] == [t.exercise for t in session.targets]
    assert {change.rule for change in changes} == {"PRG-02"}
    squat = trainee.change_of("goblet_squat")
    assert (squat.before.target, squat.after.target) == (8, 9)


def test_a_target_names_the_rule_of_its_last_change_first():
    trainee = Trainee(**HOME)

    trainee.train()
    trainee.train()

    assert trainee.target("goblet_squat").rules == ("PRG-02", "RX-02")
    assert trainee.target("goblet_squat").load == 20


def test_the_weight_that_was_used_counts_and_not_the_one_that_was_planned():
    trainee = Trainee(**HOME)

    trainee.train(load=Decimal(20))
    trainee.train()
    trainee.train(load=Decimal(14))
    trainee.train()

    assert trainee.target("goblet_squat").load == 14


def test_an_exercise_that_was_not_logged_stays_as_it_is():
    trainee = Trainee(**HOME)
    trainee.train()
    trainee.train()
    before = trainee.target("dumbbell_floor_press")

    trainee.log(replace(trainee.chapter.sessions[0], number=3, day=4, exercises=()))

    assert trainee.standing.changes == ()
    trainee.train()
    assert dose(trainee.target("dumbbell_floor_press")) == dose(before)


@pytest.mark.parametrize("kind", [Kind.TINY, Kind.SKIPPED])
def test_a_small_or_skipped_session_changes_nothing_and_counts_as_one(kind):
    trainee = Trainee(**HOME)
    trainee.train()
    trainee.train()
    before = trainee.target("dumbbell_floor_press")

    trainee.train(kind=kind)

    assert {change.rule for change in trainee.standing.changes} <= {"PRG-12"}
    assert trainee.next.number == 4
    trainee.train()
    assert dose(trainee.target("dumbbell_floor_press")) == dose(before)


def test_a_tiny_session_is_three_exercises_one_set_and_one_step_less():
    trainee = Trainee(**HOME, session_minutes="45")
    trainee.train()
    trainee.train()

    session = trainee.next

    assert [t.sets for t in session.tiny] == [1, 1, 1]
    assert session.tiny[0].load == session.targets[0].load - 1
    assert session.tiny[0].rules[0] == "PRG-45"
    assert session.tiny_minutes <= 10


def test_three_tiny_sessions_running_are_noticed():
    trainee = Trainee(**HOME)

    trainee.train(kind=Kind.TINY)
    trainee.train(kind=Kind.TINY)
    assert "PRG-46" not in trainee.next.notices
    trainee.train(kind=Kind.TINY)

    assert "PRG-46" in trainee.next.notices


def test_after_the_last_session_the_plan_is_finished():
    trainee = Trainee(**HOME)
    while trainee.standing.status is Status.READY:
        trainee.train()

    assert len(trainee.chapter.sessions) == 36
    assert (trainee.standing.status, trainee.standing.rule) == (Status.FINISHED, "PRG-61")
    assert (trainee.standing.week, trainee.next) == (12, None)


def test_a_pregnancy_that_passes_week_12_brings_the_questions_back():
    trainee = Trainee(peripartum="pregnant", pregnancy_week=12, age=30)

    standing = follow(trainee.chapters, today=7)

    assert (standing.status, standing.rule) == (Status.SCREEN_AGAIN, "PRG-60")


def test_days_to_come_are_the_plan_s_own_and_never_neighbours():
    trainee = Trainee(**HOME)
    trainee.train(day=1)

    days = schedule(trainee.chapters, today=1)

    assert [number for number, _ in days] == list(range(2, 37))
    assert [day for _, day in days[:4]] == [4, 7, 9, 11]
    assert {day % 7 for _, day in days} == {0, 2, 4}


def test_a_skipped_session_is_followed_by_the_next_training_day():
    trainee = Trainee(**HOME)
    trainee.train(day=0, kind=Kind.SKIPPED)

    assert (trainee.next.number, trainee.next.day) == (2, 2)


def test_a_missed_day_moves_the_session_and_doubles_nothing():
    trainee = Trainee(**HOME)
    trainee.train(day=0)
    trainee.today = 6

    assert (trainee.next.number, trainee.next.day) == (2, 7)


def test_a_correction_is_worked_out_again_from_there():
    trainee, other = Trainee(**HOME), Trainee(**HOME)
    trainee.train(effort=9)
    trainee.train()
    other.train(effort=6)
    other.log(trainee.chapter.sessions[1])
    assert trainee.standing != other.standing

    trainee.change(sessions=(other.chapter.sessions[0], trainee.chapter.sessions[1]))

    assert trainee.standing == other.standing


def test_inv_36_the_same_log_gives_the_same_answer():
    trainee = Trainee(**HOME)
    trainee.train_through(3)

    assert follow(trainee.chapters, today=9) == follow(trainee.chapters, today=9)


def test_an_entry_of_an_unknown_exercise_is_left_aside():
    trainee = Trainee(**HOME)
    session = trainee.train()
    strange = ExerciseDone(exercise="no_such_thing", sets=(SetDone(count=5),), effort=5, pain=0)
    entry = trainee.chapter.sessions[0]
    trainee.change(sessions=(replace(entry, exercises=(*entry.exercises, strange)),))

    assert len(trainee.standing.changes) == len(session.targets)
