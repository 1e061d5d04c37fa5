"""The page of the calendar and its feed, whose address opens nothing else and can be withdrawn."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from planner.models import PrivatePlan
from planner.vault import Use
from tests.planner.logs import trained
from tests.planner.people import finished, html
from tests.planner.test_calendar import events
from tests.planner.weeks import change
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db


def subscribed(visitor=None):
    """A visitor with the address of a feed."""
    visitor = visitor or trained(2)
    visitor.post("calendar/", {"time": "18:00"})
    visitor.post("calendar/link/", {})
    return visitor


def feed(visitor):
    """The path of the feed, as the page shows it."""
    page = visitor.get("calendar/").content.decode()
    return re.search(r"<code>https?://testserver(/calendar/[\w-]{43}\.ics)</code>", page)[1]


def test_the_feed_shows_the_same_events_as_the_file():
    visitor = subscribed()
    answer = Client().get(feed(visitor))

    assert set(events(answer.content)) == set(events(visitor.get("calendar/file/").content))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_its_link_is_another_than_that_of_the_plan_and_opens_nothing_else():
    visitor = subscribed()
    link = visitor.state.links.calendar

    assert visitor.token not in Client().get(feed(visitor)).content.decode()
    for path in (f"/plan/{link}/", f"/plan/{link}/data/", f"/shared/{link}/"):
        assert Client().get(path).status_code == 404
    assert Client().get(f"/calendar/{visitor.token}.ics").status_code == 404


def test_a_second_press_keeps_the_address():
    visitor = subscribed()
    before = feed(visitor)
    visitor.post("calendar/link/", {})

    assert feed(visitor) == before
    assert Client().get(before).status_code == 200


def test_an_address_taken_back_is_gone_at_once_and_a_new_one_is_another():
    visitor = subscribed()
    old = feed(visitor)
    visitor.post("calendar/link/", {"withdraw": "1"})

    assert Client().get(old).status_code == 404
    assert "Make an address for my calendar" in text(html(visitor.get("calendar/")))
    visitor.post("calendar/link/", {})
    assert feed(visitor) != old
    assert Client().get(old).status_code == 404
    assert Client().get(feed(visitor)).status_code == 200


def test_a_new_time_reaches_the_feed_under_the_same_address():
    visitor = subscribed()
    before = events(Client().get(feed(visitor)).content)
    visitor.post("calendar/", {"time": "07:15"})
    after = events(Client().get(feed(visitor)).content)

    assert set(after) == set(before)
    assert {event.dtstart.value.hour for event in after.values()} == {7}


@pytest.mark.parametrize(
    "ended",
    [lambda s: s.closed(), lambda s: replace(s, help_shown=True)],
    ids=["the plan is closed", "help is shown"],
)
def test_a_feed_ends_with_the_plan(ended):
    visitor = subscribed()
    address = feed(visitor)
    change(visitor, ended)

    assert Client().get(address).status_code == 404
    assert visitor.post("calendar/link/", {}).status_code == 404


def test_a_feed_ends_when_the_plan_is_erased():
    visitor = subscribed()
    address = feed(visitor)
    PrivatePlan.objects.erase(visitor.token)

    assert Client().get(address).status_code == 404


def test_without_a_chosen_calendar_there_is_nothing_to_link_to():
    visitor = finished()
    visitor.post("calendar/link/", {})

    assert visitor.state.links.calendar == ""
    assert not PrivatePlan.objects.has_link(visitor.token, Use.CALENDAR)
    assert visitor.get("calendar/link/").status_code == 405


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"time": "25:00"}, "Write the time as hours and minutes, such as 18:30."),
        ({"time": "", "reminder": "on"}, "Choose a time, or leave the reminder out."),
    ],
)
def test_a_choice_that_cannot_be_is_asked_again_with_what_was_typed(fields, message):
    visitor = finished()
    answer = visitor.post("calendar/", fields)

    assert answer.status_code == 200
    assert message in text(html(answer).find("body/main"))
    assert visitor.state.calendar is None
    typed = {each.get("name"): each.get("value") for each in html(answer).iter("input")}
    assert typed["time"] == fields["time"]
