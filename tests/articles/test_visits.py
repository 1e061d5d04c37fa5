"""What a visit costs, what it leaves on the visitor's device, and who sees a draft."""

import pytest
from django.contrib.auth.models import User

from articles.models import Citation
from tests.articles.builders import fill_article, make_article, make_draft
from tests.articles.reading import in_order, text_of

pytestmark = pytest.mark.django_db

ARTICLE = "/articles/lifting-and-mood/"
PUBLIC_PAGES = [
    "/articles/",
    "/articles/changes/",
    ARTICLE,
    "/topics/",
    "/topics/sleep/",
    "/questions/",
    "/sources/",
    "/sources/doe-2020/",
    "/how-we-rate-evidence/",
    "/articles/feed/",
    "/topics/sleep/feed/",
    "/sitemap.xml",
    "/robots.txt",
    "/llms.txt",
]


@pytest.mark.parametrize("address", PUBLIC_PAGES)
def test_a_public_page_sets_no_cookie_and_is_the_same_for_every_cookie(client, world, address):
    response = client.get(address)

    assert response.status_code == 200
    assert response.cookies == {}
    assert "cookie" not in response.headers.get("Vary", "").lower()


@pytest.mark.parametrize("address", PUBLIC_PAGES)
def test_a_public_page_is_only_read(client, world, address):
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("slug", ["not-yet", "never-was"])
def test_a_stranger_learns_nothing_of_a_draft_and_gets_no_cookie(client, slug):
    make_draft("not-yet")

    response = client.get(f"/articles/{slug}/")

    assert (response.status_code, response.cookies) == (404, {})
    assert "cookie" not in response.headers.get("Vary", "").lower()


def test_staff_with_permission_preview_a_draft_marked_as_one_and_never_stored(client, editor):
    make_draft(body="Half-written.")
    client.force_login(editor)

    response = client.get("/articles/not-yet/")

    assert in_order(text_of(response), "Draft.", "Only staff can see this page", "Half-written.")
    assert response.headers["Cache-Control"] == "no-store"


def test_staff_without_permission_cannot_preview(client):
    make_draft()
    client.force_login(User.objects.create_user("sam", is_staff=True))

    assert client.get("/articles/not-yet/").status_code == 404


def test_staff_see_a_published_article_as_everyone_does(client, editor, world):
    as_visitor = text_of(client.get(ARTICLE))
    client.force_login(editor)

    assert text_of(client.get(ARTICLE)) == as_visitor


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/", 1),
        ("/articles/", 3),
        (ARTICLE, 9),
        ("/topics/", 1),
        ("/topics/lifting-and-mood-1/", 5),
        ("/questions/", 2),
        ("/glossary/", 1),
        ("/sources/", 2),
        ("/sources/lifting-and-mood-1/", 3),
        ("/articles/feed/", 2),
        ("/topics/lifting-and-mood-1/feed/", 3),
        ("/sitemap.xml", 6),
    ],
)
def test_a_page_costs_the_same_queries_however_much_it_shows(
    client, django_assert_num_queries, address, queries, rows
):
    article = fill_article(make_article(), rows)
    for number in range(1, rows):
        other = make_article(f"other-{number}")
        other.topics.set(article.topics.all())
        Citation.objects.create(article=other, source=article.citations.first().source)

    with django_assert_num_queries(queries):
        response = client.get(address)

    assert response.status_code == 200
