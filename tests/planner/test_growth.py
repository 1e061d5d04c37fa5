"""What a plan costs does not grow with the number of plans: nothing reads all of them."""

import re
from functools import partial

import pytest
from django.core.management import call_command
from django.db import connection

from planner.models import PrivatePlan
from planner.rotation import versions_in_use
from planner.vault import Use
from tests.articles.test_growth import Asked, steps
from ttl import metrics

pytestmark = pytest.mark.django_db

GROWING = "planner_(privateplan|planlink|erasedplan)"
# To read an index alone is not to read the rows.
READS_ALL = {
    "sqlite": re.compile(rf"^SCAN {GROWING}\b(?!.*USING COVERING INDEX)"),
    "postgresql": re.compile(rf"Seq Scan on {GROWING}\b"),
}
WITHIN = {"sqlite": "USING COVERING INDEX", "postgresql": "Index Only Scan"}


def every_step(act):
    """Do it, and give every step of its queries."""
    asked = Asked()
    with connection.execute_wrapper(asked):
        act()
    return [step for sql, params in asked.selects for step in steps(sql, params)]


def reading_all(act):
    return [step for step in every_step(act) if READS_ALL[connection.vendor].search(step)]


@pytest.fixture
def token():
    token = PrivatePlan.objects.start(b"{}")
    PrivatePlan.objects.make_link(token, Use.SHARE)
    return token


def test_nothing_done_to_one_plan_reads_the_others(token):
    def live():
        with PrivatePlan.objects.edit(token) as draft:
            draft.payload = b"more"
        link = PrivatePlan.objects.make_link(token, Use.CALENDAR)
        PrivatePlan.objects.read_through(link, Use.CALENDAR)
        PrivatePlan.objects.read(token)
        PrivatePlan.objects.erase(token)
        PrivatePlan.objects.is_erased(token)

    assert reading_all(live) == []


@pytest.mark.parametrize(
    "act",
    [versions_in_use, metrics.everything, partial(call_command, "purge_expired", trust_clock=True)],
    ids=["readiness", "metrics", "purge"],
)
def test_whoever_watches_or_tidies_up_reads_no_plan_that_stays(token, act):
    PrivatePlan.objects.erase(PrivatePlan.objects.start(b"{}"))

    assert reading_all(act) == []


def test_what_is_counted_for_whoever_watches_is_counted_within_an_index(token):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # The other way of using an index, which it likes for a table so small.
            cursor.execute("SET LOCAL enable_bitmapscan = off")

    found = [step for step in every_step(metrics.everything) if "planner_privateplan" in step]

    assert len(found) == 3
    assert [step for step in found if not re.search(WITHIN[connection.vendor], step)] == []


def test_each_version_of_the_secret_is_found_by_a_step_of_its_own(
    settings, django_assert_num_queries
):
    for version in ("1", "1", "2", "1", "2"):
        settings.PLAN_SECRETS = {version: "a secret"}
        token = PrivatePlan.objects.start(b"{}")
        PrivatePlan.objects.make_link(token, Use.SHARE)

    with django_assert_num_queries(6):
        found = versions_in_use()

    assert found == {"1", "2"}


def test_before_the_first_plan_no_secret_is_in_use():
    assert versions_in_use() == set()
