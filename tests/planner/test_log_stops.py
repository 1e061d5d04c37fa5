"""A warning sign in a session: help in the same response, and no way round it (INV-33)."""

import pytest

from planner.engine import CLOSING, Kind, Status, StopSymptom, follow
from planner.engine.caveats import CAVEATS
from planner.models import PrivatePlan
from tests.planner.logs import stopped, trained
from tests.planner.people import Visitor, html
from tests.planner.test_log import main, sent

pytestmark = pytest.mark.django_db

CAUTIONS = {"bleeding": "CAV-04", "contraction": "CAV-04", "low_sugar": "CAV-26"}
every_sign = pytest.mark.parametrize("sign", sorted({*CLOSING, StopSymptom.LOW_SUGAR}))


@every_sign
def test_the_response_itself_says_what_to_do_and_shows_no_dose(sign):
    visitor = trained(3)

    response = visitor.post("session/4/", sent(visitor, "session/4/", stop_symptom=sign))

    said = main(response)
    assert response.status_code == 200
    assert CAVEATS[CAUTIONS.get(sign, "CAV-03")] in said
    assert "999" in said
    assert "repetitions" not in said
    assert "sets" not in said


@pytest.mark.parametrize("sign", sorted(CLOSING))
def test_the_plan_is_closed_and_what_was_done_is_kept(sign):
    visitor = trained(3)

    visitor.post("session/4/", sent(visitor, "session/4/", stop_symptom=sign))

    state = visitor.state
    assert state.plan is None
    assert state.chapters[-1].sessions[-1].kind is Kind.STOPPED
    assert state.chapters[-1].sessions[-1].exercises
    assert state.answers.clearance is None
    assert CAVEATS[CAUTIONS.get(sign, "CAV-03")] in main(visitor.get())


@pytest.mark.parametrize(
    ("sign", "symptom"),
    [
        ("chest_pain", "chest_pain_effort"),
        ("faint", "fainting"),
        ("breath", "breathless_easily"),
    ],
)
def test_a_sign_of_effort_asks_for_a_check_before_any_other_plan(sign, symptom):
    visitor = trained(3)
    visitor.post("session/4/", sent(visitor, "session/4/", stop_symptom=sign))

    assert visitor.answers.symptoms == {symptom}
    visitor.answer(9, {"clearance": "no"})
    visitor.agree()

    assert visitor.state.refusal.screening_rules[0] == "SCR-12"


@pytest.mark.parametrize("sign", ["vision", "calf", "bleeding"])
def test_other_signs_are_asked_for_anew(sign):
    visitor = trained(3)
    visitor.post("session/4/", sent(visitor, "session/4/", stop_symptom=sign))

    assert visitor.answers.symptoms == frozenset()
    assert visitor.get("check/")["Location"] == visitor.address("questions/5/")


def test_a_sign_counts_even_where_nothing_else_can_be_read():
    visitor = trained(3)

    response = visitor.post(
        "session/4/", {"stop_symptom": "chest_pain", "day": "soon", "e1_pain": "x"}
    )

    assert "Please stop here" in main(response)
    assert visitor.state.plan is None


def test_a_sign_counts_even_where_there_is_no_record():
    visitor = trained(3)
    PrivatePlan.objects.erase(visitor.token)

    response = visitor.post("session/4/", {"stop_symptom": "faint"})

    assert CAVEATS["CAV-03"] in main(response)


@pytest.mark.parametrize("number", [2, 4, 40])
def test_a_sign_in_a_correction_or_an_old_form_closes_the_plan_as_well(number):
    visitor = trained(3)

    visitor.post(f"session/{number}/", {"stop_symptom": "chest_pain", "made_for": "old"})

    assert visitor.state.plan is None


def test_no_correction_opens_a_closed_plan():
    visitor = trained(3, entry=lambda session, day: stopped(session, day, StopSymptom.NONE))
    visitor.post("session/3/", sent(visitor, "session/3/", stop_symptom="chest_pain"))
    closed = visitor.state
    assert closed.plan is None

    for number in (1, 3, 4):
        for tail in ("", "press/", "saved/", "delete/", "tiny/", "stop/"):
            visitor.post(f"session/{number}/{tail}", {"press": "full", "stop_symptom": "none"})
    for tail in ("feeling/", "lighter/", "well/", "if-then/", "swap/1/"):
        visitor.post(tail, {"mood": "5"})

    assert visitor.state == closed


def test_low_sugar_waits_until_the_person_is_well():
    visitor = trained(3)
    visitor.post("session/4/", sent(visitor, "session/4/", stop_symptom="low_sugar"))
    state = visitor.state
    assert state.plan
    page = visitor.get()
    assert "Are you well again?" in main(page)
    assert "repetitions" not in main(page)

    visitor.post("well/", {})

    state = visitor.state
    assert follow(state.chapters, today=state.chapters[-1].sessions[-1].day).status is Status.READY


def test_something_else_ends_the_session_and_keeps_the_plan():
    visitor = trained(3)

    visitor.post("session/4/", sent(visitor, "session/4/", stop_symptom="other"))

    assert visitor.state.plan
    assert CAVEATS["CAV-35"] in main(visitor.get("session/4/saved/"))
    html(Visitor(visitor.token).get())
