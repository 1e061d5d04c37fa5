"""What the server gives to a phone that keeps a plan for when there is no signal."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from planner.diary import entries
from planner.engine import Facts, Kind, caution_after_stop, caveat_text
from planner.views.log import STOPPING
from safety.models import Pause
from tests.planner.logs import trained
from tests.planner.people import Visitor, finished, html
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db

CASES = re.compile(r"<!--case (\w+)-->(.*?)<!--end-->", re.DOTALL)
LISTED = re.compile(r'data-keep="([^"]*)"')


def listed(response):
    """The addresses that a phone may keep, as the page names them; None where it names nothing."""
    found = LISTED.search(response.content.decode())
    return found and found[1].split()


def last(visitor):
    """The kind and the date of the last session."""
    session = entries(visitor.state)[-1].session
    return session.kind, visitor.state.date_of(session.day)


def test_a_phone_may_keep_the_plan_today_and_the_pages_to_note_the_next_session_and_no_more():
    visitor = trained(3)

    kept = listed(visitor.get())

    tails = ("", "plan/", "session/4/", "session/4/tiny/", "session/4/stop/")
    assert kept == [visitor.address(tail) for tail in tails]


@pytest.mark.parametrize("tail", ["plan/", "check/", "questions/1/", "mood/", "take/", "erase/"])
def test_no_other_page_names_anything_to_keep(tail):
    assert listed(trained(3).get(tail)) is None


def test_a_plan_that_a_warning_sign_closed_names_nothing_to_keep():
    visitor = trained(3)
    visitor.post("session/4/stop/", {"stop_symptom": "chest_pain"})

    assert listed(visitor.get()) is None


def test_while_plans_are_paused_a_phone_is_told_to_keep_nothing_but_the_help_lines_stay():
    visitor = trained(3)
    Pause.objects.create(reason="We are looking at a mistake.")

    assert listed(visitor.get()) == []
    assert visitor.get("offline/").status_code == 200
    assert visitor.client.get("/plan/offline.js").status_code == 200


def test_the_choice_says_what_is_kept_and_is_not_seen_without_script():
    page = html(trained(3).get())

    [choice] = [each for each in page.iter("section") if each.get("data-keep") is not None]
    assert choice.get("hidden") == ""
    assert "Don't do this on a shared computer." in text(choice)
    assert [each.get("hidden") for each in choice.iter("button")] == ["", ""]


def test_for_each_warning_sign_the_kept_page_says_what_the_answer_to_the_form_would_say():
    visitor = trained(3)

    cases = dict(CASES.findall(visitor.get("offline/").content.decode()))

    facts = Facts(visitor.answers)
    assert set(cases) == {"missing", "saved", *STOPPING}
    for symptom in STOPPING:
        read = html(visitor.post("session/4/stop/", {"stop_symptom": symptom}))
        said = caveat_text(caution_after_stop(symptom), facts)
        assert said in text(read.find("body/main"))
        assert said in cases[symptom].replace("&#x27;", "'")


def test_the_kept_page_has_the_help_lines_of_the_person_s_country():
    visitor = finished(country="us")

    page = html(visitor.get("offline/"))

    assert "988" in text(page.find("body/main"))


def test_a_link_that_never_was_has_no_page_for_a_phone():
    assert Visitor("A" * 43).get("offline/").status_code == 404


def test_the_worker_serves_plans_only_and_is_never_cached(client):
    worker = client.get("/plan/offline.js")

    assert worker["Content-Type"] == "text/javascript; charset=utf-8"
    assert "no-store" in worker["Cache-Control"]
    assert "Service-Worker-Allowed" not in worker
    assert "class Plan" in worker.content.decode()


@pytest.mark.parametrize(
    ("ago", "counts_for"),
    [(0, 0), (2, 2), (-1, 0), (900, 0), ("", 0), ("2026-02-30", 0)],
    ids=["today", "earlier", "to come", "before the plan", "no day", "no date"],
)
def test_a_press_counts_for_its_own_day_whenever_it_is_sent(ago, counts_for):
    visitor = trained(3, rested=4)
    today = localdate()
    day = ago if isinstance(ago, str) else (today - timedelta(days=ago)).isoformat()

    visitor.post("session/4/press/", {"press": "full", "day": day})

    assert last(visitor) == (Kind.FULL, today - timedelta(days=counts_for))


def test_a_press_sent_later_that_has_no_place_any_more_is_told_so():
    visitor = trained(3)
    today = localdate().isoformat()

    response = visitor.post("session/9/press/", {"press": "full", "day": today})

    assert response.status_code == 409
    assert "This could not be kept" in text(html(response).find("body/main"))
    assert visitor.post("session/9/press/", {"press": "full"})["Location"] == visitor.address()


@pytest.mark.parametrize(
    ("address", "may_start"),
    [
        (f"/plan/{'x' * 43}/", True),
        (f"/es/plan/{'x' * 43}/plan/", True),
        ("/plan/", False),
        ("/plan/import/", False),
        (f"/shared/{'x' * 43}/", False),
        ("/", False),
    ],
)
def test_only_a_page_of_a_plan_may_start_a_worker(client, address, may_start):
    policy = client.get(address)["Content-Security-Policy"]

    assert ("; trusted-types ttl-worker" in policy) == may_start
    assert ("; trusted-types 'none'" in policy) != may_start
