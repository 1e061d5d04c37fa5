"""The database dies for good, its copy takes over, and TTL goes there by itself."""

import time

import pytest

from tests.faults.crowd import PATIENCE_SECONDS, Crowd
from tests.faults.test_postgres_away import KIND

PROMOTION_SECONDS = 20.0
UNAVAILABLE = 503


@pytest.fixture
def copy(clusters, cluster):
    """A server that follows the cluster."""
    return clusters().standby_of(cluster)


@pytest.fixture
def two_addresses(sites, cluster, copy, tmp_path):
    """A site that knows both servers and takes the one that can be written."""
    hosts = "%2C".join(str(each.folder).replace("/", "%2F") for each in (cluster, copy))
    address = f"postgresql://ttl@{hosts}/ttl?target_session_attrs=read-write"
    return sites(tmp_path, address).start()


def test_the_copy_takes_over_and_has_all_that_was_acknowledged(two_addresses, cluster, copy, drill):
    drill.done = "kill -9 of the primary under 8 writers, its synchronous copy promoted"
    cluster.sql("ALTER SYSTEM SET synchronous_standby_names = 'copy'")
    cluster.reload()
    crowd = Crowd(two_addresses, 8)

    with crowd:
        _until(lambda: len(crowd.acknowledged) > 20)
        cluster.kill()
        before = len(crowd.acknowledged)
        _promote(copy)
        began = time.monotonic()
        two_addresses.wait_for("/readyz")
        taken = time.monotonic() - began
        _until(lambda: len(crowd.acknowledged) > before + 20)

    crowd.account(drill)
    rows = int(copy.sql("SELECT count(*) FROM planner_privateplan"))
    drill.doubled = max(0, rows - crowd.starts)
    assert taken < PROMOTION_SECONDS
    assert len(crowd.acknowledged) > before + 20
    assert crowd.statuses() <= KIND
    assert crowd.forgotten == 0
    assert crowd.longest_seconds < PATIENCE_SECONDS


def test_a_copy_that_is_not_waited_for_loses_what_was_acknowledged(two_addresses, cluster, copy):
    """The control: why docs/operations.md asks for a synchronous copy."""
    copy.stop()
    with Crowd(two_addresses, 2) as crowd:
        _until(lambda: crowd.acknowledged)
    cluster.kill()
    copy.start()
    _promote(copy)
    two_addresses.wait_for("/readyz")

    found = {_settled(two_addresses.visitor(each)) for each in crowd.acknowledged}

    assert found == {404}


def _settled(visitor):
    """What the link gives once a process that has found the new primary is asked."""
    found = []

    def ask():
        found.append(visitor.get("").status_code)
        return found[-1] != UNAVAILABLE

    _until(ask)
    return found[-1]


def _promote(copy):
    copy.run("pg_ctl", "promote", "-s", "-w", "-D", copy.data)


def _until(seen):
    until = time.monotonic() + PROMOTION_SECONDS
    while not seen() and time.monotonic() < until:
        time.sleep(0.1)
