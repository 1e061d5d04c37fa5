"""Two processes migrate at once, or one dies while it does: the next run finishes the work."""

import signal
import subprocess
import sys
import threading
import time

import psycopg
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
        # The names of permissions are longer than the first of its tables could hold.
        empty_site.manage("migrate", "auth")
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
        process = _begin(empty_site)
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


def test_migrate_lets_go_of_a_table_in_use_and_tries_again(postgres_site, cluster, drill):
    drill.done = "a session holds a table that a migration changes, until `migrate` says so"
    postgres_site.manage("migrate", "planner", "zero")
    postgres_site.manage("migrate", "planner", "0001")
    holder = psycopg.connect(host=str(cluster.folder), user="ttl", dbname="ttl")
    holder.execute("LOCK planner_privateplan")

    process = _begin(postgres_site)
    said = next(line for line in process.stderr if line.startswith("A table"))
    holder.close()
    process.communicate()

    drill.tried, drill.acknowledged = 1, int(process.returncode == 0)
    assert (said, process.returncode) == ("A table is in use; trying again.\n", 0)
    assert _is_complete(postgres_site)


def _begin(site):
    return subprocess.Popen(
        [sys.executable, "manage.py", "migrate", "--no-input"],
        cwd=ROOT,
        env=site.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _migrate(site):
    return site.manage("migrate", "--no-input", check=False)


def _is_complete(site):
    return site.manage("migrate", "--check", check=False).returncode == 0
