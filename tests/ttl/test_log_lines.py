"""What a line of the log holds in production: known keys, one line, and nobody's words."""

import json
import logging
import subprocess
import sys

import pytest
from django.urls import path

from tests.ttl.written import Log
from ttl.logs import request_id

TOKEN = "aB3_-dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6kM9nP"


def break_down(request, token):
    raise ValueError(token, request.GET["mood"])


PLACE = break_down.__code__.co_firstlineno + 1
urlpatterns = [path("plan/<token>/broken/", break_down)]


@pytest.fixture
def log(monkeypatch):
    return Log(monkeypatch)


def test_a_line_is_an_object_of_known_keys_and_nothing_else_that_is_given(log):
    request_id.set("0123456789abcdef")

    logging.getLogger("planner").warning(
        "Slow: %d", 3, extra={"route": "home", "answers": {"mood": "severe"}, "status_code": None}
    )

    [line] = log.lines
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
def test_a_crash_is_an_object_with_its_places(client, log):
    client.raise_request_exception = False

    client.get(f"/plan/{TOKEN}/broken/?mood=severe")

    crash, access = log.lines
    assert crash["event"] == "Internal Server Error: tests.ttl.test_log_lines.break_down"
    assert crash["trace"][-2:] == [f"{__name__}:{PLACE} in break_down", "builtins.ValueError"]
    assert crash["request_id"] == access["request_id"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x0b", "\x85", "\u2028", "\x1b[2J", "\0"])
def test_no_message_can_begin_a_line_of_its_own(log, end):
    logging.getLogger("planner").error("Asked for: %s", f'x{end}{{"event": "forged"}}')

    assert len(log.lines) == 1
    assert end not in log.text.removesuffix("\n")


def test_a_message_that_no_file_can_hold_is_written_all_the_same(log):
    logging.getLogger("planner").error("Asked for: %s", "\udcff")

    assert [line["event"] for line in log.lines] == ["Asked for: \\udcff"]


def test_a_message_with_the_wrong_parts_breaks_nothing_and_tells_none_of_them(log):
    logging.getLogger("planner").error("Asked for: %d", "severe")

    assert [line["event"] for line in log.lines] == [
        "A message with the wrong number of parts: Asked for: %d"
    ]


@pytest.mark.parametrize("headers", [{"host": "severe.example"}, {"x-forwarded-host": "severe"}])
def test_what_was_wrong_with_a_request_is_told_without_its_words(client, log, headers):
    client.get("/help/?severe", headers=headers)

    assert {line["event"] for line in log.lines} <= {
        "Bad Request: none",
        "GET none 400",
        "GET planner:help 200",
    }


def test_a_traceback_that_the_server_wrote_out_loses_its_message(log):
    trace = "Application callable raised an exception\nTraceback:\nValueError: severe"

    logging.getLogger("_granian").error(trace)

    assert [line["event"] for line in log.lines] == ["Application callable raised an exception"]


GUARDED = """
import json, logging.config, pathlib
import ttl
logging.config.dictConfig(json.loads(pathlib.Path(ttl.__file__).with_name("granian-logs.json").read_text()))
try:
    raise ValueError("severe")
except ValueError:
    logging.getLogger("_granian").exception("Broken\\nsevere")
"""


def test_the_servers_own_process_writes_the_same_lines(served):
    [line] = [json.loads(line) for line in served("-c", GUARDED).stderr.splitlines()]

    assert (line["event"], line["trace"][-1]) == ("Broken", "builtins.ValueError")
    assert "severe" not in str(line)


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
