"""PgBouncer stands between, in transaction mode: no two statements need the same connection."""

import time

import pytest

from tests.faults.crowd import Crowd
from tests.faults.lives import Lives
from tests.faults.pooler import Pooler
from tests.faults.staff import Browser, make_account


@pytest.fixture
def pooler(cluster):
    """A pooler with fewer connections than the processes behind it would open by themselves."""
    made = Pooler(cluster, servers=3).start()
    yield made
    made.remove()


@pytest.fixture
def pooled_site(sites, pooler, tmp_path):
    return sites(tmp_path, pooler.url)


def test_many_write_through_few_connections(pooled_site, cluster, drill, rounds):
    drill.done = f"16 writers through 3 connections for {rounds} s"
    pooled_site.start()
    crowd = Crowd(pooled_site, 16)

    with crowd:
        time.sleep(rounds)
        used = int(cluster.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = 'ttl'"))

    crowd.account(drill)
    assert crowd.statuses() == {302}
    # The one that counts is one of them.
    assert used <= 3 + 1


def test_whole_lives_go_on_while_the_pooler_is_killed_and_started(
    pooled_site, pooler, drill, rounds
):
    drill.done = f"PgBouncer killed and started {rounds} times under 4 people"
    pooled_site.start()
    lives = Lives(pooled_site)

    with lives:
        for _ in range(rounds):
            time.sleep(1.5)
            pooler.kill()
            time.sleep(0.5)
            pooler.start()
            pooled_site.wait_for("/readyz")
        # Somebody goes the whole way, and erases what they had.
        lives.wait_for("erase")

    lives.account(drill)
    assert lives.statuses <= {200, 302, 503}


def test_staff_sign_in_and_read_the_desk_through_the_pooler(pooled_site, drill):
    drill.done = "one of the staff signs in and opens every list"
    make_account(pooled_site)
    pooled_site.start()
    browser = Browser()

    is_in = browser.signs_in(pooled_site.port)

    drill.tried = drill.acknowledged = 1
    assert is_in
