"""PostgreSQL dies, is stopped, falls silent or only reads; whoever got an answer loses nothing."""

import time

import pytest

from tests.faults.crowd import PATIENCE_SECONDS, Crowd
from tests.faults.relay import Relay
from tests.faults.site import Client
from tests.planner.people import somebody, typed

# From the moment the database is back, without anybody doing anything.
RECOVERY_SECONDS = 8.0
# So long that attempts to connect which come ever more rarely would come too rarely by now.
OUTAGE_SECONDS = 18.0
KIND = {302, 503}


@pytest.fixture
def relayed(sites, cluster, tmp_path):
    """A site that reaches its PostgreSQL by a wire of ours, migrated, not started yet."""
    relay = Relay(cluster.folder / ".s.PGSQL.5432")
    site = sites(tmp_path, f"postgresql://ttl@127.0.0.1:{relay.port}/ttl?gssencmode=disable")
    yield site, relay
    relay.close()


def test_postgres_is_killed_under_writers(postgres_site, cluster, drill, rounds):
    drill.done = f"kill -9 of the whole PostgreSQL under 8 writers, {rounds} times"
    postgres_site.start()
    crowd = Crowd(postgres_site, 8)

    with crowd:
        for _ in range(rounds):
            time.sleep(1.0)
            cluster.kill()
            time.sleep(0.5)
            cluster.start()
            _wait_until_ready(postgres_site)
        time.sleep(0.5)

    crowd.account(drill)
    rows = int(cluster.sql("SELECT count(*) FROM planner_privateplan"))
    drill.doubled = max(0, rows - crowd.starts)
    assert crowd.acknowledged
    assert crowd.statuses() <= KIND
    assert crowd.forgotten == 0
    assert crowd.longest_seconds < PATIENCE_SECONDS


def test_a_site_starts_without_its_database_and_finds_it_by_itself(postgres_site, cluster, drill):
    drill.done = f"start with PostgreSQL stopped; {OUTAGE_SECONDS:.0f} s later start it"
    cluster.stop()
    postgres_site.start()
    visitor = Client(postgres_site.port)

    away = {address: _status(visitor, address) for address in ("/livez", "/readyz", "/help/", "/")}
    _ask_for(OUTAGE_SECONDS, visitor)
    cluster.start()
    _wait_until_ready(postgres_site)
    token = postgres_site.visitor().token

    drill.tried = drill.acknowledged = 1
    drill.lost = int(postgres_site.visitor(token).get("questions/1/").status_code != 200)
    assert away == {"/livez": 200, "/readyz": 503, "/help/": 200, "/": 503}


def test_postgres_falls_silent_under_writers(relayed, drill):
    site, relay = relayed
    drill.done = (
        "the wire to PostgreSQL takes everything and gives nothing for 8 s, under 4 writers"
    )
    site.start()
    crowd, visitor = Crowd(site, 4), Client(site.port)

    with crowd:
        time.sleep(0.7)
        relay.hush()
        time.sleep(1.0)
        silent = {each: _status(visitor, each) for each in ("/livez", "/help/", "/readyz")}
        time.sleep(5.0)
        relay.open()
        _wait_until_ready(site)
        time.sleep(0.5)

    crowd.account(drill)
    assert silent == {"/livez": 200, "/help/": 200, "/readyz": 503}
    assert crowd.statuses() <= KIND
    assert crowd.forgotten == 0
    assert crowd.longest_seconds < PATIENCE_SECONDS


def test_the_wire_is_cut_after_the_commit_was_sent(relayed, cluster, drill, rounds):
    site, relay = relayed
    drill.done = f"the wire to PostgreSQL is cut under 4 writers, {3 * rounds} times"
    site.start()
    crowd = Crowd(site, 4)

    with crowd:
        for _ in range(3 * rounds):
            time.sleep(0.3)
            relay.cut()
            time.sleep(0.1)
            relay.open()
            _wait_until_ready(site)

    crowd.account(drill)
    rows = int(cluster.sql("SELECT count(*) FROM planner_privateplan"))
    drill.doubled = max(0, rows - crowd.starts)
    assert crowd.statuses() <= KIND
    assert crowd.forgotten == 0


def test_a_database_that_only_reads_goes_on_reading(postgres_site, cluster, drill):
    drill.done = "PostgreSQL turned read-only for a while, as a primary that was demoted"
    postgres_site.start()
    visitor = postgres_site.visitor()
    visitor.answer(1, somebody())

    cluster.sql("ALTER SYSTEM SET default_transaction_read_only = on")
    cluster.sql("SELECT pg_reload_conf()")
    time.sleep(0.3)
    read = visitor.get("questions/1/").status_code
    refused = visitor.answer(5, somebody())
    cluster.sql("ALTER SYSTEM RESET ALL")
    cluster.sql("SELECT pg_reload_conf()")
    time.sleep(0.3)
    accepted = visitor.answer(5, somebody())

    drill.tried, drill.acknowledged = 3, 2
    drill.lost = int(postgres_site.visitor().client.get(accepted["Location"]).status_code != 200)
    assert (read, refused.status_code, accepted.status_code) == (200, 503, 302)
    assert typed(refused) == {"symptoms": ["none"]}


def _ask_for(seconds, client):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        client.get("/readyz")
        time.sleep(0.2)


def _status(client, address):
    return client.get(address).status_code


def _wait_until_ready(site):
    began = time.monotonic()
    site.wait_for("/readyz")
    taken = time.monotonic() - began
    assert taken < RECOVERY_SECONDS, f"ready again only after {taken:.1f} s"
