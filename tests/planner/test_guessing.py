"""Guesses and slips of the hand open nothing: a link is the whole link or no link at all."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from planner import vault
from planner.models import PlanLink, PrivatePlan
from planner.vault import Use
from tests.planner.people import finished

pytestmark = pytest.mark.django_db
GUESSES, AT_ONCE = 100_000, 500
LOOK_ALIKE = str.maketrans("0O1lI5S8B", "O0l1lS5B8")


def test_a_hundred_thousand_guesses_open_nothing():
    plan, found = finished(), 0
    for _ in range(GUESSES // AT_ONCE):
        guessed = [vault.lookup(vault.new_token()) for _ in range(AT_ONCE)]
        found += PrivatePlan.objects.filter(lookup__in=guessed).count()

    assert found == 0
    assert PrivatePlan.objects.filter(lookup=vault.lookup(plan.token)).count() == 1


def slips(token):
    """What a tired person, a mail program or a thief makes of a link."""
    yield from (token[:-1], token[1:], token + "A", token[::-1], token.swapcase(), token.lower())
    yield from (f" {token}", f"{token}%20", f"{token}.", f"{token},", f"{token}>", f"{token})")
    yield from (f"{token[:20]}-%0A{token[20:]}", f"{token[:20]}%C2%AD{token[20:]}", f"{token}=")
    yield from (f"http://testserver/plan/{token}", f"plan/{token}", f"{token}/{token}", "../" * 9)
    yield token.translate(LOOK_ALIKE) if token.translate(LOOK_ALIKE) != token else "A" * 43
    for place in range(0, 43, 7):
        other = "A" if token[place] != "A" else "B"
        yield token[:place] + other + token[place + 1 :]


def test_a_link_with_a_slip_in_it_opens_nothing():
    plan = finished()

    statuses = {slip: plan.client.get(f"/plan/{slip}/").status_code for slip in slips(plan.token)}

    assert {slip: status for slip, status in statuses.items() if status != 404} == {}
    assert plan.get().status_code == 200


@pytest.mark.parametrize("use", [Use.SHARE, Use.CALENDAR])
def test_a_link_of_one_use_opens_no_other_address(use):
    plan = finished()
    link = PrivatePlan.objects.make_link(plan.token, use)
    other = {Use.SHARE: f"/calendar/{link}.ics", Use.CALENDAR: f"/shared/{link}/"}[use]

    statuses = [plan.client.get(address).status_code for address in (other, f"/plan/{link}/")]

    assert statuses == [404, 404]


def test_a_right_and_a_wrong_link_are_looked_up_by_the_same_statement_on_a_hash():
    """No branch looks at the secret before: a unique index compares what is derived from it."""
    plan, wrong = finished(), vault.new_token()
    with CaptureQueriesContext(connection) as right_queries:
        plan.get()
    with CaptureQueriesContext(connection) as wrong_queries:
        plan.client.get(f"/plan/{wrong}/")

    first = [queries[0]["sql"] for queries in (right_queries, wrong_queries)]
    asked = [sql.partition("WHERE")[0] for sql in first]
    assert asked[0] == asked[1]
    assert plan.token not in str(right_queries.captured_queries)
    assert wrong not in str(wrong_queries.captured_queries)
    assert PrivatePlan._meta.get_field("lookup").unique
    assert PlanLink._meta.get_field("lookup").unique
