"""Processes die in the middle of writing; whoever got an answer finds what they saved."""

import os
import random
import signal
import time

from tests.faults.lives import Lives
from tests.faults.site import CALM_SECONDS

# From kill to the next answer, the time to start Python and Django included.
BACK_SECONDS = 15
WRITERS = 8


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
        # Some went the whole way: to a plan that is kept, or that they erased.
        lives.wait_for("erase", "share")

    lives.account(drill)
    assert site.faults_in_file() == []
    assert slowest < BACK_SECONDS


def test_one_worker_is_killed_while_people_write(site, drill, rounds):
    kills = 1 + rounds // 3
    drill.done = f"kill -9 of one of 2 workers under 4 writers, {kills} times"
    site.start()
    lives, failed = Lives(site), []
    with lives:
        for _ in range(kills):
            site.wait_for_workers()
            time.sleep(CALM_SECONDS)
            before = lives.unanswered
            os.kill(site.workers_now()[0], signal.SIGKILL)
            time.sleep(1)
            failed.append(lives.unanswered - before)
            site.wait_for_workers()

    lives.account(drill)
    # Nobody loses more than the one request that they had under way.
    assert max(failed) <= lives.size
    assert lives.statuses <= {0, 200, 302}
