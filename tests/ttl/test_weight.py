"""What the main pages weigh on the way to a phone, and how often they ask the database."""

import pytest

from articles.loading import load_content
from articles.models import Article
from tests.planner.logs import trained

pytestmark = pytest.mark.django_db

# What a server may send before the phone must answer: ten packets of 1,460 bytes (RFC 6928), less
# a little more than a kilobyte for our headers.
FIRST_ROUND_TRIP = 10 * 1_460 - 1_100
PUBLIC = [
    *("/", "/articles/", "/topics/", "/topics/strength-training/", "/questions/", "/glossary/"),
    *("/sources/", "/search/?q=sleep", "/plan/", "/help/", "/exercises/", "/safety/"),
]
# One for the record, and one for whether plans are paused, which no answer and no file waits for.
PRIVATE = {
    "": 2,
    "plan/": 2,
    "sessions/": 2,
    "progress/": 2,
    "print/": 2,
    "calendar/": 2,
    "questions/7/": 1,
    "data/": 1,
}


def weight(client, address):
    response = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert (response.status_code, response["Content-Encoding"]) == (200, "gzip"), address
    return len(response.content)


def test_every_shipped_page_arrives_in_the_first_round_trip(client):
    load_content()
    articles = [article.get_absolute_url() for article in Article.objects.all()]

    weights = {address: weight(client, address) for address in (*PUBLIC, *articles)}

    assert len(articles) == 16
    assert {each: size for each, size in weights.items() if size > FIRST_ROUND_TRIP} == {}


def test_every_page_of_a_plan_arrives_in_the_first_round_trip():
    visitor = trained(12)

    weights = {tail: weight(visitor.client, visitor.address(tail)) for tail in PRIVATE}

    assert {each: size for each, size in weights.items() if size > FIRST_ROUND_TRIP} == {}


@pytest.mark.parametrize("sessions", [1, 12])
@pytest.mark.parametrize(("tail", "queries"), PRIVATE.items(), ids=["today", *list(PRIVATE)[1:]])
def test_a_page_of_a_plan_costs_the_same_queries_however_long_its_log(
    django_assert_num_queries, tail, queries, sessions
):
    visitor = trained(sessions)

    with django_assert_num_queries(queries):
        response = visitor.get(tail)

    assert response.status_code == 200
