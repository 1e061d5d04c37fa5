"""Processes die in the middle of writing; whoever got an answer finds what they saved."""

import os
import random
import signal
import sqlite3
import subprocess
import time
from contextlib import closing

import pytest

from tests.faults.lives import Lives

# From kill to the next answer, the time to start Python and Django included.
BACK_SECONDS = 15
WRITERS = 8
# Sooner after the last one, granian takes it for a fault of ours and ends.
CALM_SECONDS = 6


def test_the_server_is_killed_while_people_write(site, drill, rounds):
    drill.done = f"kill -9 of every process under {WRITERS} writers, {rounds} times"
    lives, slowest = Lives(site, WRITERS), 0
    site.start()
    with lives:
        for _ in range(rounds):
            time.sleep(random.uniform(1, 4))  # noqa: S311 - no secret
            site.kill()
            killed_at = time.monotonic()
            site.start()
            slowest = max(slowest, time.monotonic() - killed_at)
        time.sleep(1)

    lives.account(drill)
    assert sound(site) == [("ok",)]
    assert {life.reached for life in lives.lives} >= {"erase", "share"}
    assert slowest < BACK_SECONDS


def test_one_worker_is_killed_while_people_write(site, drill, rounds):
    kills = 1 + rounds // 3
    drill.done = f"kill -9 of one of 2 workers under 4 writers, {kills} times"
    site.start()
    lives, failed = Lives(site), []
    with lives:
        for _ in range(kills):
            wait_for_workers(site)
            time.sleep(CALM_SECONDS)
            before = lives.unanswered
            os.kill(workers(site)[0], signal.SIGKILL)
            time.sleep(1)
            failed.append(lives.unanswered - before)
            wait_for_workers(site)

    lives.account(drill)
    # Nobody loses more than the one request that they had under way.
    assert max(failed) <= lives.size
    assert lives.statuses <= {0, 200, 302}


def workers(site):
    """The processes that serve; the parent only watches over them."""
    found = subprocess.run(
        ["pgrep", "-P", str(site.process.pid)], capture_output=True, text=True, check=False
    )
    return [int(number) for number in found.stdout.split()]


def wait_for_workers(site, number=2):
    until = time.monotonic() + BACK_SECONDS
    while len(workers(site)) < number:
        if time.monotonic() > until:
            pytest.fail(f"no worker took the place of the one that died\n{site.printed}")
        time.sleep(0.1)


def sound(site):
    """What SQLite finds wrong with the file."""
    with closing(sqlite3.connect(site.folder / "ttl.sqlite3")) as database:
        return database.execute("PRAGMA integrity_check").fetchall()
