"""An address that readers have once seen keeps leading to its page."""

import pytest
from django.db import IntegrityError

from articles.models import Article, FormerAddress
from tests.articles.builders import make_article, make_draft, make_scheduled, make_topic

pytestmark = pytest.mark.django_db


def rename(row, *slugs: str) -> None:
    for slug in slugs:
        row.slug = slug
        row.save()


def answer(client, address: str) -> tuple[int, str]:
    """Return the status of an address and where it leads."""
    response = client.get(address)
    return response.status_code, response.headers.get("Location", "")


def test_the_old_address_of_an_article_leads_to_the_new_one(client):
    rename(make_article("old"), "new")

    assert answer(client, "/articles/old/") == (301, "/articles/new/")
    assert answer(client, "/articles/new/") == (200, "")


def test_the_old_address_of_a_topic_leads_to_the_new_one(client):
    topic = make_topic("old")
    make_article().topics.add(topic)
    rename(topic, "new")

    assert answer(client, "/topics/old/") == (301, "/topics/new/")
    assert answer(client, "/topics/new/") == (200, "")


def test_every_earlier_address_leads_to_the_last_in_one_step(client):
    rename(make_article("first"), "second", "third")

    assert [answer(client, f"/articles/{slug}/") for slug in ("first", "second")] == [
        (301, "/articles/third/"),
        (301, "/articles/third/"),
    ]


def test_an_address_that_is_taken_up_again_is_the_page_and_never_a_circle(client):
    article = make_article("first")
    rename(article, "second", "first")

    assert answer(client, "/articles/first/") == (200, "")
    assert answer(client, "/articles/second/") == (301, "/articles/first/")
    assert [former.slug for former in article.former_addresses.all()] == ["second"]


def test_a_new_article_wins_an_address_that_another_had(client):
    rename(make_article("sleep"), "sleep-in-later-life")
    make_article("sleep")

    assert answer(client, "/articles/sleep/") == (200, "")


def test_the_last_article_at_an_address_wins_it_when_both_have_left(client):
    first = make_article("sleep")
    rename(first, "first")
    second = make_article("sleep")
    rename(second, "second")
    both = answer(client, "/articles/sleep/")
    Article.objects.filter(pk=second.pk).update(published_at=None)

    assert (both, answer(client, "/articles/sleep/")) == (
        (301, "/articles/second/"),
        (301, "/articles/first/"),
    )


@pytest.mark.parametrize("make_hidden", [make_draft, make_scheduled])
def test_the_former_address_of_an_unpublished_article_tells_nothing(client, make_hidden):
    rename(make_hidden("old"), "secret-plans")

    page = client.get("/articles/old/")

    assert (page.status_code, b"secret" in page.content) == (404, False)
    assert page.content == client.get("/articles/old/").content


def test_a_draft_does_not_take_an_address_away_from_readers(client):
    rename(make_article("sleep"), "sleep-in-later-life")
    make_draft("sleep")

    assert answer(client, "/articles/sleep/") == (301, "/articles/sleep-in-later-life/")


def test_staff_who_preview_a_draft_see_it_and_not_the_page_that_was_there(client, editor):
    rename(make_article("sleep"), "sleep-in-later-life")
    make_draft("sleep", body="Half-written.")
    client.force_login(editor)

    page = client.get("/articles/sleep/")

    assert (page.status_code, b"Half-written." in page.content) == (200, True)


def test_the_former_address_of_a_topic_with_nothing_published_is_not_found(client):
    topic = make_topic("old")
    make_draft().topics.add(topic)
    rename(topic, "new")

    assert answer(client, "/topics/old/") == (404, "")


def test_a_redirect_is_asked_for_again_each_time(client):
    rename(make_article("old"), "new")

    assert client.get("/articles/old/")["Cache-Control"] == "no-cache"


def test_a_save_that_leaves_the_address_alone_remembers_nothing():
    article = make_article("old")
    article.title = "New"
    article.save()
    article.slug = "new"
    article.save(update_fields=["title"])

    assert FormerAddress.objects.count() == 0


def test_an_address_is_remembered_even_when_the_row_was_read_before_another_change():
    early = make_article("first")
    late = Article.objects.get()
    rename(early, "second")
    rename(late, "third")

    former = {former.slug for former in late.former_addresses.all()}
    assert former == {"first", "second"}


def test_an_article_that_goes_takes_its_addresses_along():
    article = make_article("old")
    rename(article, "new")
    article.delete()

    assert FormerAddress.objects.count() == 0


@pytest.mark.parametrize("pages", [(True, True), (False, False)], ids=["two pages", "no page"])
def test_a_former_address_belongs_to_one_page(pages):
    of_article, of_topic = pages

    with pytest.raises(IntegrityError, match="former_address_is_of_one_page"):
        FormerAddress.objects.create(
            slug="old",
            article=make_article() if of_article else None,
            topic=make_topic() if of_topic else None,
        )


def test_a_page_had_an_address_once():
    article = make_article()
    FormerAddress.objects.create(slug="old", article=article)

    with pytest.raises(IntegrityError):
        FormerAddress.objects.create(slug="old", article=article)
