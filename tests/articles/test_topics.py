"""A topic gathers what there is to read on it, and leads on."""

import pytest

from tests.articles.builders import make_article, make_draft, make_faq, make_topic
from tests.articles.reading import in_order, text_of

pytestmark = pytest.mark.django_db


def test_a_topic_shows_its_articles_then_their_questions_then_the_other_topics(client):
    sleep, pain = make_topic("sleep", summary="How you sleep."), make_topic("pain")
    article = make_article()
    article.topics.set([sleep, pain])
    make_faq("how-long", article=article, on_site_page=False)

    page = text_of(client.get("/topics/sleep/"))

    assert in_order(
        page,
        "<h1>Sleep</h1>",
        "How you sleep.",
        "Lifting and mood</a>",
        '<a href="/articles/lifting-and-mood/#how-long">Question how-long?</a>',
        '<a href="/topics/pain/">Pain</a>',
        'href="/topics/sleep/feed/"',
    )
    assert '<a href="/topics/sleep/">Sleep</a>' not in page


def test_a_topic_leads_to_no_question_of_a_draft_or_of_another_topic(client):
    sleep = make_topic()
    make_article().topics.add(sleep)
    draft = make_draft()
    draft.topics.add(sleep)
    make_faq("of-draft", article=draft)
    make_faq("of-other", article=make_article("other"))

    page = text_of(client.get("/topics/sleep/"))

    assert [name in page for name in ("of-draft", "of-other")] == [False, False]


def test_a_question_is_found_on_its_article_or_else_on_the_page_of_questions():
    on_article = make_faq("one", article=make_article())
    on_site = make_faq("two")

    assert [on_article.get_absolute_url(), on_site.get_absolute_url()] == [
        "/articles/lifting-and-mood/#one",
        "/questions/#two",
    ]


def test_every_topic_with_something_to_read_is_listed_and_no_other(client):
    make_article().topics.add(make_topic("sleep", summary="How you sleep."))
    make_draft().topics.add(make_topic("pain"))

    page = text_of(client.get("/topics/"))

    assert in_order(page, '<a href="/topics/sleep/">Sleep</a>', "How you sleep.")
    assert "Pain" not in page


def test_before_the_first_article_the_list_of_topics_says_so(client):
    assert "There is nothing to read yet." in text_of(client.get("/topics/"))
