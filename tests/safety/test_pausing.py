"""One switch closes every plan at once; help, one's own data and what one writes down stay."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.urls import get_resolver

from planner.models import PrivatePlan
from safety.models import Pause
from tests.planner.logs import trained
from tests.planner.people import Visitor, finished, holding, html, walked
from tests.planner.test_import import saved, send
from tests.ttl.pages import text
from ttl.pausing import STAY_OPEN, STILL_TAKEN

pytestmark = pytest.mark.django_db
WORDS = "One exercise may be wrong. We are checking it."


@pytest.fixture
def visitor():
    return finished()


def pause():
    call_command("pause_planner", WORDS, verbosity=0)


@pytest.mark.parametrize(
    "tail", ["", "plan/", "session/1/", "print/", "strength-plan.pdf", "helper/"]
)
def test_no_page_with_a_dose_is_shown_while_plans_are_paused(visitor, tail):
    pause()

    page = visitor.get(tail)

    words = text(html(page).find("body/main"))
    assert (page.status_code, page["Cache-Control"]) == (503, "no-store, private")
    assert "Plans are paused" in words
    assert WORDS in words
    assert "sets" not in words


def test_no_plan_is_made_while_plans_are_paused_and_the_answers_wait():
    visitor = walked()
    pause()

    assert Visitor(visitor.token).agree().status_code == 503
    call_command("resume_planner", verbosity=0)
    assert visitor.agree().status_code == 302


def test_links_of_other_people_are_closed_too(visitor):
    visitor.post("share/", {})
    address = re.search(r"/shared/[\w-]{43}/", visitor.get("share/").content.decode())[0]
    assert visitor.client.get(address).status_code == 200
    pause()

    assert visitor.client.get(address).status_code == 503


@pytest.mark.parametrize("tail", ["take/", "data/", "erase/", "mood/", "session/1/stop/"])
def test_what_somebody_may_need_stays_open(visitor, tail):
    pause()

    assert visitor.get(tail).status_code == 200


def test_help_is_where_it_was(client):
    pause()

    assert client.get("/help/").status_code == 200
    assert client.get("/articles/").status_code == 200


def test_a_call_for_help_is_heard_while_plans_are_paused():
    visitor = holding(age=31, country="gb", condition="depression")
    pause()

    page = visitor.post("questions/3/", {"self_harm": "yes"})

    assert text(html(page).find("body/main//h1")) == "Please get help now"


def test_a_saved_file_that_calls_for_help_is_heard_while_plans_are_paused():
    data = saved(trained(1).state)
    data["record"]["answers"]["symptoms"] = ["chest_pain_now"]
    pause()

    page = send(data)

    assert text(html(page).find("body/main//h1")) == "Please get help now"


def test_a_warning_sign_in_a_session_is_heard_while_plans_are_paused():
    visitor = trained(1)
    pause()

    page = visitor.post("session/2/stop/", {"stop_symptom": "chest_pain"})

    assert page.status_code in {200, 302}
    assert "Plans are paused" not in page.content.decode()


def test_one_query_is_all_that_the_switch_costs(visitor, django_assert_num_queries):
    with django_assert_num_queries(2):
        visitor.get("plan/")


def test_every_place_that_stays_open_is_a_place():
    names = {
        pattern.name
        for included in get_resolver("planner.urls").url_patterns
        for pattern in (*getattr(included, "url_patterns", ()), included)
        if hasattr(pattern, "name")
    }

    assert (STAY_OPEN | STILL_TAKEN) - names == set()


def test_there_is_one_pause_at_a_time_and_it_has_words():
    pause()

    with pytest.raises(CommandError, match="paused already"):
        call_command("pause_planner", "again")
    call_command("resume_planner", verbosity=0)
    with pytest.raises(CommandError, match="not paused"):
        call_command("resume_planner")
    with pytest.raises(CommandError, match="cannot be blank"):
        call_command("pause_planner", "  ")
    assert [each.reason for each in Pause.objects.all()] == [WORDS]


def test_nothing_of_a_plan_changes_in_a_pause(visitor):
    before = PrivatePlan.objects.values_list("payload", "revision").get()
    pause()
    visitor.get("")
    call_command("resume_planner", verbosity=0)

    assert PrivatePlan.objects.values_list("payload", "revision").get() == before
    assert visitor.get("plan/").status_code == 200
