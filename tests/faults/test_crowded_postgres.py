"""More people than connections, tables held for long, slow questions: pages, never a hang."""

import threading
import time

import psycopg
import pytest

from tests.faults.crowd import PATIENCE_SECONDS, Crowd
from tests.faults.site import Client
from tests.faults.test_postgres_away import KIND
from tests.planner.people import somebody, typed

LIMITS = {"statement_timeout": "4s", "lock_timeout": "2s"}
FIRST_PAGE = {
    "age": ["34"],
    "country": ["gb"],
    "condition": ["depression"],
    "peripartum": ["not_applicable"],
}


@pytest.fixture
def limited_site(postgres_site, cluster):
    """A site whose role has the limits of docs/operations.md."""
    for name, value in LIMITS.items():
        cluster.sql(f"ALTER ROLE ttl SET {name} = '{value}'")
    return postgres_site.start()


def test_two_hundred_people_share_few_connections(
    sites, clusters, migrated_cluster, tmp_path, drill
):
    drill.done = "200 writers at once; PostgreSQL takes 6 connections, the pools want 8"
    cluster = clusters(max_connections=6, max_wal_senders=0).copy_of(migrated_cluster)
    site = sites(tmp_path, cluster.url).start()
    crowd = Crowd(site, 200)

    with crowd:
        time.sleep(6.0)

    crowd.account(drill)
    site.stop()
    rows = int(cluster.sql("SELECT count(*) FROM planner_privateplan"))
    drill.doubled = max(0, rows - crowd.starts)
    assert crowd.acknowledged
    assert crowd.statuses() <= KIND
    assert crowd.forgotten == 0


def test_a_session_that_holds_every_plan_stops_nobody_for_long(limited_site, cluster, drill):
    drill.done = "a session holds every plan, under 4 writers and one who changes an answer"
    visitor = limited_site.visitor()
    visitor.answer(1, somebody())
    holder = _holding(cluster, "LOCK planner_privateplan IN EXCLUSIVE MODE")

    with Crowd(limited_site, 4) as crowd:
        began = time.monotonic()
        refused = visitor.answer(1, somebody())
        waited = time.monotonic() - began
        help_page = Client(limited_site.port).get("/help/").status_code
        holder.close()
        accepted = visitor.answer(1, somebody())
        _until(lambda: crowd.acknowledged)

    crowd.account(drill)
    assert (refused.status_code, typed(refused), accepted.status_code) == (503, FIRST_PAGE, 302)
    assert help_page == 200
    assert crowd.statuses() <= KIND
    assert waited < PATIENCE_SECONDS


def test_a_deadlock_ends_and_the_person_may_send_it_again(limited_site, cluster, drill):
    drill.done = "a session and a visitor each wait for what the other holds"
    cluster.sql("ALTER ROLE ttl SET lock_timeout = 0")
    # The visitor's side looks for a deadlock, once, when both have waited for a while.
    cluster.sql("ALTER ROLE ttl SET deadlock_timeout = '2s'")
    visitor = limited_site.visitor()
    holder = _holding(cluster, "LOCK planner_privateplan IN SHARE MODE")
    holder.execute("SET deadlock_timeout = '1h'")

    answers = []
    asking = threading.Thread(target=lambda: answers.append(visitor.answer(1, somebody())))
    asking.start()
    _until(lambda: _waiting(cluster))
    holder.execute("SELECT FROM planner_privateplan FOR UPDATE")
    asking.join()
    holder.close()
    again = visitor.answer(1, somebody())

    drill.tried, drill.acknowledged = 2, 1
    assert [each.status_code for each in (*answers, again)] == [503, 302]
    assert typed(answers[0]) == FIRST_PAGE


def test_a_slow_question_gives_a_page_in_time(limited_site, cluster, drill):
    drill.done = "a search whose table is held, so that its statement runs out of time"
    cluster.sql("ALTER ROLE ttl SET lock_timeout = 0")
    holder = _holding(cluster, "LOCK articles_searchentry")

    began = time.monotonic()
    answer = Client(limited_site.port).get("/search/?q=strength")
    waited = time.monotonic() - began
    holder.close()

    drill.tried = drill.acknowledged = 1
    assert answer.status_code == 503
    assert waited < PATIENCE_SECONDS


def _holding(cluster, statement):
    holder = psycopg.connect(
        host=str(cluster.folder),
        user="ttl",
        dbname="ttl",
        options="-c statement_timeout=0 -c idle_in_transaction_session_timeout=0",
    )
    holder.execute(statement)
    return holder


def _waiting(cluster):
    return cluster.sql("SELECT count(*) FROM pg_locks WHERE NOT granted") != "0"


def _until(seen):
    until = time.monotonic() + PATIENCE_SECONDS
    while not seen():
        assert time.monotonic() < until
        time.sleep(0.05)
