"""What tests in every folder share: the browser they drive and how hard they search."""

import os
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.db.models.signals import post_migrate
from hypothesis import settings
from playwright.sync_api import expect

from articles.roles import RIGHTS, give

# No deadline: a shared machine is slow now and then. `ci` repeats the same examples every time.
settings.register_profile("default", max_examples=100, deadline=None)
settings.register_profile("ci", max_examples=1_000, deadline=None, derandomize=True)
settings.register_profile("sweep", max_examples=50_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

TESTS = Path(__file__).parent
# Browsers, servers and the waits of the edge take real time beside all else on the machine. Their
# tests are tried a second time, and the summary says which; pyproject.toml says how many in a run.
BESIDE_OTHERS = ("bench", "deploy", "faults", "ttl/edge")

# As long as a browser waits for all else: more than it takes an open page to try again, or a busy
# machine to draw one.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """Bring the roles of staff back after a test that empties the tables, as permissions are."""
    post_migrate.connect(
        lambda **_: give(apps, RIGHTS), sender=apps.get_app_config("articles"), weak=False
    )


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, tmp_path_factory):
    """Keep an SQLite in a file, as a real site does.

    In memory all threads of a live server would share one connection, and mix what they do in it.
    """
    if connection.vendor == "sqlite":
        folder = tmp_path_factory.mktemp("database")
        connection.settings_dict["TEST"]["NAME"] = str(folder / "test.sqlite3")
        connection.settings_dict["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Drive the machine's own Chromium; its sandbox would refuse root, and it sees only TTL."""
    find = TESTS.parent / "bin" / "chromium"
    found = subprocess.run([find], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.fail(found.stderr, pytrace=False)
    return {
        "executable_path": found.stdout.strip(),
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }


def pytest_collection_modifyitems(items):
    """Give the tests that share what takes long to make to one worker; see `BESIDE_OTHERS`."""
    for item in items:
        is_beside = any(item.path.is_relative_to(TESTS / folder) for folder in BESIDE_OTHERS)
        if is_beside or item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))
        if "verdicts" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group("walk"))
        if "album" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group("album"))
