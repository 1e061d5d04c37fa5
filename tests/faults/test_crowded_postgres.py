"""More people than connections, tables held for long, slow questions: pages, never a hang."""

import threading
import time

import pytest

from tests.faults.crowd import PATIENCE_SECONDS, Crowd
from tests.faults.site import Client
from tests.faults.test_postgres_away import KIND
from tests.planner.people import somebody, typed

LIMITS = {"statement_timeout": "4s", "lock_timeout": "2s"}
FIRST_PAGE = {"age": ["34"], "country": ["gb"], "condition": ["depression"]}


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


def test_a_session_that_holds_a_plan_stops_nobody_for_long(limited_site, cluster, drill):
    drill.done = "a session holds every plan for 9 s, 4 writers and 8 who change one plan"
    visitor = limited_site.visitor()
    visitor.answer(1, somebody())
    holder = _session(
        cluster, "BEGIN; LOCK planner_privateplan IN SHARE MODE; SELECT pg_sleep(9); COMMIT"
    )
    time.sleep(0.5)

    with Crowd(limited_site, 4) as crowd:
        began = time.monotonic()
        refused = visitor.answer(1, somebody())
        waited = time.monotonic() - began
        time.sleep(3.0)
        help_page = Client(limited_site.port).get("/help/").status_code
        holder.join()
        time.sleep(0.5)
    accepted = visitor.answer(1, somebody())

    crowd.account(drill)
    assert (refused.status_code, typed(refused), accepted.status_code) == (503, FIRST_PAGE, 302)
    assert (help_page, crowd.statuses(), crowd.forgotten) == (200, KIND, 0)
    assert waited < PATIENCE_SECONDS


def test_a_deadlock_ends_and_the_person_may_send_it_again(limited_site, cluster, drill):
    drill.done = "a session and a visitor each wait for what the other holds"
    cluster.sql("ALTER ROLE ttl SET lock_timeout = 0")
    cluster.sql("ALTER ROLE ttl SET deadlock_timeout = '100ms'")
    visitor = limited_site.visitor()
    holder = _session(
        cluster,
        "SET deadlock_timeout = '1h'; BEGIN; LOCK planner_privateplan IN ROW EXCLUSIVE MODE;"
        "SELECT pg_sleep(2); LOCK planner_privateplan IN ACCESS EXCLUSIVE MODE; COMMIT",
    )
    time.sleep(0.5)

    answers = [visitor.answer(1, somebody()).status_code for _ in range(20)]
    holder.join()
    after = visitor.answer(1, somebody()).status_code

    drill.tried, drill.acknowledged = len(answers), answers.count(302)
    assert set(answers) <= KIND
    assert after == 302


def test_a_slow_question_gives_a_page_in_time(limited_site, cluster, drill):
    drill.done = "a search whose table is held for 9 s, so that its statement runs out of time"
    cluster.sql("ALTER ROLE ttl SET lock_timeout = 0")
    holder = _session(cluster, "BEGIN; LOCK articles_searchentry; SELECT pg_sleep(9); COMMIT")
    time.sleep(0.5)

    began = time.monotonic()
    answer = Client(limited_site.port).get("/search/?q=strength")
    waited = time.monotonic() - began
    holder.join()

    drill.tried = drill.acknowledged = 1
    assert answer.status_code == 503
    assert waited < PATIENCE_SECONDS


def _session(cluster, statements):
    thread = threading.Thread(target=cluster.sql, args=(statements,))
    thread.start()
    return thread
