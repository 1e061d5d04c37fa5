"""From "a check comes first" to the cautious plan: the visit, the way back, and how it ends."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import time_machine

from planner.kept import Agreement
from planner.models import PrivatePlan
from planner.state import encode
from tests.planner.engine.screening_table import LIFTED_BY_CLEARANCE
from tests.planner.people import Visitor, finished, html, somebody, typed, walked
from tests.planner.test_refusals import PEOPLE
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db
NOVEMBER = {"who": "midwife", "month": "2026-11-01", "limits": "Nothing above the head"}
HEART = {"conditions": ["heart_disease"]}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(datetime(2026, 11, 23, 10, tzinfo=UTC), tick=False) as traveller:
        yield traveller


def main(response):
    return text(html(response).find("body/main"))


def agreed(**changes):
    """Somebody whose plan rests on what a midwife said this month."""
    visitor = finished(**changes or HEART)
    visitor.post("agreed/", NOVEMBER)
    visitor.agree()
    assert visitor.state.plan
    return visitor


@pytest.mark.parametrize("row", LIFTED_BY_CLEARANCE)
def test_who_comes_back_with_an_agreement_gets_the_plan_and_types_no_answer_again(row):
    visitor = finished(**PEOPLE[row][0])
    before = visitor.answers
    assert visitor.address("agreed/") in visitor.get().content.decode()

    onwards = visitor.post("agreed/", NOVEMBER)
    assert onwards["Location"] == visitor.address("check/")
    visitor.agree()

    state = visitor.state
    assert state.plan
    assert replace(state.answers, clearance=before.clearance) == before
    assert state.agreement == Agreement(
        who="midwife", month=date(2026, 11, 1), limits="Nothing above the head"
    )


def test_nothing_is_chosen_beforehand_and_the_page_says_that_it_rests_on_their_word():
    visitor = finished(**HEART)

    page = visitor.get("agreed/")

    assert typed(page) == {}
    options = [each for each in html(page).iter("option") if each.get("selected") is not None]
    assert [option.get("value") for option in options] == [""]
    assert "rely on your word" in main(page)


def test_only_the_months_that_count_are_offered():
    page = html(finished(**HEART).get("agreed/"))

    months = [each.get("value") for each in page.iter("option")]
    assert (months[0], months[1], months[-1], len(months)) == ("", "2026-11-01", "2025-11-01", 14)


@pytest.mark.parametrize(
    "wrong",
    [
        {"who": ""},
        {"who": "friend"},
        {"month": ""},
        {"month": "2026-12-01"},
        {"month": "2025-10-01"},
        {"month": "soon"},
        {"limits": "x" * 501},
    ],
    ids=str,
)
def test_what_is_missing_or_cannot_be_is_said_at_its_field_and_nothing_typed_is_lost(wrong):
    visitor = finished(**HEART)
    sent = NOVEMBER | wrong

    page = visitor.post("agreed/", sent)

    assert page.status_code == 200
    assert "error-summary" in page.content.decode()
    assert sent["limits"] in page.content.decode()
    assert visitor.state.agreement is None
    assert visitor.state.plan is None


@pytest.mark.parametrize("tail", ["", "plan/"])
def test_the_plan_says_what_it_rests_on(tail):
    told = main(agreed().get(tail))

    assert "You told us who said that strength training is fine for you: A midwife, " in told
    assert "November 2026" in told
    assert "Nothing above the head" in told


def test_who_said_yes_at_once_may_add_who_and_when_later():
    visitor = finished(**HEART, clearance="yes")
    assert "Add who and when" in main(visitor.get())

    onwards = visitor.post("agreed/", NOVEMBER)

    assert onwards["Location"] == visitor.address()
    assert "Add who and when" not in main(visitor.get())
    assert visitor.state.plan


def test_a_plan_that_needed_no_agreement_speaks_of_none():
    visitor = finished()

    assert "rests on" not in main(visitor.get())
    assert visitor.get("agreed/").status_code == 404
    assert visitor.post("agreed/", NOVEMBER).status_code == 404
    assert visitor.state.agreement is None


def test_what_they_said_is_never_asked_of_somebody_whom_help_was_shown():
    visitor = finished(**HEART)
    visitor.post("questions/3/", {"self_harm": "yes"})

    assert visitor.get("agreed/").status_code == 404
    assert visitor.post("agreed/", NOVEMBER).status_code == 404


def test_an_agreement_opens_nothing_where_none_can():
    visitor = finished(
        conditions=["heart_disease", "high_blood_pressure"], bp_status="180_110_or_more"
    )
    assert visitor.address("agreed/") not in visitor.get().content.decode()

    visitor.post("agreed/", NOVEMBER)
    visitor.agree()

    assert visitor.state.plan is None
    assert visitor.state.refusal.screening_rules[0] == "SCR-14"


NEW = {
    "a sign of the heart": (5, {"symptoms": ["fainting"]}),
    "an operation": (6, HEART | {"recent_event": ["surgery_12w"]}),
    "another illness": (
        6,
        {"conditions": ["heart_disease", "other_serious"], "recent_event": ["none"]},
    ),
}


@pytest.mark.parametrize(("number", "said"), NEW.values(), ids=NEW)
def test_an_agreement_speaks_only_of_what_was_known_when_it_was_given(number, said):
    visitor = agreed()

    onwards = visitor.answer(number, said)

    assert visitor.state.plan is None
    assert visitor.state.agreement is None
    assert onwards["Location"] == visitor.address("questions/9/")
    visitor.answer(9, {"clearance": "no"})
    visitor.agree()
    assert visitor.state.refusal


def test_the_next_agreement_opens_it_again_and_the_first_is_not_taken_for_it():
    visitor = agreed()
    visitor.answer(6, HEART | {"recent_event": ["surgery_12w"]})
    visitor.answer(9, {"clearance": "no"})
    visitor.agree()

    visitor.post("agreed/", NOVEMBER | {"who": "doctor"})
    visitor.agree()

    assert visitor.state.plan
    assert visitor.state.agreement.who == "doctor"


def test_a_change_that_needs_no_check_leaves_the_agreement_and_the_plan():
    visitor = agreed()

    visitor.answer(10, somebody(session_minutes="20"))

    assert visitor.state.plan
    assert visitor.state.agreement


def test_it_counts_for_twelve_months_and_then_closes_the_plan_until_asked_again(clock):
    payload = agreed().sealed
    clock.move_to(datetime(2027, 11, 30, 23, tzinfo=UTC))
    assert Visitor(PrivatePlan.objects.start(payload)).state.plan

    clock.move_to(datetime(2027, 12, 1, 1, tzinfo=UTC))
    late = Visitor(PrivatePlan.objects.start(payload))

    assert late.state.plan is None
    assert late.get("print/").status_code == 404
    assert late.get()["Location"] == late.address("questions/9/")
    late.post("agreed/", NOVEMBER | {"month": "2027-12-01"})
    late.agree()
    assert late.state.plan


def test_no_answer_about_the_visit_stands_in_an_address_or_a_title():
    visitor = walked(**HEART)
    visitor.agree()

    responses = [visitor.get("agreed/"), visitor.post("agreed/", NOVEMBER)]

    assert text(html(responses[0]).find("head/title")).startswith("Your strength plan")
    assert "midwife" not in responses[1]["Location"]
    assert b"midwife" in encode(visitor.state)
