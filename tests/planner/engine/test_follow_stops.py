"""Stop symptoms: what locks a plan, what asks first and what is only noticed (section 6.6)."""

import pytest

from planner.engine import Kind, Status, StopSymptom, schedule
from tests.planner.engine.trainee import Trainee

HOME = {"equipment": ["dumbbell", "chair_wall"], "experience": "returning", "days_per_week": "3"}


def stopped(symptom):
    return {"kind": Kind.STOPPED, "fields": {"stop_symptom": symptom}}


@pytest.mark.parametrize(
    ("symptom", "rule"),
    [
        ("chest_pain", "PRG-50"),
        ("faint", "PRG-50"),
        ("breath", "PRG-50"),
        ("vision", "PRG-50"),
        ("calf", "PRG-51"),
        ("bleeding", "PRG-52"),
        ("contraction", "PRG-52"),
    ],
)
def test_inv_33_a_stop_symptom_locks_the_plan_until_new_answers(symptom, rule):
    trainee = Trainee(**HOME)
    trainee.train()

    trainee.train(**stopped(StopSymptom(symptom)))

    standing = trainee.standing
    assert (standing.status, standing.rule, standing.next) == (Status.LOCKED, rule, None)
    assert {change.rule for change in standing.changes} == {"PRG-01"}
    assert schedule(trainee.chapters, today=trainee.today) == ()
    trainee.new_chapter(trainee.today, **HOME)
    assert trainee.standing.status is Status.READY


def test_a_symptom_told_in_a_finished_session_locks_as_well():
    trainee = Trainee(**HOME)

    trainee.train(fields={"stop_symptom": StopSymptom.CALF})

    assert trainee.standing.status is Status.LOCKED


def test_low_sugar_asks_whether_the_person_is_well_again():
    trainee = Trainee(**HOME)
    trainee.train(**stopped(StopSymptom.LOW_SUGAR))

    assert (trainee.standing.status, trainee.standing.rule) == (Status.CONFIRM_WELL, "PRG-53")
    trainee.change(confirmed_well=(1,))

    assert trainee.standing.status is Status.READY


def test_another_reason_to_stop_is_noticed_and_locks_nothing():
    trainee = Trainee(**HOME)
    trainee.train(**stopped(StopSymptom.OTHER))

    assert trainee.next.notices[0] == "CAV-35"


def test_an_old_entry_corrected_after_the_questions_were_answered_locks_nothing():
    trainee = Trainee(**HOME)
    trainee.train(**stopped(StopSymptom.FAINT))
    trainee.new_chapter(trainee.today + 1, **HOME)

    assert trainee.standing.status is Status.READY
    trainee.train(**stopped(StopSymptom.FAINT))
    assert trainee.standing.status is Status.LOCKED
