"""The tables are changed while somebody else does the same, or while the machine dies."""

import json
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.faults.killing import put_back
from tests.faults.site import ROOT

# Statements that change something, from an empty file to the newest tables.
STATEMENTS = 800
HALF_WAY = {"nothing": (), "half of the tables": (("articles", "0006"), ("planner", "0001"))}


@pytest.fixture
def empty(sites, tmp_path):
    """A site whose SQLite file is not there yet."""
    return sites(tmp_path, f"sqlite:///{tmp_path / 'ttl.sqlite3'}")


# Where Django's own command has committed the tables of an app and not noted it yet.
BETWEEN = range(39, 42)


def died(site, points, which="ours"):
    """Die at each of these statements: whether migrating again came to its end."""
    file = site.file
    file.touch()
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.migrating", file, *map(str, points), which],
        cwd=ROOT,
        env=site.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def tables(site):
    """Every table and index by name, and whether the file is sound."""
    with closing(sqlite3.connect(site.file)) as database:
        names = database.execute("SELECT type, name FROM sqlite_master ORDER BY 1, 2").fetchall()
        return names, database.execute("PRAGMA integrity_check").fetchall()


@pytest.mark.parametrize("stands", HALF_WAY)
def test_two_migrate_at_once(empty, migrated_site, drill, rounds, stands):
    times = 1 + rounds // 5
    drill.done = f"2 processes migrate a file with {stands}, {times} times"
    file, kept = empty.folder / "ttl.sqlite3", empty.folder / "kept.sqlite3"
    for app, name in HALF_WAY[stands]:
        empty.manage("migrate", app, name, "--verbosity", "0")
    file.touch()
    shutil.copy(file, kept)
    for _ in range(times):
        put_back(kept, file)
        both = [empty.begin("migrate", "--no-input", "--verbosity", "0") for _ in "12"]
        drill.tried += 2
        drill.acknowledged += [process.wait() for process in both].count(0)
        drill.lost += tables(empty) != tables(migrated_site)

    assert drill.acknowledged == drill.tried


def test_the_machine_dies_while_it_migrates(empty, migrated_site, drill, rounds):
    points = random.sample(range(1, STATEMENTS), rounds + 1)
    drill.done = "kill -9 at a statement of migrate, then migrate again"

    mended = died(empty, points)

    drill.tried, drill.acknowledged = len(points), sum(mended)
    drill.lost = len(points) - sum(mended)
    assert tables(empty) == tables(migrated_site)


def test_django_s_own_command_leaves_work_for_a_person(empty):
    assert not all(died(empty, BETWEEN, "stock"))
