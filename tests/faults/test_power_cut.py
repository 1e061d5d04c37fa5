"""The power goes: what SQLite has not flushed yet is on the disk in part, in any order, or not.

SQLite flushes a commit to the write-ahead log before the answer is sent (`synchronous=FULL`), so
all that stood in the log at an answer is safe, and anything that came after it may be torn.
"""

import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise

import pytest

from planner import vault

SECTOR = 512
WRITES = 20
TEARS_OF_EACH = 3


@dataclass
class Disk:
    """The file and its log as they stood when somebody got an answer, and their link."""

    token: str
    file: bytes
    log: bytes


@pytest.fixture
def disks(site):
    """What stood on the disk at each of some answers."""
    site.start()
    file, taken = site.file, []
    for _ in range(WRITES):
        token = site.visitor().token
        log = file.with_name("ttl.sqlite3-wal").read_bytes()
        taken.append(Disk(token=token, file=file.read_bytes(), log=log))
    site.kill()
    assert len({disk.file for disk in taken}) == 1, "a checkpoint came in between"
    return taken


def put(site, file, log):
    """Lay these bytes on the disk of the site."""
    for name, content in (("ttl.sqlite3", file), ("ttl.sqlite3-wal", log)):
        (site.folder / name).write_bytes(content)
    (site.folder / "ttl.sqlite3-shm").unlink(missing_ok=True)


def missing(site, disks):
    """How many of these links lead nowhere; all of them where the file is not sound."""
    with closing(sqlite3.connect(site.file)) as database:
        if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return len(disks)
        rows = database.execute("SELECT lookup FROM planner_privateplan").fetchall()
    kept = {bytes(lookup) for (lookup,) in rows}
    return sum(vault.lookup(disk.token) not in kept for disk in disks)


def torn(dice, before, after):
    """Each sector that was being written is there, is not there, or holds rubbish."""
    parts = []
    for start in range(0, len(after), SECTOR):
        old, new = before[start : start + SECTOR], after[start : start + SECTOR]
        rubbish = dice.randbytes(len(new) - len(old))
        parts.append(new if old == new else dice.choice([new, old + rubbish]))
    return b"".join(parts)


def test_what_is_written_after_an_answer_may_be_torn(site, drill, disks, rounds):
    drill.done = "cut the log at a byte, or tear its newest sectors, after each answer"
    dice = random.Random(0)  # noqa: S311 - no secret
    for place, (disk, later) in enumerate(pairwise(disks), 1):
        logs = [disk.log]
        for _ in range(TEARS_OF_EACH * rounds):
            end = dice.randint(len(disk.log), len(later.log))
            logs += [later.log[:end], torn(dice, disk.log, later.log)]
        for log in logs:
            put(site, disk.file, log)
            drill.tried += 1
            drill.acknowledged += place
            drill.lost += missing(site, disks[:place])

    put(site, disks[-1].file, disks[-1].log)
    site.start()
    opened = [site.visitor(disk.token).get("questions/1/").status_code for disk in disks]
    assert opened == [200] * WRITES


def test_what_an_answer_rests_on_may_not(site, disks):
    last = disks[-1]

    put(site, last.file, last.log[: len(last.log) - SECTOR])

    assert missing(site, disks) > 0


def test_the_site_flushes_each_commit(site):
    asked = (
        "from django.db import connection; c = connection.cursor(); "
        "print(*(c.execute(f'PRAGMA {each}').fetchone()[0] for each in "
        "('journal_mode', 'synchronous', 'secure_delete')))"
    )

    told = site.manage("shell", "--no-imports", "-c", asked).stdout.split()

    # 2 is FULL: the log is flushed before a commit returns.
    assert told == ["wal", "2", "1"]


def test_pages_half_copied_into_the_file_are_mended_from_the_log(site, drill, disks, rounds):
    drill.done = "tear the file while its log is copied into it"
    dice, last = random.Random(0), disks[-1]  # noqa: S311
    put(site, last.file, last.log)
    file = site.file
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA wal_checkpoint(FULL)")
        copied = file.read_bytes()
    for _ in range(10 * rounds):
        put(site, torn(dice, last.file, copied), last.log)
        drill.tried += 1
        drill.acknowledged += len(disks)
        drill.lost += missing(site, disks)
