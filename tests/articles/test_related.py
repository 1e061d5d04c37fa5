"""What to read next: published articles that share most with the one just read."""

import pytest

from articles.models import Article, Citation
from tests.articles.builders import (
    fill_article,
    make_article,
    make_draft,
    make_scheduled,
    make_source,
    make_topic,
)
from tests.articles.reading import in_order, text_of

pytestmark = pytest.mark.django_db

ARTICLE = "/articles/lifting-and-mood/"


@pytest.fixture
def shared():
    """Two topics and two sources that articles can share."""
    topics = [make_topic("sleep"), make_topic("pain")]
    sources = [make_source("doe-2020"), make_source("roe-2021")]

    def give(article: Article, how_many_topics: int, how_many_sources: int) -> Article:
        article.topics.set(topics[:how_many_topics])
        for source in sources[:how_many_sources]:
            Citation.objects.create(article=article, source=source)
        return article

    return give


def related_to(article: Article) -> list[str]:
    return [each.slug for each in Article.objects.published().related_to(article)]


def test_shared_topics_count_before_shared_sources(shared):
    article = shared(make_article(), 2, 2)
    shared(make_article("a-source"), 0, 1)
    shared(make_article("two-sources"), 0, 2)
    shared(make_article("a-topic"), 1, 0)
    shared(make_article("a-topic-and-a-source"), 1, 1)
    shared(make_article("two-topics"), 2, 0)
    shared(make_article("nothing"), 0, 0)

    assert related_to(article) == [
        "two-topics",
        "a-topic-and-a-source",
        "a-topic",
        "two-sources",
        "a-source",
    ]


def test_of_two_that_share_as_much_the_newer_comes_first(shared):
    article = shared(make_article(), 1, 0)
    shared(make_article("newer"), 1, 0)
    older = shared(make_article("older"), 1, 0)
    Article.objects.filter(pk=older.pk).update(published_at="2020-01-01T00:00Z")

    assert related_to(article) == ["newer", "older"]


def test_nothing_unpublished_is_related(shared):
    article = shared(make_article(), 1, 1)
    shared(make_draft(), 1, 1)
    shared(make_scheduled(), 1, 1)

    assert related_to(article) == []


def test_a_page_offers_three_at_most_before_the_next_step(client, shared):
    shared(make_article(), 1, 0)
    for number in range(1, 6):
        shared(make_article(f"other-{number}"), 1, 0)

    page = text_of(client.get(ARTICLE))

    assert page.count('href="/articles/other-') == 3
    assert in_order(page, "Read next</h2>", "/articles/other-5/", "Your next step</h2>")


def test_an_article_that_shares_nothing_offers_nothing(client):
    make_article(), make_article("other")

    assert "Read next" not in text_of(client.get(ARTICLE))


@pytest.mark.parametrize("rows", [1, 20])
def test_finding_them_costs_one_query(django_assert_num_queries, rows):
    article = fill_article(make_article(), rows)
    for number in range(rows):
        other = make_article(f"other-{number}")
        other.topics.set(article.topics.all())
        Citation.objects.create(article=other, source=article.citations.first().source)
    article = Article.objects.with_page().get(pk=article.pk)

    with django_assert_num_queries(1):
        found = [
            (each.title, each.summary, each.get_rating_display(), each.get_absolute_url())
            for each in Article.objects.published().related_to(article)
        ]

    assert len(found) == rows
