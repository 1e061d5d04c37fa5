"""Backup and restore, rehearsed: people go on writing, the database is lost, all is put back."""

import os
import subprocess
import sys
import threading
import time

import pytest

from tests.faults import staff
from tests.faults.site import ROOT
from tests.planner.people import somebody

WRITERS = 3
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

    def _write(self):
        while not self.stops.is_set():
            visitor = self.site.visitor()
            status = visitor.answer(1, somebody()).status_code
            if status == 302:
                self.told[visitor.token] = time.monotonic()
            else:
                self.refused.append(status)


def exported(site, folder):
    site.manage("export_content", str(folder))
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def keys_of(sealed_copy, key):
    """What somebody gets who has the sealed copy of the secrets and the private key."""
    opened = subprocess.run(
        [sys.executable, "-m", "ttl.keeping.sealing", str(key), str(sealed_copy)],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(line.split("=", 1) for line in opened.stdout.splitlines())


def test_a_backup_made_under_load_brings_everything_back(place, sites, drill, tmp_path):
    site, lose = place
    key, erasures = tmp_path / "backup.key", tmp_path / "erased.txt"
    backups, secrets, empty = tmp_path / "backups", tmp_path / "secrets", tmp_path / "empty"
    for folder in (backups, secrets, empty):
        folder.mkdir()
    site.manage("load_content")
    staff.make_account(site)
    public_key = site.manage("new_backup_key", str(key)).stdout.strip().partition("=")[2]
    site.start()
    before, since = (site.visitor() for _ in "12")
    for visitor in (before, since):
        visitor.answer(1, somebody())
    before.post("erase/", {})

    with Writers(site) as writers:
        time.sleep(1)
        begun = time.monotonic()
        made = site.manage(
            *("backup", str(backups), "--secrets", str(secrets)), BACKUP_RECIPIENTS=public_key
        )
        time.sleep(0.5)
    acknowledged = [token for token, moment in writers.told.items() if moment < begun]
    pages = {token: site.visitor(token).get(SAVED_PAGE).content for token in acknowledged}
    articles = exported(site, tmp_path / "before")
    since.post("erase/", {})
    site.manage("save_erasures", str(erasures))

    site.kill()
    url = lose(empty)
    [backup], [sealed_copy] = backups.iterdir(), secrets.iterdir()
    restored = sites(empty, url, **keys_of(sealed_copy, key))
    begun = time.monotonic()
    told = restored.manage(
        "restore", str(backup), "--key", str(key), "--erasures", str(erasures)
    ).stdout
    took = time.monotonic() - begun
    restored.start()

    drill.done = f"backup under {WRITERS} writers, database destroyed, restored in {took:.0f} s"
    drill.tried = len(writers.told) + len(writers.refused)
    drill.acknowledged = len(acknowledged)
    again = {token: restored.visitor(token).get(SAVED_PAGE).content for token in acknowledged}
    drill.lost = sum(again[token] != page for token, page in pages.items())
    assert writers.refused == []
    assert len(acknowledged) > WRITERS
    assert "read back whole" in made.stdout
    assert "every table is as it was saved" in told
    assert "Erased from the backup: 1." in told
    for erased in (before, since):
        assert restored.visitor(erased.token).get().status_code == 410
    assert exported(restored, tmp_path / "after") == articles
    browser = staff.Browser()
    browser.sign_in(restored.port)
    assert browser.is_signed_in(restored.port)


def test_an_older_backup_is_brought_up_to_this_release(site, sites, drill, tmp_path):
    key, backups, secrets, empty = (tmp_path / name for name in ("key", "b", "s", "empty"))
    for folder in (backups, secrets, empty):
        folder.mkdir()
    public_key = site.manage("new_backup_key", str(key)).stdout.strip().partition("=")[2]
    token = site.start().visitor().token
    site.stop()
    site.manage("migrate", "planner", "0002")

    site.manage("backup", str(backups), "--secrets", str(secrets), BACKUP_RECIPIENTS=public_key)
    [backup] = backups.iterdir()
    restored = sites(empty, f"sqlite:///{empty / 'ttl.sqlite3'}")
    restored.environment |= {"PLAN_SECRETS": site.environment["PLAN_SECRETS"]}
    told = restored.manage("restore", str(backup), "--key", str(key), "--without-erasures").stdout

    drill.done = "a backup of an older schema restored into an empty place"
    drill.tried = drill.acknowledged = 1
    restored.start()
    drill.lost = int(restored.visitor(token).get(SAVED_PAGE).status_code != 200)
    assert "Migrations applied: 0." not in told
    assert "Search: " in told
    assert restored.visitor().answer(1, somebody()).status_code == 302
