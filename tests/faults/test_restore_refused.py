"""What cannot be restored is refused in plain words, and the database stays as it was."""

import secrets
import sqlite3
from contextlib import closing

import pytest

from tests.faults.site import Site
from tests.faults.test_backup import Kit

LATER = "INSERT INTO django_migrations (app, name, applied) VALUES ('planner', '9999_later', '')"


@pytest.fixture(scope="module")
def kept(migrated, tmp_path_factory):
    """A site, a backup of it, and a kit whose key opens it; each test spoils one thing."""
    folder = tmp_path_factory.mktemp("kept")
    file = folder / "ttl.sqlite3"
    file.write_bytes((migrated / "ttl.sqlite3").read_bytes())
    site = Site(folder, f"sqlite:///{file}")
    kit = Kit(folder, site)
    kit.back_up(site)
    [kit.backup] = kit.backups.iterdir()
    kit.content = kit.backup.read_bytes()
    return site, kit


@pytest.fixture
def empty(kept, tmp_path):
    """An empty place with the same secrets."""
    made = Site(tmp_path, f"sqlite:///{tmp_path / 'new.sqlite3'}")
    made.environment["PLAN_SECRETS"] = kept[0].environment["PLAN_SECRETS"]
    return made


def refusal(site, backup, key, *options):
    """Try to restore; give the one line that says why not."""
    task = options or ("--without-erasures",)
    done = site.manage("restore", str(backup), "--key", str(key), *task, check=False)
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    return line


def tables_of(site):
    place = site.environment["DATABASE_URL"].removeprefix("sqlite:///")
    with closing(sqlite3.connect(place)) as database:
        return database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[: len(content) // 2],
        lambda content: content[:-1],
        lambda content: content[:70_000] + bytes([content[70_000] ^ 1]) + content[70_001:],
        lambda content: b"SQLite format 3\0" + content,
    ],
    ids=["half of it", "its last byte gone", "one bit turned", "something else"],
)
def test_a_damaged_backup_changes_nothing(kept, empty, tmp_path, spoil):
    damaged = tmp_path / "damaged.age"
    damaged.write_bytes(spoil(kept[1].content))

    told = refusal(empty, damaged, kept[1].key)

    assert told == (
        f"CommandError: {damaged} cannot be used: it is cut or damaged. "
        "The database was not changed."
    )
    assert tables_of(empty) == 0


def test_the_wrong_private_key_is_told(kept, empty, tmp_path):
    wrong = tmp_path / "wrong.key"
    empty.manage("new_backup_key", str(wrong))

    assert "it is sealed for another key" in refusal(empty, kept[1].backup, wrong)
    assert tables_of(empty) == 0


def test_a_file_that_is_no_key_is_told(kept, empty):
    told = refusal(empty, kept[1].backup, kept[1].backup)

    assert "holds no private key" in told


@pytest.mark.parametrize(
    ("version", "reason"),
    [("1", "is not the one it was made with"), ("2", "PLAN_SECRETS lacks version 1")],
)
def test_without_the_secrets_of_its_plans_it_is_refused_now_and_not_when_they_open(
    kept, empty, version, reason
):
    empty.environment["PLAN_SECRETS"] = f"{version}:{secrets.token_urlsafe(48)}"

    assert reason in refusal(empty, kept[1].backup, kept[1].key)
    assert tables_of(empty) == 0


def test_a_database_that_holds_something_is_left_alone(kept):
    site, kit = kept
    before = tables_of(site)

    told = refusal(site, kit.backup, kit.key)

    assert "the database here is not empty" in told
    assert tables_of(site) == before


def test_a_list_of_erased_plans_that_is_damaged_stops_it(kept, empty, tmp_path):
    erasures = tmp_path / "erased.txt"
    erasures.write_text("no list\n")

    told = refusal(empty, kept[1].backup, kept[1].key, "--erasures", str(erasures))

    assert "line 1 is not an entry of the list" in told
    assert tables_of(empty) == 0


def test_the_backup_of_a_newer_release_waits_for_it(kept, empty):
    site, kit = kept
    for file in kit.backups.iterdir():
        file.unlink()
    with closing(sqlite3.connect(site.folder / "ttl.sqlite3")) as database, database:
        database.execute(LATER)
    kit.back_up(site)
    [newer] = kit.backups.iterdir()

    told = refusal(empty, newer, kit.key)

    kit.backup.write_bytes(kit.content)
    assert "a newer release made it, which knows planner.9999_later" in told
    assert tables_of(empty) == 0
