"""A copy of the database lags, stops and comes back; only public pages ever notice it."""

import time

import pytest

from tests.faults.crowd import Crowd
from tests.faults.site import Client
from tests.planner.people import somebody
from ttl.replica import LAG_SECONDS

PAGE = "/questions/"
NEW = """
    INSERT INTO articles_faq (question, slug, answer, section, position, on_site_page)
    VALUES ('{0}', '{0}', 'yes', 'start', 1, true)
"""


@pytest.fixture
def copy(clusters, cluster):
    """A server that follows the cluster."""
    return clusters().standby_of(cluster)


@pytest.fixture
def copied_site(sites, cluster, copy, tmp_path):
    """A site whose public pages are read from the copy."""
    return sites(tmp_path, cluster.url, REPLICA_URL=copy.url).start()


def test_a_plan_opens_however_far_the_copy_is_behind(copied_site, cluster, copy, drill, rounds):
    drill.done = f"replay on the copy paused; {10 * rounds} plans begun and opened at once"
    _pause(copy)

    for _ in range(10 * rounds):
        drill.tried += 1
        visitor = copied_site.visitor()
        drill.acknowledged += visitor.answer(1, somebody()).status_code == 302
        drill.lost += visitor.get("questions/1/").status_code != 200

    assert drill.acknowledged == drill.tried


def test_public_pages_are_read_from_the_copy(copied_site, cluster, copy, drill):
    drill.done = "replay on the copy paused for less than the lag that is allowed"
    reader, staff = Client(copied_site.port), {"Cookie": "session=somebody"}
    cluster.sql(NEW.format("first"))
    _until(lambda: b"first" in reader.get(PAGE).content)
    _pause(copy)
    cluster.sql(NEW.format("second"))

    public = b"second" in reader.get(PAGE).content
    own = b"second" in reader.get(PAGE, staff).content
    copy.sql("SELECT pg_wal_replay_resume()")
    _until(lambda: b"second" in reader.get(PAGE).content)

    drill.tried = drill.acknowledged = 1
    assert (public, own) == (False, True)


def test_a_copy_too_far_behind_is_not_read(copied_site, cluster, copy, drill):
    drill.done = "replay on the copy paused until it is too far behind"
    reader = Client(copied_site.port)
    cluster.sql(NEW.format("first"))
    _until(lambda: b"first" in reader.get(PAGE).content)
    _pause(copy)
    cluster.sql(NEW.format("second"))

    at_once = b"second" in reader.get(PAGE).content
    _until(lambda: b"second" in reader.get(PAGE).content, LAG_SECONDS + 10)

    drill.tried = drill.acknowledged = 1
    assert not at_once


def test_the_copy_stops_and_readers_never_notice(copied_site, cluster, copy, drill):
    drill.done = "the copy stopped and started again under readers and 2 writers"
    reader, answers = Client(copied_site.port), []
    crowd = Crowd(copied_site, 2)

    with crowd:
        for turn in (copy.stop, copy.start):
            turn()
            until = time.monotonic() + 3.0
            while time.monotonic() < until:
                began = time.monotonic()
                status = reader.get(PAGE).status_code
                answers.append((status, time.monotonic() - began))

    crowd.account(drill)
    assert {status for status, _seconds in answers} == {200}
    assert max(seconds for _status, seconds in answers) < 5.0
    assert crowd.statuses() == {302}


def test_the_database_stops_and_public_pages_stay(copied_site, cluster, drill):
    drill.done = "the database stopped, the copy left"
    reader = Client(copied_site.port)
    visitor = copied_site.visitor()
    visitor.answer(1, somebody())
    cluster.stop("immediate")

    public = [reader.get(address).status_code for address in ("/", PAGE, "/articles/", "/help/")]
    private = visitor.get("questions/1/").status_code
    cluster.start()
    copied_site.wait_for("/readyz")

    drill.tried = drill.acknowledged = 1
    drill.lost = int(visitor.get("questions/1/").status_code != 200)
    assert (public, private) == ([200] * 4, 503)


def _pause(copy):
    """Stop the copy where it is; asked to, it still applies what it has in its hands."""
    copy.sql("SELECT pg_wal_replay_pause()")
    _until(lambda: copy.sql("SELECT pg_get_wal_replay_pause_state()") == "paused")


def _until(seen, seconds=10.0):
    until = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < until
        time.sleep(0.1)
