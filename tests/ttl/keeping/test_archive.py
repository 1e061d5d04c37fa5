"""The file of a backup: whatever was done to it is noticed before anything is restored."""

import os
import stat
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from pyrage import x25519

from planner.models import BACKUP_DAYS
from ttl.keeping import archive, sealing
from ttl.keeping.archive import Refused
from ttl.keeping.manifest import Manifest

NOW = datetime(2026, 3, 4, 10, 20, tzinfo=UTC)
SECRETS = {"1": "the secret of the site"}
DUMP = os.urandom(300)


def manifest_of(dump, tmp_path):
    (tmp_path / "plain").write_bytes(dump)
    return Manifest(
        made_at=NOW,
        release="1",
        database="sqlite",
        migrations=[("planner", "0001_initial")],
        tables={},
        size_bytes=len(dump),
        checksum=archive.checksum_of(tmp_path / "plain"),
    ).marked(SECRETS)


@pytest.fixture
def key():
    return x25519.Identity.generate()


@pytest.fixture
def sealed(tmp_path, key):
    """A small backup: its file, and what it says of itself."""
    manifest = manifest_of(DUMP, tmp_path)
    head = msgspec.json.encode(manifest) + b"\n"
    archive.write(tmp_path / "sealed", head, tmp_path / "plain", [key.to_public()])
    return tmp_path / "sealed", manifest


def is_noticed(file, content, key):
    file.write_bytes(content)
    try:
        archive.read(file, key)
    except (sealing.NotOpened, Refused):
        return True
    return False


def test_it_opens_for_its_key_with_all_that_was_put_in(sealed, key, tmp_path):
    file, manifest = sealed

    with (tmp_path / "out").open("wb") as target:
        found = archive.read(file, key, target)

    assert found == manifest
    assert (tmp_path / "out").read_bytes() == DUMP


def test_every_flipped_byte_is_noticed(sealed, key, tmp_path):
    content = sealed[0].read_bytes()

    missed = [
        place
        for place, byte in enumerate(content)
        if not is_noticed(
            tmp_path / "f", content[:place] + bytes([byte ^ 1]) + content[place + 1 :], key
        )
    ]

    assert len(content) > len(DUMP)
    assert missed == []


def test_every_cut_and_every_addition_is_noticed(sealed, key, tmp_path):
    content = sealed[0].read_bytes()
    altered = [*(content[:length] for length in range(len(content))), content + b"\0"]

    assert [each for each in altered if not is_noticed(tmp_path / "f", each, key)] == []


def test_another_key_is_told_so(sealed):
    with pytest.raises(sealing.NotOpened, match="sealed for another key"):
        archive.read(sealed[0], x25519.Identity.generate())


def test_what_anybody_sealed_with_the_public_key_is_no_backup_of_ours(tmp_path, key):
    forged = manifest_of(DUMP, tmp_path).marked({"1": "a guess"})

    assert not forged.is_marked_by("1", SECRETS["1"])
    assert manifest_of(DUMP, tmp_path).is_marked_by("1", SECRETS["1"])


@pytest.mark.parametrize("head", [b"{}\n", b"no manifest", b"", b"x" * 5_000_000], ids=len)
def test_what_holds_no_manifest_is_no_backup(tmp_path, key, head):
    archive.write(tmp_path / "sealed", head, None, [key.to_public()])

    with pytest.raises(Refused, match="no backup of TTL"):
        archive.read(tmp_path / "sealed", key)


def test_another_dump_under_a_true_manifest_is_noticed(tmp_path, key):
    head = msgspec.json.encode(manifest_of(DUMP, tmp_path)) + b"\n"
    (tmp_path / "plain").write_bytes(DUMP[::-1])
    archive.write(tmp_path / "sealed", head, tmp_path / "plain", [key.to_public()])

    with pytest.raises(Refused, match="not what it says"):
        archive.read(tmp_path / "sealed", key)


def test_only_its_owner_reads_it_and_nothing_is_written_over(sealed, tmp_path):
    file = sealed[0]
    (tmp_path / "taken").write_text("an older backup")

    with pytest.raises(FileExistsError):
        archive.publish(file, tmp_path / "taken")

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert (tmp_path / "taken").read_text() == "an older backup"


def test_it_is_read_back_by_a_key_that_lives_as_long_as_the_run(tmp_path, key):
    head = msgspec.json.encode(manifest_of(DUMP, tmp_path)) + b"\n"

    passing = archive.write(tmp_path / "sealed", head, tmp_path / "plain", [key.to_public()])

    assert archive.read(tmp_path / "sealed", passing) == archive.read(tmp_path / "sealed", key)
    assert str(passing).encode() not in (tmp_path / "sealed").read_bytes()


def test_backups_go_when_their_days_are_over_and_nothing_else_does(tmp_path):
    ages = {"last day": BACKUP_DAYS, "over": BACKUP_DAYS + 1, "new": 0}
    names = {age: archive.name_at(NOW - timedelta(days=days)) for age, days in ages.items()}
    strangers = ["ttl-20200101T000000Z.age.old", "notes.txt"]
    for name in (*names.values(), *strangers):
        (tmp_path / name).touch()

    deleted = archive.delete_old(tmp_path, NOW)

    assert deleted == [names["over"]]
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(
        [names["last day"], names["new"], *strangers]
    )
