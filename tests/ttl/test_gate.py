"""Plenty for a crowd behind one address, an end to floods, and help for everybody always."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from planner.models import PrivatePlan
from planner.pages import BY_QUESTION
from planner.vault import new_token
from tests.planner.logs import trained
from tests.planner.people import Visitor, finished, html
from tests.planner.test_import import saved, send
from ttl import budgets
from ttl.counting import spend
from ttl.gate import key_of
from ttl.metrics import COUNTED

pytestmark = pytest.mark.django_db
SCHOOL, ELSEWHERE = "1.2.3.4", "9.9.9.9"
BUDGETS = {each.budget for each in budgets.COUNTED.values()} | {budgets.DEAD_LINKS}


@pytest.fixture(autouse=True)
def _counts_of_their_own(settings, tmp_path):
    """A store of their own, and a clock that earns nothing back however slow the machine is."""
    settings.VAR_DIR = tmp_path
    with time_machine.travel(datetime.now(UTC), tick=False):
        yield


def browser(address):
    return Client(REMOTE_ADDR=address)


def use_up(budget, rate, whose):
    while not spend(key_of(budget, whose), rate):
        pass


def crowd():
    """Use up every budget of the school's network."""
    for budget in BUDGETS:
        use_up(budget, budget.network, "1.2.3.0/24")


def behind(address, visitor):
    """The same person, who now comes from this address."""
    return Visitor(visitor.token, browser(address))


def shut_out(visitor):
    """The same person behind a crowd, who has used up all that is set aside for their link too."""
    crowd()
    for budget in BUDGETS:
        if budget.link:
            use_up(budget, budget.link, visitor.token)
    return behind(SCHOOL, visitor)


def test_a_class_may_start_its_plans_at_once_and_a_flood_is_ended():
    school = browser(SCHOOL)

    statuses = [school.post("/plan/").status_code for _ in range(140)]

    assert statuses == [302] * 120 + [429] * 20
    assert PrivatePlan.objects.count() == 120


def test_whoever_is_made_to_wait_is_counted_by_the_name_of_the_limit():
    before = COUNTED.get_sample_value("ttl_limited_requests_total", {"limit": "plans"}) or 0
    crowd()

    browser(SCHOOL).post("/plan/")

    after = COUNTED.get_sample_value("ttl_limited_requests_total", {"limit": "plans"})
    assert after == before + 1


def test_a_flood_that_never_ends_makes_two_plans_a_minute():
    """So 100,000 starts from one network in a day leave 120 + 24 * 120 rows at the most."""
    crowd()
    flood = browser(SCHOOL)
    with time_machine.travel("2026-11-23 12:00:00Z", tick=False) as clock:
        use_up(budgets.NEW_PLANS, budgets.NEW_PLANS.network, "1.2.3.0/24")
        for _ in range(120):
            clock.shift(5)
            flood.post("/plan/")

    assert PrivatePlan.objects.count() == 20


@pytest.mark.parametrize("address", [ELSEWHERE, "1.2.4.4", "2600::1"])
def test_a_flood_harms_nobody_on_another_network(address):
    crowd()

    assert browser(address).post("/plan/").status_code == 302


def test_the_page_that_asks_to_wait_keeps_what_was_typed_and_says_how_long():
    visitor = shut_out(Visitor())

    page = visitor.post("questions/1/", {"age": "44"})

    [kept] = [each for each in html(page).iter("input") if each.get("type") == "hidden"]
    assert (page.status_code, page["Retry-After"]) == (429, "5")
    assert (kept.get("name"), kept.get("value")) == ("age", "44")
    assert page["Cache-Control"] == "no-store, private"
    assert page.cookies == {}


def test_behind_a_crowd_each_person_can_still_note_their_session():
    visitor = behind(SCHOOL, trained(3))
    crowd()

    pages = [visitor.post("session/4/press/", {"press": "full"}) for _ in range(60)]

    assert {page.status_code for page in pages} == {302}
    assert len(visitor.state.chapters[-1].sessions) == 4


@pytest.mark.parametrize("tail", ["strength-plan.pdf", "data/", "health-record/", "log-table/"])
def test_behind_a_crowd_each_person_can_still_take_their_plan_along(tail):
    visitor = behind(SCHOOL, finished())
    crowd()

    assert visitor.get(tail).status_code == 200


