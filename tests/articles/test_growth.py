"""What a page costs does not grow with the library: no page reads a table from end to end."""

import re

import pytest
from django.db import connection

from articles.models import Citation
from articles.search import index
from tests.articles.builders import (
    fill_article,
    make_article,
    make_faq,
    make_source,
    make_topic,
)
from tests.articles.reading import in_order, text_of

pytestmark = pytest.mark.django_db

# The tables that grow with the library, and how each database says that it reads all of one.
GROWING = "articles_(article|faq|article_topics|citation|searchentry|searchword)"
READS_ALL = {
    "sqlite": re.compile(rf"^SCAN ({GROWING}|[UVW]\d+)$"),
    "postgresql": re.compile(rf"Seq Scan on {GROWING}\b"),
}
EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN "}


@pytest.fixture
def library():
    """A little of everything, findable."""
    article = fill_article(make_article(), 3)
    for number in range(3):
        other = make_article(f"other-{number}")
        other.topics.set(article.topics.all())
        Citation.objects.create(article=other, source=article.citations.first().source)
    index.complete()


def steps(sql: str, params: object) -> list[str]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Of a table so small it would otherwise always read the whole.
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(EXPLAIN[connection.vendor] + sql, params)
        return [str(row[-1]) for row in cursor.fetchall()]


class Asked:
    """Notes every SELECT with what it was given."""

    def __init__(self) -> None:
        self.selects: list[tuple[str, object]] = []

    def __call__(self, execute, sql, params, many, context):
        if sql.startswith("SELECT"):
            self.selects.append((sql, params))
        return execute(sql, params, many, context)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/articles/",
        "/articles/lifting-and-mood/",
        "/articles/lifting-and-moods/",
        "/articles/feed/",
        "/topics/",
        "/topics/lifting-and-mood-1/",
        "/topics/lifting-and-mood-1/feed/",
        "/questions/",
        "/sources/lifting-and-mood-1/",
        "/search/?q=lifting",
        "/search/?q=lifting+mood&kind=article",
    ],
)
def test_no_page_reads_a_growing_table_from_end_to_end(client, library, address):
    asked = Asked()
    with connection.execute_wrapper(asked):
        client.get(address)

    plans = {sql: steps(sql, params) for sql, params in asked.selects}
    reads_all = READS_ALL[connection.vendor].search

    assert len(asked.selects) > 0
    assert [(sql, step) for sql, plan in plans.items() for step in plan if reads_all(step)] == []


def test_a_long_list_ends_where_search_goes_on(client, monkeypatch):
    monkeypatch.setattr("articles.views.paging.MOST_LISTED", 48)
    for number in range(50):
        make_article(f"other-{number}")

    first, last = text_of(client.get("/articles/")), text_of(client.get("/articles/?page=2"))

    assert in_order(last, "This list ends here.", '<a href="/search/">Search</a>')
    assert "This list ends here." not in first
    assert client.get("/articles/?page=3").status_code == 404


def test_a_topic_lists_the_articles_that_came_to_it_last(client, monkeypatch):
    monkeypatch.setattr("articles.models.published.MOST_LISTED", 2)
    sleep = make_topic()
    for slug in ("first", "second", "third"):
        make_article(slug).topics.add(sleep)

    page = text_of(client.get("/topics/sleep/"))

    assert [f"/articles/{slug}/" in page for slug in ("first", "second", "third")] == [
        False,
        True,
        True,
    ]


def test_a_topic_shows_questions_of_the_articles_on_that_page_of_it(client):
    sleep = make_topic()
    for number in range(25):
        article = make_article(f"other-{number}")
        article.topics.add(sleep)
        make_faq(f"on-{number}", article=article, position=25 - number)

    first, last = (text_of(client.get(f"/topics/sleep/?page={page}")) for page in (1, 2))

    assert ["#on-24" in first, "#on-0" in first] == [True, False]
    assert ["#on-24" in last, "#on-0" in last] == [False, True]


def test_what_is_related_is_looked_for_among_those_that_came_last(client, monkeypatch):
    monkeypatch.setattr("articles.models.published.MOST_COMPARED", 1)
    sleep, source = make_topic(), make_source()
    article = make_article()
    for slug in ("by-source", "older", "newer"):
        make_article(slug).topics.add(*([sleep] if slug != "by-source" else []))
    Citation.objects.create(article=article, source=source)
    article.topics.add(sleep)
    for slug in ("by-source", "newer"):
        other = make_article(f"{slug}-last")
        other.topics.add(sleep)
    page = text_of(client.get("/articles/lifting-and-mood/"))

    assert ["newer-last" in page, "older" in page] == [True, False]
