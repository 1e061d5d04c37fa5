"""No log line holds the key of a private plan, or what a visitor typed."""

import io
import logging

import pytest
from django.http import HttpResponse
from django.urls import path

from ttl.logs import RedactPlanLinks, redact

TOKEN = "aB3_-dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6kM9nP"  # 43 characters, as a real one


def break_down(request, token):
    raise ValueError(token, request.GET["mood"])


urlpatterns = [
    path("", lambda request: HttpResponse("home"), name="home"),
    path("plan/<token>/broken/", break_down),
]


@pytest.fixture
def written(monkeypatch):
    """What the console's handler writes, as it does in production."""
    console = logging.getLogger("django").handlers[0]
    monkeypatch.setattr(console, "stream", io.StringIO())
    monkeypatch.setattr(console.filters[0], "keep_messages", False)
    return console.stream.getvalue


def test_a_page_not_found_is_logged_without_its_key(client, written):
    client.get(f"/plan/{TOKEN}/no-such-page/")

    assert "GET none 404" in written()
    assert "plan/" not in written()


@pytest.mark.urls(__name__)
def test_a_crash_is_logged_by_type_and_place_without_key_or_answer(client, written):
    client.raise_request_exception = False

    client.get(f"/plan/{TOKEN}/broken/?mood=severe")

    assert "Internal Server Error: tests.ttl.test_logs.break_down" in written()
    assert "in break_down" in written()
    assert "builtins.ValueError" in written()
    assert TOKEN not in written()
    assert "severe" not in written()
    assert "plan/" not in written()


def test_the_cause_of_a_crash_is_logged_too(written):
    answers = {}
    typed = "sev" + "ere"
    try:
        try:
            answers[typed]
        except KeyError as error:
            raise RuntimeError(typed) from error
    except RuntimeError:
        logging.getLogger("django").exception("It broke")

    assert "builtins.KeyError" in written()
    assert "builtins.RuntimeError" in written()
    assert "severe" not in written()


LOGGERS = ["", "django", "django.server", "django.request", "_granian", "planner", "ttl.requests"]


@pytest.mark.parametrize("name", LOGGERS)
def test_every_logger_of_the_site_writes_through_the_filter(name):
    logger = logging.getLogger(name)
    while not logger.handlers or (logger.propagate and logger.parent):
        logger = logger.parent

    ours = [handler for handler in logger.handlers if handler.name == "console"]
    assert [type(handler.filters[0]) for handler in ours] == [RedactPlanLinks]


@pytest.mark.parametrize(
    ("line", "safe"),
    [
        (f"GET /plan/{TOKEN}/week/2/", "GET /plan/[link]/week/2/"),
        (f"GET /plan/{TOKEN[:20]}.{TOKEN[20:]}/", "GET /plan/[link]/"),
        (f"GET /plan/{TOKEN[:10]}", "GET /plan/[link]"),
        (f"https://ttl.example/plan/{TOKEN}?x=1", "https://ttl.example/plan/[link]?x=1"),
        (f"GET /shared/{TOKEN[:30]}/", "GET /shared/[link]/"),
        (f"GET /calendar/{TOKEN[:30]}.ics", "GET /calendar/[link]"),
        (f"next=%2fplan%2f{TOKEN}%2f", "next=%2fplan%2f[link]%2f"),
        (f"kwargs={{'token': '{TOKEN}'}}", "kwargs={'token': '[link]'}"),
        ("GET /plan/", "GET /plan/"),
        ("GET /articles/plan-for-a-week/", "GET /articles/plan-for-a-week/"),
    ],
    ids=[
        "a link",
        "a link with a slip in it",
        "a link cut short",
        "a whole address",
        "a shared link cut short",
        "a calendar's link cut short",
        "an escaped address",
        "a key alone",
        "the start page",
        "an article",
    ],
)
def test_keys_go_and_all_else_stays(line, safe):
    assert redact(line) == safe
