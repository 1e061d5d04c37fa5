"""The desk stands where the environment says, and nothing tells strangers where that is."""

import importlib
import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import clear_url_caches, reverse

import ttl.urls
from tests.articles.builders import make_article
from tests.ttl.staff.every_page import make_rows, pages

pytestmark = pytest.mark.django_db

PLACE = "back-room/desk/"
# Where an address begins: those of Django's own scripts and styles have the word further on.
FORMER = re.compile(r"""(?:^|["'=(\s])/admin/""")


def stand_at(place, settings):
    settings.ADMIN_PATH = place
    importlib.reload(ttl.urls)
    clear_url_caches()


@pytest.fixture
def moved(settings):
    """The same site, started with another ADMIN_PATH."""
    former = settings.ADMIN_PATH
    stand_at(PLACE, settings)
    yield
    stand_at(former, settings)


def opened(browser):
    """Every page of some kinds, from the table by which Django itself finds them."""
    shown = [page for page in pages(*make_rows()) if page.model in {"", "article", "user", "event"}]
    return {page.address: browser.get(page.address) for page in shown}


def test_no_page_of_the_desk_leads_to_where_it_stood(moved, admin_client):
    answers = opened(admin_client)

    texts = {place: answer.content.decode() for place, answer in answers.items()}
    places = [answer.url for answer in answers.values() if answer.status_code == 302]
    assert {place for place, text in texts.items() if FORMER.search(text)} == set()
    assert [place for place in places if FORMER.search(place)] == []
    assert len([answer for answer in answers.values() if answer.status_code == 200]) > 20


def test_signing_in_working_and_signing_out_go_on_there(moved):
    User.objects.create_superuser("root", password="a long enough password")
    browser = Client()
    asked = browser.get(f"/{PLACE}articles/article/")

    typed = {"username": "root", "password": "a long enough password"}
    signed_in = browser.post(asked.url, typed | {"next": f"/{PLACE}articles/article/"})

    page = browser.get(signed_in.url)
    assert asked.url.startswith(f"/{PLACE}login/")
    assert (page.status_code, signed_in.url) == (200, f"/{PLACE}articles/article/")
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    assert browser.post(f"/{PLACE}logout/").status_code == 200


def test_where_it_stood_there_is_a_page_that_is_not_there(moved, client):
    pages = [client.get(f"/admin/{tail}") for tail in ("", "login/", "articles/article/")]

    assert [page.status_code for page in pages] == [404] * 3


def test_nothing_that_strangers_read_tells_where_it_stands(moved, client):
    article = make_article()
    places = [
        *(reverse(name) for name in ("home", "robots", "llms", "sitemap")),
        *("/articles/", article.get_absolute_url(), "/help/", "/no-such-page/", "/plan/", "/livez"),
    ]

    answers = [client.get(place) for place in places]

    told = [
        answer.request["PATH_INFO"]
        for answer in answers
        if "back-room" in answer.content.decode() + repr(answer.headers)
    ]
    assert told == []
