"""No log line holds the key of a private plan, or what a visitor typed."""

import io
import json
import logging
import subprocess
import sys

import pytest
from django.http import HttpResponse
from django.urls import path

from ttl.logs import JsonLines, RedactPlanLinks, redact, request_id

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
    assert ":19 in break_down" in written()
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


@pytest.fixture
def lines(written, monkeypatch):
    """What is written in production: each line as the object it is."""
    monkeypatch.setattr(
        logging.getLogger("django").handlers[0], "formatter", JsonLines(release="7")
    )
    return lambda: [json.loads(line) for line in written().splitlines()]


def test_a_line_is_an_object_of_known_keys_and_nothing_else_that_is_given(lines):
    request_id.set("0123456789abcdef")

    logging.getLogger("planner").warning(
        "Slow: %d", 3, extra={"route": "home", "answers": {"mood": "severe"}, "status_code": None}
    )

    [line] = lines()
    assert line.pop("time").endswith("+00:00")
    assert line.pop("process") > 0
    assert line == {
        "level": "WARNING",
        "logger": "planner",
        "event": "Slow: 3",
        "release": "7",
        "request_id": "0123456789abcdef",
        "route": "home",
    }


@pytest.mark.urls(__name__)
def test_a_crash_is_an_object_with_its_places(client, lines):
    client.raise_request_exception = False

    client.get(f"/plan/{TOKEN}/broken/?mood=severe")

    crash, access = lines()
    assert crash["event"] == "Internal Server Error: tests.ttl.test_logs.break_down"
    assert crash["trace"][-2:] == [f"{__name__}:19 in break_down", "builtins.ValueError"]
    assert crash["request_id"] == access["request_id"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x0b", "\x85", "\u2028", "\x1b[2J", "\0"])
def test_no_message_can_begin_a_line_of_its_own(lines, written, end):
    logging.getLogger("planner").error("Asked for: %s", f'x{end}{{"event": "forged"}}')

    assert len(lines()) == 1
    assert end not in written().removesuffix("\n")


def test_a_message_that_no_file_can_hold_is_written_all_the_same(lines):
    logging.getLogger("planner").error("Asked for: %s", "\udcff")

    assert [line["event"] for line in lines()] == ["Asked for: \\udcff"]


def test_a_message_with_the_wrong_parts_breaks_nothing_and_tells_none_of_them(lines):
    logging.getLogger("planner").error("Asked for: %d", "severe")

    assert [line["event"] for line in lines()] == [
        "A message with the wrong number of parts: Asked for: %d"
    ]


@pytest.mark.parametrize("headers", [{"host": "severe.example"}, {"x-forwarded-host": "severe"}])
def test_what_was_wrong_with_a_request_is_told_without_its_words(client, lines, headers):
    client.get("/plan/import/?severe", headers=headers)

    assert {line["event"] for line in lines()} <= {
        "Bad Request: none",
        "GET none 400",
        "GET planner:import 200",
    }


def test_a_traceback_that_the_server_wrote_out_loses_its_message(lines):
    trace = "Application callable raised an exception\nTraceback:\nValueError: severe"

    logging.getLogger("_granian").error(trace)

    assert [line["event"] for line in lines()] == ["Application callable raised an exception"]


PRINTED = """
import sys, threading, warnings
import ttl.wsgi
def fail():
    raise ValueError("severe")
class Broken:
    def __del__(self):
        fail()
warnings.warn("severe")
thread = threading.Thread(target=fail)
thread.start()
thread.join()
Broken()
fail()
"""


def test_what_python_would_print_by_itself_goes_through_the_log(tmp_path, served):
    printed = served("-W", "always::UserWarning", "-c", PRINTED, VAR_DIR=str(tmp_path))

    lines = [json.loads(line) for line in (printed.stdout + printed.stderr).splitlines()]
    events = [line["event"] for line in lines if line["logger"] == "ttl.logs"]
    assert [event.partition(" at ")[0] for event in events] == [
        "builtins.UserWarning",
        *["Nothing caught a builtins.ValueError"] * 3,
    ]
    assert "severe" not in printed.stdout + printed.stderr


@pytest.fixture
def served():
    """Runs a Python under production's settings and gives what it printed."""

    def run(*arguments, **environment):
        return subprocess.run(
            [sys.executable, *arguments],
            env={
                "ENV_FILE": "/dev/null",
                "SECRET_KEY": "hW2rTq9ZxK4mVb7NcY1sLd8PfG3jQe6A",
                "PLAN_SECRETS": "1:hW2rTq9ZxK4mVb7NcY1sLd8PfG3jQe6A",
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
        )

    return run
