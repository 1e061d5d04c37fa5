"""The file is damaged or the secret is wrong: people are told, and nothing is written over."""

import pytest

from tests.faults.site import Client
from tests.planner.people import somebody

PAGE_BYTES = 4096
HONEST = {200, 302, 404, 503}


def cut(content):
    return content[: len(content) // 2]


def no_database(content):
    return b"\0" * PAGE_BYTES + content[PAGE_BYTES:]


def rubbish_everywhere(content):
    """Leave the first page, which says that this is a database, and spoil all others."""
    return content[:PAGE_BYTES] + b"\x99" * (len(content) - PAGE_BYTES)


@pytest.fixture
def planned(site):
    """A site that was stopped in good order, and somebody with a plan on it."""
    site.start()
    visitor = site.visitor()
    visitor.walk(somebody())
    visitor.agree()
    site.stop()
    site.empty_log()
    return visitor


def asked(site, visitor):
    """What comes back for reading and for writing."""
    public = [Client(site.port).get(address) for address in ("/", "/articles/", "/help/")]
    private = [visitor.get(tail) for tail in ("", "plan/", "questions/1/", "sessions/")]
    saved = [
        visitor.answer(1, somebody(age=51)),
        visitor.post("session/1/press/", {"press": "full"}),
        visitor.post("share/", {}),
    ]
    return {answer.status_code for answer in (*public, *private, *saved)}


@pytest.mark.parametrize(
    "spoil", [cut, no_database, rubbish_everywhere], ids=lambda each: each.__name__
)
def test_the_file_is_damaged(site, planned, drill, spoil):
    drill.done = f"damage the file ({spoil.__name__.replace('_', ' ')}), serve, then put it right"
    file = site.file
    whole = file.read_bytes()
    damaged = spoil(whole)
    file.write_bytes(damaged)
    site.start()

    seen, ready = asked(site, planned), Client(site.port).get("/readyz").status_code

    site.kill()
    left = file.read_bytes()
    file.write_bytes(whole)
    site.start()
    drill.tried = drill.acknowledged = 1
    drill.lost = int(planned.get("plan/").status_code != 200)
    assert seen <= HONEST
    assert 503 in seen
    assert ready == 503
    assert left == damaged


def test_the_secret_of_plans_is_another(site, planned, drill):
    drill.done = "serve with another PLAN_SECRETS, then with the right one"
    before = planned_row(site)
    site.start(PLAN_SECRETS="1:another-secret-that-is-long-enough-for-the-settings")

    seen = {planned.get("plan/").status_code, planned.answer(1, somebody(age=51)).status_code}
    told = "could not be opened" in site.printed

    site.stop()
    kept = planned_row(site) == before
    site.start()
    drill.tried = drill.acknowledged = 1
    drill.lost = int(planned.get("plan/").status_code != 200)
    assert (seen, told, kept) == ({404}, True, True)


def test_without_the_secret_of_plans_nothing_starts(site):
    done = site.manage("check", check=False, PLAN_SECRETS="")

    assert done.returncode != 0
    assert "PLAN_SECRETS" in done.stderr


def planned_row(site):
    """The sealed rows, as they stand in the file."""
    asked_of = "from planner.models import PrivatePlan; print(list(PrivatePlan.objects.values()))"
    return site.manage("shell", "--no-imports", "-c", asked_of).stdout