def test_a_link_that_is_hammered_is_made_to_wait_and_no_other():
    hammered, calm = shut_out(finished()), behind(SCHOOL, finished())

    assert hammered.post("lighter/", {}).status_code == 429
    assert calm.post("lighter/", {}).status_code == 302


@pytest.mark.parametrize("way", ["plan", "shared"])
def test_dead_links_are_answered_for_a_while_and_then_made_to_wait(way):
    thief = browser(SCHOOL)

    statuses = [thief.get(f"/{way}/{new_token()}/").status_code for _ in range(70)]

    assert statuses == [404] * 60 + [429] * 10


def test_a_link_that_opens_is_never_refused_for_the_dead_ones_of_others():
    visitor = shut_out(finished())

    assert visitor.get().status_code == 200


def test_reading_is_never_counted():
    reader = shut_out(finished())
    addresses = ["/", "/articles/", "/help/", "/exercises/", "/plan/", "/livez"]

    statuses = {address: reader.client.get(address).status_code for address in addresses}

    assert statuses == dict.fromkeys(addresses, 200)
    assert reader.client.get("/static/css/ttl.css").getvalue()
    assert reader.get("sessions/").status_code == 200


def test_searches_have_an_end_but_for_whoever_looks_for_help():
    crowd()

    assert browser(SCHOOL).get("/search/?q=squat").status_code == 429
    page = browser(SCHOOL).get("/search/?q=i+want+to+die")
    assert page.status_code == 200
    assert "help" in page.content.decode()


URGENT = {
    "thoughts of self-harm": (f"questions/{BY_QUESTION['self_harm'].number}/", "self_harm", "yes"),
    "item 9": (f"questions/{BY_QUESTION['phq9'].number}/", "phq9_9", "1"),
    "a warning sign": (
        f"questions/{BY_QUESTION['symptoms'].number}/",
        "symptoms",
        "saddle_numb_or_bladder",
    ),
    "a mood check": ("mood/", "self_harm", "yes"),
    "a session": ("session/1/", "stop_symptom", "chest_pain"),
    "a tiny session": ("session/1/tiny/", "stop_symptom", "chest_pain"),
    "a stop": ("session/1/stop/", "stop_symptom", "chest_pain"),
}


@pytest.mark.parametrize(("tail", "name", "value"), URGENT.values(), ids=URGENT)
def test_a_call_for_help_is_answered_with_help_whatever_is_used_up(tail, name, value):
    visitor = shut_out(finished())

    calm = visitor.post(tail, {name: "none"})
    urgent = visitor.post(tail, {name: value})

    assert (calm.status_code, urgent.status_code) == (429, 200)
    assert "999" in urgent.content.decode()


@pytest.mark.parametrize("safe", ["no", "yes", ""])
def test_whoever_is_asked_whether_they_are_safe_never_waits_for_the_answer(safe):
    visitor = finished()
    visitor.post("mood/", {"self_harm": "yes"})
    waiting = shut_out(visitor)

    assert waiting.post("safe/", {"safe": safe}).status_code in {200, 302}


def test_a_file_that_calls_for_help_gets_help_whatever_is_used_up():
    crowd()
    data = saved(trained(3).state)
    plain = send(data, browser(SCHOOL))
    data["record"]["answers"]["symptoms"] = ["chest_pain_now"]

    urgent = send(data, browser(SCHOOL))

    assert (plain.status_code, urgent.status_code) == (429, 200)
    assert "999" in urgent.content.decode()


def test_what_is_kept_tells_no_address_and_means_nothing_the_next_day(tmp_path):
    with time_machine.travel("2026-11-23"):
        browser(SCHOOL).post("/plan/")
        today = key_of(budgets.NEW_PLANS, "1.2.3.0/24")
    with time_machine.travel("2026-11-24"):
        tomorrow = key_of(budgets.NEW_PLANS, "1.2.3.0/24")

    kept = b"".join(each.read_bytes() for each in tmp_path.glob("limits.sqlite3*"))
    assert today.encode() in kept
    assert b"1.2.3" not in kept
    assert today != tomorrow


def test_no_count_names_a_link(tmp_path):
    visitor = shut_out(finished())

    kept = b"".join(each.read_bytes() for each in tmp_path.glob("limits.sqlite3*"))
    assert visitor.token.encode() not in kept
