"""A record that no page of ours would write, but that can be read: every page of it is a page."""

from dataclasses import replace

import pytest
from django.urls import reverse

from planner.engine import Refusal, decide, drop_irrelevant, parse_answers
from planner.models import PrivatePlan
from planner.pages import BY_NUMBER
from planner.state import State, encode
from planner.urls import private_urls
from tests.planner.engine.people import person
from tests.planner.engine.screening_table import ROWS
from tests.planner.engine.test_screening_sweep import ALONE
from tests.planner.people import Visitor, finished, html
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db

NUMBERS = {"swap": {"place": 1}}
ADDRESSES = [
    *(
        (each.name, {"number": 1} if "number" in str(each.pattern) else NUMBERS.get(each.name, {}))
        for each in private_urls
        if each.name != "question"
    ),
    *(("question", {"number": number}) for number in BY_NUMBER),
]
# Who is asked for help at once is asked first whether they are safe; the others start again.
URGENT = {"SCR-01", "SCR-02", "SCR-03", "SCR-04"}
AT_ONCE = (*sorted(URGENT), "SCR-10", "SCR-11")
CHECK_FIRST = [
    row
    for row, (outcome, *_) in ROWS.items()
    if outcome in {"withheld", "take along"} and row not in AT_ONCE
]
# What could not be done where there is nothing to do it with is said by one of these.
ANSWERED = {200, 302, 303, 404, 405, 409}


@pytest.fixture(scope="module")
def plan_in_force(django_db_setup, django_db_blocker):
    """The state of somebody with a plan."""
    with django_db_blocker.unblock():
        visitor = finished()
        state = visitor.state
        PrivatePlan.objects.erase(visitor.token)
    return state


def addresses(visitor):
    """Every address of one plan, by its name."""
    for name, where in ADDRESSES:
        yield name, reverse(f"planner:{name}", kwargs={"token": visitor.token, **where})


def by_hand(row, plan):
    """Records of somebody whom a rule holds back, in each way that a hand could make one."""
    given = drop_irrelevant(parse_answers({"clearance": "no"} | person(**ALONE[row])))
    answers, result = replace(given, self_harm=None), decide(given)
    yield State(answers=given, self_harm_asked=True)
    yield replace(plan, answers=answers)
    yield replace(plan, answers=answers).closed()
    if isinstance(result, Refusal):
        yield State(answers=answers, self_harm_asked=True, refusal=result)


@pytest.mark.parametrize("row", AT_ONCE)
def test_no_address_fails_for_who_should_have_been_stopped(row, plan_in_force):
    # Whatever a hand wrote is read as the same, as the next test says.
    *_others, state = by_hand(row, plan_in_force)
    visitor = Visitor(PrivatePlan.objects.start(encode(state)))

    for name, address in addresses(visitor):
        assert visitor.client.get(address).status_code in ANSWERED, name
        if name != "erase":
            assert visitor.client.post(address, {"consent": "on"}).status_code in ANSWERED, name


@pytest.mark.parametrize("row", CHECK_FIRST)
def test_no_address_fails_for_who_needs_a_check_first(row):
    visitor = finished(**ALONE[row])

    answers = {name: visitor.client.get(address) for name, address in addresses(visitor)}

    assert answers["summary"].status_code == 200
    assert {name for name, each in answers.items() if each.status_code not in ANSWERED} == set()


@pytest.mark.parametrize("row", AT_ONCE)
def test_what_ends_the_questionnaire_is_forgotten_and_all_is_asked_anew(row, plan_in_force):
    for state in by_hand(row, plan_in_force):
        visitor = Visitor(PrivatePlan.objects.start(encode(state)))
        is_held = state.refusal or state.answers.self_harm or row not in {"SCR-01", "SCR-11"}

        first = visitor.get()

        if is_held:
            onwards = "safe/" if row in URGENT else "questions/1/"
            assert first["Location"] == visitor.address(onwards)
            assert visitor.state.answers == replace(State().answers, country=state.answers.country)
            assert visitor.get("summary/").status_code == 404


def test_a_refusal_of_somebody_under_18_leads_to_the_kind_stop():
    given = parse_answers(person(age=17))
    state = State(answers=replace(given, self_harm=None), refusal=decide(given))
    visitor = Visitor(PrivatePlan.objects.start(encode(state)))

    again = html(visitor.client.get(visitor.address(), follow=True))
    said = html(visitor.post("questions/1/", {"age": "17"}))

    assert text(again.find("body/main//h1")) == "About you"
    assert text(said.find("body/main//h1")) == "Let's stop here for now"


def test_a_plan_whose_answers_were_made_to_ask_for_a_check_is_closed(plan_in_force):
    given = parse_answers({"clearance": "no"} | person(**ALONE["SCR-25"]))
    state = replace(plan_in_force, answers=replace(given, self_harm=None))
    visitor = Visitor(PrivatePlan.objects.start(encode(state)))

    assert visitor.state.is_open is False
    assert visitor.get("changes/")["Location"] == visitor.address()


def test_a_plan_in_force_stays_while_an_answer_is_missing(plan_in_force):
    state = replace(plan_in_force, answers=replace(plan_in_force.answers, age=None))

    visitor = Visitor(PrivatePlan.objects.start(encode(state)))

    assert visitor.state == state
