"""Long lists come in pages, each with its own address."""

import pytest

from articles.models import Article
from tests.articles.builders import make_article, make_source, make_topic
from tests.articles.reading import said_of, text_of

pytestmark = pytest.mark.django_db

LISTS = ["/articles/", "/topics/sleep/", "/sources/"]


@pytest.fixture
def library():
    """Three pages of everything that has pages."""
    topic = make_topic()
    for number in range(50):
        make_article(f"article-{number:02}").topics.add(topic)
        make_source(f"source-{number:02}")


def shown(client, address: str) -> int:
    page = text_of(client.get(address))
    return page.count('href="/articles/article-') + page.count('href="/sources/source-')


@pytest.mark.parametrize("address", LISTS)
def test_every_row_is_on_one_page(client, library, address):
    assert [shown(client, f"{address}?page={number}") for number in (1, 2, 3)] == [24, 24, 2]


@pytest.mark.parametrize("address", LISTS)
def test_a_page_marks_itself_and_leads_to_the_others(client, library, address):
    page = " ".join(text_of(client.get(f"{address}?page=2")).split())

    assert f'<a rel="prev" href="{address}">' in page
    assert f'<a rel="next" href="{address}?page=3">' in page
    assert '<span aria-current="page"><span class="visually-hidden">Page </span>2</span>' in page


@pytest.mark.parametrize("address", LISTS)
def test_a_short_list_has_no_pages(client, address):
    make_article("article-1").topics.add(make_topic())
    make_source("source-1")

    assert 'class="pager"' not in text_of(client.get(address))


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("page", ["0", "4", "-1", "two", "", "1.5", "9" * 5000])
def test_a_page_that_is_not_there_is_not_found(client, library, address, page):
    assert client.get(f"{address}?page={page}").status_code == 404


def test_each_page_of_a_list_is_known_by_its_number_and_the_first_without(client, library):
    said = [said_of(client.get(f"/sources/{page}")) for page in ("", "?page=1", "?page=2&x=y")]

    assert [(each["canonical"], each["og:title"]) for each in said] == [
        ("http://testserver/sources/", "Sources"),
        ("http://testserver/sources/", "Sources"),
        ("http://testserver/sources/?page=2", "Sources, page 2"),
    ]


def test_far_pages_are_left_out_of_a_long_row_of_numbers(client):
    Article.objects.bulk_create(
        Article(
            slug=f"a-{n}", title="A", summary="-", rating="early", published_at="2020-01-01T00Z"
        )
        for n in range(24 * 9)
    )

    page = text_of(client.get("/articles/?page=5"))

    numbers = [n for n in range(1, 10) if f"</span>{n}</" in page]
    assert (numbers, page.count('class="pager__gap"')) == ([1, 4, 5, 6, 9], 2)
