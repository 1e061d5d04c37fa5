"""A page that is not there helps on, and never tells what is hidden."""

import re

import pytest

from articles.search import index
from tests.articles.builders import make_article, make_draft, make_scheduled
from tests.articles.reading import in_order


def page_at(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 404
    return response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "slug", ["liftin-and-mood", "mood-and-lifting", "lifting", "lifting-mood-2"]
)
def test_an_address_that_is_nearly_right_is_answered_with_the_right_one(client, slug):
    make_article()
    make_article("bones-and-falls")
    index.complete()

    page = page_at(client, f"/articles/{slug}/")

    assert in_order(page, "Did you mean", '<a href="/articles/lifting-and-mood/">', "</section>")
    assert "bones-and-falls" not in page


@pytest.mark.django_db
def test_the_nearest_of_several_come_first_and_only_three(client):
    for slug in ("deep-sleep", "sleep-well", "sleep-well-and-long", "sleep-badly", "sleep-walking"):
        make_article(slug)
    index.complete()

    page = page_at(client, "/articles/sleep-wel/")

    suggested = re.findall('<a href="/articles/([^"]*sleep[^"]*)/"', page)
    assert (suggested[0], len(suggested)) == ("sleep-well", 3)


@pytest.mark.django_db
@pytest.mark.parametrize("make_hidden", [make_draft, make_scheduled])
def test_what_is_hidden_is_never_suggested(client, make_hidden):
    make_hidden("secret-plans")
    index.complete()

    page = page_at(client, "/articles/secret-plan/")

    assert ("secret" in page, "Did you mean" in page) == (False, False)


@pytest.mark.django_db
def test_a_wrong_topic_is_answered_with_articles_like_it(client):
    make_article("sleep-and-lifting")
    index.complete()

    assert '<a href="/articles/sleep-and-lifting/">' in page_at(client, "/topics/sleep/")


@pytest.mark.django_db
def test_an_address_like_no_other_gets_no_guess(client):
    make_article()
    index.complete()

    assert "Did you mean" not in page_at(client, "/articles/zzz/")


@pytest.mark.parametrize("address", ["/nowhere/", "/articles/no/where/", "/exercises/none/"])
def test_the_page_leads_on_without_a_database(client, address):
    """Without the `django_db` mark any query is an error."""
    page = page_at(client, address)

    ways = ("/articles/", "/questions/", "/exercises/", "/glossary/", "/help/", "/", "/plan/")
    assert in_order(page, *(f'href="{way}"' for way in ways))


@pytest.mark.django_db
@pytest.mark.parametrize("tail", ["", "plan/", "progress/"])
def test_a_dead_private_link_gets_the_same_page_as_any_other(client, tail):
    make_article()

    private = page_at(client, f"/plan/{'x' * 43}/{tail}")

    assert private == page_at(client, "/nowhere/")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/nowhere/", "/articles/lifting/", f"/plan/{'x' * 43}/"])
def test_a_page_that_is_not_there_has_no_address_of_its_own(client, address):
    make_article()

    page = page_at(client, address)

    assert [mark in page for mark in ("canonical", "og:", "ld+json")] == [False] * 3


@pytest.mark.django_db
@pytest.mark.parametrize("articles", [1, 30])
def test_a_wrong_address_asks_the_database_as_often_however_much_is_near(
    client, django_assert_num_queries, articles
):
    for number in range(articles):
        make_article(f"lifting-{number}", title=f"Lifting {number}")
    index.complete()

    with django_assert_num_queries(5):
        page = page_at(client, "/articles/lifting/")

    assert "Did you mean" in page
