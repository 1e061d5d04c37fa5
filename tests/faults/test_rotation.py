"""All keys are changed while people use the site; nobody notices, and a kill half-way is mended."""

import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing

import psycopg
import pytest

from tests.faults import staff
from tests.faults.site import PATIENCE_SECONDS, ROOT, NoAnswer
from tests.planner.people import somebody

PLANS = 400
ENOUGH_TO_KILL = 20
# How often people open a link, and staff the desk, before a process is taken away.
OPENED, LOOKED = 60, 8
# One way to make many plans at once: their links, one a line, with a link to share for each tenth.
SEED = f"""
from datetime import date
from django.db import transaction
from planner.models import PrivatePlan
from planner.state import State, encode
from planner.vault import Use
from tests.planner.people import somebody
from planner.engine import drop_irrelevant, parse_answers
answers = drop_irrelevant(parse_answers(somebody() | {{"self_harm": None}}))
payload = encode(State(answers=answers, self_harm_asked=True).with_result(date.today()))
with transaction.atomic():
    for n in range({PLANS}):
        token = PrivatePlan.objects.start(payload)
        print("link", "plan", token)
        if n % 10 == 0:
            with PrivatePlan.objects.edit(token) as draft:
                draft.finished = True
            print("link", "shared", PrivatePlan.objects.make_link(token, Use.SHARE))
"""
COUNT_LEFT = "SELECT count(*) FROM planner_privateplan WHERE key_version = '1'"


@pytest.fixture(params=["sqlite", "postgresql"])
def first(request):
    """A site whose secrets stand in a file, as `rotate_keys` wants it."""
    site = request.getfixturevalue("site" if request.param == "sqlite" else "postgres_site")
    names = ("SECRET_KEY", "PLAN_SECRETS")
    lines = [f"{name}={site.environment.pop(name)}\n" for name in names]
    file = site.folder / "env"
    file.write_text("".join(lines))
    site.environment["ENV_FILE"] = str(file)
    return site


@pytest.fixture
def database(first):
    """A look at the rows beside the site."""
    url = first.environment["DATABASE_URL"]
    is_file = url.startswith("sqlite")
    opened = sqlite3.connect(url.removeprefix("sqlite:///")) if is_file else psycopg.connect(url)
    with closing(opened) as connection:
        yield connection


class Crowd:
    """People who open links, begin plans and work at the desk, at whichever process serves."""

    def __init__(self, links, browser, site):
        self.links, self.browser = links, browser
        assert browser.signs_in(site.port)
        self.live, self.stops = [site], threading.Event()
        self.opened = self.looked = 0
        self.failures = []
        work = (self._open, self._open, self._begin, self._look)
        self.threads = [threading.Thread(target=self._go_on, args=(each,)) for each in work]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_error):
        self.stops.set()
        for thread in self.threads:
            thread.join()

    def pass_from(self, old, new):
        """Let both serve for a while, then the new one alone; what was asked is answered first."""
        for live in ([old, new], [new]):
            self.live[:] = live
            self._wait(self.opened + OPENED, self.looked + LOOKED)
        old.kill()

    def _wait(self, opened, looked):
        until = time.monotonic() + PATIENCE_SECONDS
        while self.opened < opened or self.looked < looked:
            assert time.monotonic() < until, Counter(self.failures)
            time.sleep(0.05)

    def _go_on(self, work):
        while not self.stops.is_set():
            site = random.choice(self.live)  # noqa: S311 - no secret comes of it
            try:
                work(site)
            except (NoAnswer, OSError) as error:
                at = [each.folder.name for each in self.live]
                self.failures.append((work.__name__, site.folder.name, *at, repr(error)))
                time.sleep(0.1)

    def _open(self, site):
        # Half of them such as another process has just made.
        chosen = self.links[-20:] if self.opened % 2 else self.links
        use, token = random.choice(chosen)  # noqa: S311 - no secret comes of it
        self.opened += 1
        if (status := status_of(site, use, token)) != 200:
            self.failures.append((use, status))

    def _begin(self, site):
        visitor = site.visitor()
        if (status := visitor.answer(1, somebody()).status_code) == 302:
            self.links.append(("plan", visitor.token))
        else:
            self.failures.append(("begin", status))

    def _look(self, site):
        self.looked += 1
        if not self.browser.is_signed_in(site.port):
            self.failures.append(("desk", "signed out"))
        time.sleep(0.2)


def status_of(site, use, token):
    if use == "shared":
        return site.visitor(token).client.get(f"/shared/{token}/").status_code
    return site.visitor(token).get("questions/1/").status_code


def rewrap_and_kill(site, database):
    """Kill the command in the middle; say how many plans it left, of how many."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "rotate_keys", "rewrap"],
        cwd=ROOT,
        env=site.environment,
        stdout=subprocess.DEVNULL,
    )
    everything = count_left(database)
    while count_left(database) > everything - ENOUGH_TO_KILL:
        assert process.poll() is None, "it ended before it could be killed"
    process.kill()
    process.wait()
    return count_left(database), everything


def count_left(database):
    [count] = database.execute(COUNT_LEFT).fetchone()
    database.rollback()
    return count


@pytest.fixture
def another(first, sites, tmp_path):
    """Serves from the file of secrets as it is now, beside what serves already."""

    def serve(name):
        folder = tmp_path / name
        folder.mkdir()
        site = sites(folder, first.environment["DATABASE_URL"])
        site.environment = first.environment | {"VAR_DIR": str(folder)}
        return site.start()

    return serve


def test_all_keys_change_under_load_and_a_kill_half_way_is_mended(first, another, database, drill):
    seeded = first.manage("shell", "-v0", "-c", SEED).stdout.splitlines()
    links = [tuple(line.split()[1:]) for line in seeded if line.startswith("link ")]
    staff.make_account(first)
    crowd = Crowd(links, staff.Browser(), first.start())
    with crowd:
        first.manage("rotate_keys", "add")
        crowd.pass_from(first, knows := another("knows"))
        first.manage("rotate_keys", "use")
        crowd.pass_from(knows, uses := another("uses"))
        left, everything = rewrap_and_kill(first, database)
        resumed = first.manage("rotate_keys", "rewrap").stdout
        first.manage("rotate_keys", "drop")
        crowd.pass_from(uses, only_new := another("only_new"))

    drill.done = f"all keys changed in 4 steps; kill -9 with {left} of {everything} plans to go"
    drill.tried, drill.acknowledged = crowd.opened + len(links), len(links)
    drill.lost = sum(status_of(only_new, use, token) != 200 for use, token in links)
    assert Counter(crowd.failures) == {}
    assert 0 < left < everything
    assert "Version 1: nothing rests on it." in resumed
    assert first.manage("rotate_keys").stdout.startswith("Version 2: ")
    assert "1:" not in (first.folder / "env").read_text()
