"""Each request has a number, and one line that says what it cost and nothing of whose it was."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from planner.private import TELLING_ROUTES
from tests.planner.people import finished, holding
from tests.ttl.written import KNOWN, Log

TOKEN = "aB3_-dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6kM9nP"
PROXYS_NUMBER = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def log(monkeypatch):
    return Log(monkeypatch)


def test_the_line_about_a_request_has_known_keys_and_its_cost(client, log):
    answer = client.get("/help/?mood=severe", headers={"user-agent": "severe"})

    [line] = log.lines
    assert set(line) == KNOWN - {"trace"}
    assert line["event"] == "GET planner:help 200"
    assert line["request_id"] == answer["X-Request-ID"]
    assert line["milliseconds"] > line["database_milliseconds"] == 0
    assert "severe" not in log.text


@pytest.mark.django_db
def test_a_line_names_the_route_and_no_address(client, log):
    client.get("/articles/")
    client.get("/no-such-page/severe")
    client.get(f"/plan/{TOKEN}/")
    client.delete("/help/")
    client.get("/static/css/ttl.css").getvalue()

    assert log.requests() == [
        ("articles:list", "GET", 200),
        ("none", "GET", 404),
        ("planner:plan", "GET", 404),
        ("none", "OTHER", 405),
        ("static", "GET", 200),
    ]
    assert "severe" not in log.text


@pytest.mark.django_db
def test_a_line_tells_how_often_the_database_was_asked_and_how_long_that_took(client, log):
    with CaptureQueriesContext(connection) as asked:
        client.get("/articles/")

    [line] = log.lines
    assert line["queries"] == len(asked) > 0
    assert 0 < line["database_milliseconds"] < line["milliseconds"]


@pytest.mark.django_db
def test_an_address_that_only_some_answers_lead_to_has_no_name_of_its_own(log):
    visitor = holding(self_harm_asked=True)

    for tail in ("safe/", "session/1/stop/", "summary/"):
        visitor.get(tail)

    assert {route for route, *_rest in log.requests()} == {"planner:private"}


@pytest.mark.parametrize("route", sorted(TELLING_ROUTES))
def test_every_route_without_a_name_of_its_own_is_there(route):
    numbers = {"number": 1} if route == "planner:log-stop" else {}

    assert reverse(route, kwargs={"token": TOKEN, **numbers})


def test_two_requests_have_two_numbers(client):
    numbers = [client.get("/livez")["X-Request-ID"] for _ in "12"]

    assert len(set(numbers)) == 2
    assert [len(number) for number in numbers] == [32, 32]


@pytest.mark.parametrize(
    ("behind_proxy", "given", "kept"),
    [
        (True, PROXYS_NUMBER, True),
        (True, "6ba7b810-9dad-11d1-80b4-00c04fd430c8", True),
        (False, PROXYS_NUMBER, False),
        (True, "severe", False),
        (True, TOKEN, False),
        (True, f"{PROXYS_NUMBER}\nforged", False),
        (True, "", False),
    ],
    ids=["nginx", "a UUID", "no proxy", "a word", "a key", "two lines", "nothing"],
)
def test_a_number_comes_from_the_proxy_only_when_it_can_be_one(
    client, settings, behind_proxy, given, kept
):
    settings.BEHIND_PROXY = behind_proxy

    answer = client.get("/livez", headers={"x-request-id": given})

    assert (answer["X-Request-ID"] == given) is kept


@pytest.mark.django_db
def test_no_page_shows_which_code_runs(client, settings):
    settings.RELEASE = "a1b2c3d4"

    visitor = finished()
    pages = [client.get(address) for address in ("/", "/help/", "/livez")] + [visitor.get()]

    assert [page for page in pages if "a1b2c3d4" in f"{page.headers}{page.content}"] == []
