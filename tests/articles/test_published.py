"""Published means one thing, and every public page asks for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Citation, State
from tests.articles.builders import (
    make_article,
    make_draft,
    make_faq,
    make_scheduled,
    make_source,
    make_topic,
)

pytestmark = pytest.mark.django_db


def test_only_articles_whose_time_has_come_are_published():
    live = make_article()
    make_draft()
    make_scheduled()

    assert list(Article.objects.published()) == [live]


@pytest.mark.parametrize(
    ("offset", "state"),
    [(None, State.DRAFT), (1, State.SCHEDULED), (0, State.PUBLISHED), (-1, State.PUBLISHED)],
)
def test_the_state_of_one_article_follows_the_clock(offset, state):
    now = timezone.now()
    article = Article(published_at=None if offset is None else now + timedelta(seconds=offset))

    assert article.state(now) == state


@pytest.mark.parametrize("make_hidden", [make_draft, make_scheduled])
def test_an_unpublished_article_shows_nowhere(client, make_hidden):
    hidden = make_hidden("hidden-one", title="Hidden title")
    shown = make_article()
    source, topic = make_source(), make_topic()
    for article in (hidden, shown):
        Citation.objects.create(article=article, source=source)
        article.topics.add(topic)
    hidden.topics.add(make_topic("empty"))
    make_faq("of-hidden", article=hidden, question="Hidden question?")

    pages = [
        client.get(address)
        for address in ("/articles/", "/topics/sleep/", "/sources/doe-2020/", "/questions/")
    ]

    assert [page.status_code for page in pages] == [200] * 4
    assert [b"Hidden" in page.content for page in pages] == [False] * 4
    assert [client.get(a).status_code for a in ("/articles/hidden-one/", "/topics/empty/")] == [
        404,
        404,
    ]


def test_an_article_appears_by_itself_when_its_time_comes(client):
    article = make_scheduled("soon")
    before = client.get("/articles/soon/").status_code
    Article.objects.filter(pk=article.pk).update(published_at=timezone.now())

    assert (before, client.get("/articles/soon/").status_code) == (404, 200)
