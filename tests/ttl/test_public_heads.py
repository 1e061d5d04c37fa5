"""What the head of a public page says to whoever shares or lists it, and private pages do not."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings as current
from django.core.management import call_command

from articles.models import Article
from tests.articles.builders import make_article, make_faq, make_topic
from tests.articles.reading import said_of
from tests.planner.people import finished

SITE = "http://testserver"
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.mark.django_db
def test_an_article_says_how_it_looks_where_it_is_shared(client):
    topic = make_topic("rest", name="Rest & sleep")
    published_at, changed_at = NOON - timedelta(days=1), NOON
    article = make_article(title="“Mood” & more", summary="Does it help?")
    article.topics.add(topic)
    Article.objects.update(published_at=published_at, updated_at=changed_at)

    assert said_of(client.get("/articles/lifting-and-mood/?utm_source=x")) == {
        "canonical": f"{SITE}/articles/lifting-and-mood/",
        "og:url": f"{SITE}/articles/lifting-and-mood/",
        "og:site_name": "TTL",
        "og:locale": "en_GB",
        "og:type": "article",
        "og:title": "“Mood” & more",
        "og:description": "Does it help?",
        "og:image": f"{SITE}/static/img/share.png",
        "og:image:alt": "The sun rises behind a barbell",
        "article:published_time": "2026-11-25T12:00:00+00:00",
        "article:modified_time": "2026-11-26T12:00:00+00:00",
        "article:tag": "Rest & sleep",
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/", "TTL \N{EN DASH} strength training for a steadier mood"),
        ("/exercises/push-up/", "Push-up"),
        ("/exercises/?level=1", "Exercises"),
        ("/help/", "Help lines"),
        ("/questions/", "Questions and answers"),
    ],
)
def test_a_page_has_one_address_and_a_title_of_its_own(client, address, title):
    said = said_of(client.get(address))

    here = f"{SITE}{address.partition('?')[0]}"
    assert (said["canonical"], said["og:url"]) == (here, here)
    assert (said["og:type"], said["og:title"]) == ("website", title)
    assert said["og:description"]


@pytest.mark.django_db
def test_the_name_of_the_site_stands_before_every_whole_address(client, settings):
    settings.SITE_URL = "https://ttl.example.org"
    make_article().topics.add(make_topic())
    make_faq()

    pages = [
        client.get(address, headers={"host": "localhost"}).content.decode()
        for address in ("/", "/articles/lifting-and-mood/", "/questions/", "/glossary/")
    ]
    files = [
        client.get(address, headers={"host": "localhost"}).content.decode()
        for address in ("/sitemap.xml", "/robots.txt", "/llms.txt")
    ]

    assert ["localhost" in text for text in pages + files] == [False] * 7
    assert ["https://ttl.example.org/" in text for text in pages + files] == [True] * 7


@pytest.mark.django_db
@pytest.mark.parametrize("tail", ["", "plan/", "take/", "share/", "erase/", "progress/"])
def test_a_private_page_tells_programs_nothing(tail):
    response = finished().get(tail)

    page = response.content.decode()
    assert response.status_code == 200
    marks = ("canonical", "og:", "twitter:", "article:", "ld+json", 'rel="alternate"', "manifest")
    assert [mark for mark in marks if mark in page] == []


def test_only_public_pages_say_what_they_are():
    """A new page of the planner is private until somebody decides otherwise."""
    folder = current.BASE_DIR / "templates"
    public = [
        str(template.relative_to(folder))
        for template in folder.glob("*/*.html")
        if '{% extends "public.html" %}' in template.read_text()
    ]

    assert sorted(public) == [
        *(
            f"articles/{name}.html"
            for name in (
                *("changes", "detail", "faq", "glossary", "list", "rating", "source", "sources"),
                "topic",
                "topics",
            )
        ),
        *(f"planner/{name}.html" for name in ("exercise", "exercises", "help")),
        *(f"safety/{name}.html" for name in ("report", "safety")),
    ]


@pytest.mark.django_db
def test_what_must_not_be_indexed_neither_names_an_address_nor_stands_on_the_map(client):
    call_command("load_content", verbosity=0)
    on_map = re.findall(f"<loc>{SITE}([^<]*)</loc>", client.get("/sitemap.xml").content.decode())

    assert len(on_map) > 100
    assert [each for each in on_map if "X-Robots-Tag" in client.get(each).headers] == []
    assert "canonical" not in client.get("/plan/").content.decode()
