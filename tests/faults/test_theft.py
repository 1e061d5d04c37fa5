"""A thief of the machine reads all its files and its backups: no answer is there."""

import subprocess

import pytest

from planner import vault
from tests.faults.test_backup import Kit
from ttl.keeping import archive
from ttl.keeping.postgresql import find
from ttl.keeping.sealing import private_key

# Answers as random bytes, which no compression changes: without the cipher they would be found.
SEED = """
import secrets
from planner.models import ErasedPlan, PrivatePlan
from planner.vault import lookup
for _ in range(25):
    answers = [secrets.token_bytes(32) for _ in range(40)]
    token = PrivatePlan.objects.start(b"".join(answers))
    with PrivatePlan.objects.edit(token) as draft:
        draft.payload, draft.finished = draft.payload + b"!", True
    print("token", token)
    for each in answers:
        print("answer", each.hex())
# In the clear on purpose: the search below must find this one.
known = PrivatePlan.objects.latest("pk")
control = secrets.token_bytes(32)
ErasedPlan.objects.create(uid=known.pk, lookup=control, erased_week=known.created_week)
print("control", control.hex())
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def stolen(request):
    """A site, and what a thief finds of its database: every file, and a way to read a dump."""
    if request.param == "sqlite":
        site = request.getfixturevalue("site")
        return site, lambda: site.folder.glob("ttl.sqlite3*"), lambda dump: dump.read_bytes()
    cluster = request.getfixturevalue("cluster")
    site = request.getfixturevalue("postgres_site")
    return site, lambda: cluster.data.rglob("*"), as_text


def as_text(dump):
    command = [find("pg_restore"), "--file=-", str(dump)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def seeded(site):
    """Fill the site; give the tokens, the answers and the control."""
    printed = site.manage("shell", "-v0", "-c", SEED).stdout.split()
    pairs = list(zip(printed[::2], printed[1::2], strict=True))
    tokens = [value for kind, value in pairs if kind == "token"]
    answers = [bytes.fromhex(value) for kind, value in pairs if kind == "answer"]
    [control] = (bytes.fromhex(value) for kind, value in pairs if kind == "control")
    return tokens, answers, control


def stands_in(needle, heap):
    return needle in heap or needle.hex().encode() in heap


def test_no_answer_and_no_link_stands_in_any_file_or_backup(stolen, drill, tmp_path):
    site, files, read_dump = stolen
    kit = Kit(tmp_path, site)
    site.start()
    tokens, answers, control = seeded(site)
    kit.back_up(site)
    [backup] = kit.backups.iterdir()
    with (tmp_path / "dump").open("wb") as target:
        archive.read(backup, private_key(kit.key), target)

    live = b"".join(file.read_bytes() for file in files() if file.is_file())
    unsealed, sealed = read_dump(tmp_path / "dump"), backup.read_bytes()
    heap = live + unsealed + sealed + site.printed.encode()

    drill.done = "every file of the database, a backup, sealed and open, and the log searched"
    drill.tried = drill.acknowledged = len(answers)
    drill.lost = sum(stands_in(answer, heap) for answer in answers)
    assert len(answers) == 1_000
    assert [token for token in tokens if token.encode() in heap] == []
    for place in (live, unsealed):
        assert stands_in(control, place)
        assert all(stands_in(vault.lookup(token), place) for token in tokens)
    assert not stands_in(control, sealed)
