"""Two processes migrate at once, or one dies while it does: the next run finishes the work."""

import signal
import subprocess
import sys
import threading
import time

import pytest

from tests.faults.site import ROOT


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_site(request, sites, clusters, tmp_path):
    """A site with an empty database, of both kinds."""
    if request.param == "sqlite":
        return sites(tmp_path, f"sqlite:///{tmp_path / 'ttl.sqlite3'}")
    return sites(tmp_path, clusters().create().url)


@pytest.mark.parametrize("before", [(), ("articles", "0008")], ids=["empty", "half done"])
def test_two_processes_migrate_at_once(empty_site, drill, before):
    drill.done = "two `migrate` at once" + (
        f", from {before[1]} on" if before else ", from nothing"
    )
    if before:
        empty_site.manage("migrate", *before)
    done = []

    both = [threading.Thread(target=lambda: done.append(_migrate(empty_site))) for _ in "12"]
    for each in both:
        each.start()
    for each in both:
        each.join()

    drill.tried, drill.acknowledged = 2, sum(each.returncode == 0 for each in done)
    assert [each.returncode for each in done] == [0, 0], [each.stderr for each in done]
    assert _is_complete(empty_site)


def test_migrate_is_killed_and_run_again(empty_site, drill, rounds):
    drill.done = f"kill -9 of `migrate`, {rounds} times in one database, then once to its end"

    for turn in range(rounds):
        process = subprocess.Popen(
            [sys.executable, "manage.py", "migrate", "--no-input"],
            cwd=ROOT,
            env=empty_site.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        # So many migrations after the first one that this run applies.
        to_go = turn
        for line in process.stdout:
            if line.rstrip().endswith("OK"):
                to_go -= 1
            if to_go < 0:
                break
        time.sleep(0.002 * drill.tried)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        drill.tried += 1
    finished = _migrate(empty_site)

    drill.acknowledged = drill.tried
    assert finished.returncode == 0, finished.stderr
    assert _is_complete(empty_site)


def test_migrate_waits_only_so_long_for_a_table_and_then_tries_again(postgres_site, cluster, drill):
    drill.done = "a session holds a table that a migration changes, for 5 s"
    postgres_site.manage("migrate", "planner", "zero")
    postgres_site.manage("migrate", "planner", "0001")
    held = threading.Thread(
        target=cluster.sql,
        args=("BEGIN; LOCK planner_privateplan; SELECT pg_sleep(5); COMMIT",),
    )
    held.start()
    time.sleep(0.5)

    done = _migrate(postgres_site)
    held.join()

    drill.tried, drill.acknowledged = 1, int(done.returncode == 0)
    assert done.returncode == 0, done.stderr
    assert "A table is in use; trying again." in done.stderr
    assert _is_complete(postgres_site)


def _migrate(site):
    return site.manage("migrate", "--no-input", check=False)


def _is_complete(site):
    return site.manage("migrate", "--check", check=False).returncode == 0
