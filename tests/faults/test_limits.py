"""A process runs out of memory or of open files: somebody may be asked to try again, none loses."""

import os
import resource
import time
from pathlib import Path

from tests.faults.lives import Lives

# Little more than it has: the next few things that it wants are refused.
MORE_BYTES, MORE_FILES = 1_000_000, 0
SECONDS = 2


def memory_of(process):
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")


def test_there_are_no_more_open_files(site, drill, rounds):
    drill.done = f"no worker may open another file for {SECONDS} s, {rounds} times"
    site.start()
    lives = Lives(site)
    with lives:
        for _ in range(rounds):
            site.wait_for_workers()
            time.sleep(1)
            most = max(len(os.listdir(f"/proc/{each}/fd")) for each in site.workers_now())
            site.limit(resource.RLIMIT_NOFILE, most + MORE_FILES)
            time.sleep(SECONDS)
            site.limit(resource.RLIMIT_NOFILE)
        time.sleep(1)

    site.wait_for("/readyz")
    lives.account(drill)
    assert site.faults_in_file() == []


def test_there_is_no_more_memory(site, drill, rounds):
    drill.done = f"no worker may have more memory for {SECONDS} s, {rounds} times"
    site.start()
    lives = Lives(site)
    with lives:
        for _ in range(rounds):
            site.wait_for_workers()
            time.sleep(1)
            most = max(map(memory_of, site.workers_now()))
            site.limit(resource.RLIMIT_AS, most + MORE_BYTES)
            time.sleep(SECONDS)
            site.limit(resource.RLIMIT_AS)
        time.sleep(1)

    site.wait_for("/readyz")
    lives.account(drill)
    assert site.faults_in_file() == []
