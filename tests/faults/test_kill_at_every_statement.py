"""Each kind of write is killed before every statement that changes anything: all of it, or none."""

import json
import subprocess
import sys

import pytest

from tests.faults.site import ROOT

LONG = ("save_an_article", "publish_an_article", "bring_in_a_bundle")
WRITES = (
    *("start", "answer_a_page", "call_for_help", "make_my_plan", "change_an_answer"),
    *("take_the_changes", "log_a_session", "log_in_one_press", "stop_at_a_warning_sign"),
    *("take_a_session_out", "make_a_share_link", "withdraw_the_share_link"),
    *("make_a_calendar_link", "take_a_mood_check", "erase", "bring_a_saved_plan_back"),
    *LONG,
)
# From so many rounds on, the long writes of the desk are killed at every statement too.
THOROUGH_ROUNDS = 20


def killed(site, name, step=1):
    """What became of a kind of write; its own program, since it kills itself."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killing", name, site.folder, str(step)],
        cwd=ROOT,
        env=site.environment | {"ALLOWED_HOSTS": "testserver"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("name", WRITES)
def test_a_write_is_done_whole_or_not_at_all(site, drill, rounds, name):
    is_long = name in LONG and rounds < THOROUGH_ROUNDS
    drill.done = f"kill -9 before every {'6th ' if is_long else ''}statement"

    found = killed(site, name, 6 if is_long else 1)

    drill.tried = found["tried"]
    drill.acknowledged = found["kept"]
    drill.lost = len(found["wrong"])
    assert found["is_seen"], "the write changes nothing that anybody sees"


def test_a_write_in_two_transactions_is_caught(site):
    found = killed(site, "make_a_link_in_two_parts")

    assert found["wrong"]
