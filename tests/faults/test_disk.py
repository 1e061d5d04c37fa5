"""The disk is full, or may not be written: what is there can be read, and people are told."""

import os
import resource

import pytest

from planner.pages import BY_NUMBER
from tests.faults.site import Client
from tests.planner.people import as_fields, somebody, typed

# A process may not write behind this place of any file: to it the disk is full.
FULL_AT_BYTES = 4096
# Root may write whatever the rights of a file say; without this right it may not.
AS_SAID = ("setpriv", "--bounding-set=-dac_override") if os.geteuid() == 0 else ()
UNWRITABLE = "the database cannot be written"
READS = ("/", "/articles/", "/help/", "/plan/")


@pytest.fixture
def planned(site):
    """A site that serves, and somebody with a plan on it."""
    site.start()
    visitor = site.visitor()
    visitor.walk(somebody())
    visitor.agree()
    return visitor


def statuses(site, visitor):
    """What comes back for pages that only read."""
    public = [Client(site.port).get(address).status_code for address in READS]
    private = [visitor.get(tail).status_code for tail in ("", "plan/", "sessions/", "share/")]
    return {*public, *private}


def is_told_and_kept(visitor):
    """Whether a save is answered by the kind page, with everything that was typed in it."""
    fields = as_fields(BY_NUMBER[1].questions, somebody(age=51))
    answer = visitor.post("questions/1/", fields)
    kept = typed(answer) if answer.status_code == 503 else {}
    return {name: kept.get(name) for name in fields} == {
        name: [str(value)] for name, value in fields.items()
    }


def test_the_disk_is_full(site, planned, drill, rounds):
    drill.done = f"no file may grow, {rounds} times; then there is space again"
    for age in range(30, 30 + rounds):
        site.limit(resource.RLIMIT_FSIZE, FULL_AT_BYTES)
        assert is_told_and_kept(planned)
        assert statuses(site, planned) == {200}
        site.limit(resource.RLIMIT_FSIZE)

        saved = planned.answer(1, somebody(age=age))

        drill.tried += 2
        drill.acknowledged += saved.status_code == 302
        drill.lost += f'value="{age}"' not in planned.get("questions/1/").content.decode()
    assert drill.acknowledged == rounds
    assert site.faults_in_file() == []


@pytest.mark.parametrize("what", ["file", "folder"])
def test_nothing_may_be_written(site, planned, drill, what):
    drill.done = f"take the right to write the {what} away, start, give it back, start"
    site.stop()
    site.empty_log()
    place = {"file": site.file, "folder": site.folder}[what]
    usual = place.stat().st_mode
    place.chmod(usual & ~0o222)
    site.started_by = AS_SAID
    try:
        site.start()
        reason = Client(site.port).get("/readyz")
        reads = statuses(site, site.visitor(planned.token))
        told = is_told_and_kept(site.visitor(planned.token))
        site.kill()
    finally:
        place.chmod(usual)
    site.started_by = ()
    site.start()

    drill.tried = drill.acknowledged = 1
    drill.lost = int(site.visitor(planned.token).get("plan/").status_code != 200)
    assert told
    assert (reason.status_code, reason.content.decode()) == (503, UNWRITABLE)
    assert reads == {"file": {200}, "folder": {200, 503}}[what]
