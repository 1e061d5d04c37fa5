"""A process runs out of memory or of open files: somebody may be asked to try again, none loses."""

import os
import resource
import time
from pathlib import Path

import pytest

from tests.faults.lives import Lives

SECONDS = 2


def memory_of(process):
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")


def files_of(process):
    return len(os.listdir(f"/proc/{process}/fd"))


@pytest.mark.parametrize(
    ("what", "used"),
    [(resource.RLIMIT_NOFILE, files_of), (resource.RLIMIT_AS, memory_of)],
    ids=["open files", "memory"],
)
def test_there_is_no_more_of(site, drill, rounds, what, used):
    times = 1 + rounds // 3
    drill.done = f"workers may have half of what they have for {SECONDS} s, {times} times"
    lives = Lives(site)
    for _ in range(times):
        # Fresh processes: those that are warm have all that they need already.
        site.start()
        with lives:
            site.wait_for_workers()
            time.sleep(0.5)
            site.limit(what, max(map(used, site.workers_now())) // 2)
            time.sleep(SECONDS)
            site.limit(what)
            site.wait_for("/readyz")
            time.sleep(1)
        site.kill()

    site.start()
    lives.account(drill)
    is_slow = lives.longest_seconds > SECONDS / 2
    assert is_slow or lives.unanswered or lives.statuses - {200, 302}, "nobody felt the limit"
    assert site.faults_in_file() == []
