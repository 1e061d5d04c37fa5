"""Backup and restore, rehearsed: people go on writing, the database is lost, all is put back."""

import os
import subprocess
import sys
import threading
import time

import pytest

from tests.faults import staff
from tests.faults.site import PATIENCE_SECONDS, ROOT
from tests.planner.people import somebody
from ttl.keeping.management.commands.backup import UNFINISHED

WRITERS, ENOUGH = 3, 20
SAVED_PAGE = "questions/1/"


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """A site in use, and how to give it up for an empty place of the same kind."""
    if request.param == "sqlite":
        site = request.getfixturevalue("site")
        return site, lambda folder: _lose_file(site, folder)
    cluster = request.getfixturevalue("cluster")
    return request.getfixturevalue("postgres_site"), lambda folder: _lose_database(cluster)


def _lose_file(site, folder):
    for file in site.folder.glob("ttl.sqlite3*"):
        file.unlink()
    return f"sqlite:///{folder / 'ttl.sqlite3'}"


def _lose_database(cluster):
    cluster.sql("DROP DATABASE ttl WITH (FORCE)", database="postgres")
    cluster.sql("CREATE DATABASE restored", database="postgres")
    return cluster.url_of("restored")


class Writers:
    """People who begin plan after plan, and what each was told."""

    def __init__(self, site):
        self.site, self.told, self.refused, self.stops = site, {}, [], threading.Event()
        self.threads = [threading.Thread(target=self._write) for _ in range(WRITERS)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_error):
        self.stops.set()
        for thread in self.threads:
            thread.join()

    def wait_for_some(self):
        until = time.monotonic() + PATIENCE_SECONDS
        while len(self.told) < ENOUGH and time.monotonic() < until:
            time.sleep(0.05)

    def _write(self):
        while not self.stops.is_set():
            visitor = self.site.visitor()
            status = visitor.answer(1, somebody()).status_code
            if status == 302:
                self.told[visitor.token] = time.monotonic()
            else:
                self.refused.append(status)


class Kit:
    """The folders and the key of somebody who looks after backups."""

    def __init__(self, folder, site):
        self.key, self.erasures = folder / "backup.key", folder / "erased.txt"
        self.backups, self.secrets, self.empty = (folder / each for each in ("b", "s", "empty"))
        for each in (self.backups, self.secrets, self.empty):
            each.mkdir()
        # As of a backup that was killed: the next one clears it away.
        (self.backups / f"{UNFINISHED}killed").mkdir()
        (self.backups / f"{UNFINISHED}killed" / "dump").write_bytes(b"rows")
        made = site.manage("new_backup_key", str(self.key)).stdout
        self.public = dict([made.strip().split("=")])

    def back_up(self, site):
        command = ("backup", str(self.backups), "--secrets", str(self.secrets))
        return site.manage(*command, **self.public).stdout

    def restore(self, site, *erasures):
        [backup] = self.backups.iterdir()
        return site.manage("restore", str(backup), "--key", str(self.key), *erasures).stdout

    def opened_secrets(self):
        """What somebody gets who has the sealed copy of the secrets and the private key."""
        [sealed_copy] = self.secrets.iterdir()
        opened = subprocess.run(
            [sys.executable, "-m", "ttl.keeping.sealing", str(self.key), str(sealed_copy)],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=True,
        )
        return dict(line.split("=", 1) for line in opened.stdout.splitlines())


def exported(site, folder):
    site.manage("export_content", str(folder))
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def saved_pages(site, tokens):
    return {token: site.visitor(token).get(SAVED_PAGE).content for token in tokens}


def in_use(site):
    """Serve articles, staff and two who saved an answer; the first has erased everything."""
    site.manage("load_content")
    staff.make_account(site)
    erased, lasting = site.start().visitor(), site.visitor()
    for visitor in (erased, lasting):
        visitor.answer(1, somebody())
    erased.post("erase/", {})
    return erased, lasting


def test_a_backup_made_under_load_brings_everything_back(place, sites, drill, tmp_path):
    site, lose = place
    kit = Kit(tmp_path, site)
    erased_before, erased_since = in_use(site)
    with Writers(site) as writers:
        writers.wait_for_some()
        begun = time.monotonic()
        kit.back_up(site)
    pages = saved_pages(site, [token for token, at in writers.told.items() if at < begun])
    articles = exported(site, tmp_path / "before")
    erased_since.post("erase/", {})
    site.manage("save_erasures", str(kit.erasures))
    site.kill()

    restored = sites(kit.empty, lose(kit.empty), **kit.opened_secrets())
    told = kit.restore(restored, "--erasures", str(kit.erasures))
    restored.start()

    drill.done = f"backup under {WRITERS} writers, database destroyed, restored elsewhere"
    drill.tried, drill.acknowledged = len(writers.told) + len(writers.refused), len(pages)
    again = saved_pages(restored, pages)
    drill.lost = sum(again[token] != page for token, page in pages.items())
    assert (writers.refused, len(pages) >= ENOUGH) == ([], True)
    assert "every table is as it was saved" in told
    for visitor in (erased_before, erased_since):
        assert restored.visitor(visitor.token).get().status_code == 410
    assert exported(restored, tmp_path / "after") == articles
    assert staff.Browser().signs_in(restored.port)


def test_an_older_backup_is_brought_up_to_this_release(site, sites, drill, tmp_path):
    kit = Kit(tmp_path, site)
    token = site.start().visitor().token
    site.kill()
    site.manage("migrate", "planner", "0002")
    kit.back_up(site)

    restored = sites(kit.empty, f"sqlite:///{kit.empty / 'ttl.sqlite3'}", **kit.opened_secrets())
    told = kit.restore(restored, "--without-erasures")

    drill.done = "a backup of an older schema restored into an empty place"
    drill.tried = drill.acknowledged = 1
    drill.lost = int(restored.start().visitor(token).get(SAVED_PAGE).status_code != 200)
    assert "Migrations applied: 0." not in told
    assert "entries made new" in told
    assert restored.visitor().answer(1, somebody()).status_code == 302
