"""Processes share what one of them made; without their cache, or with rubbish, each makes it."""

import threading
import time

import pytest
from django.core.cache import caches

from tests.articles.builders import make_article
from tests.faults.cache import LONG_SECONDS, Cache, be_patient
from tests.ttl.edge.asking import OF_ONE_ANSWER, Site
from ttl import cache as module
from ttl.edge import shared
from ttl.edge.page import Page

ARTICLE = "/articles/lifting/"
TOLD = {"HTTP_ACCEPT_ENCODING": "br"}


@pytest.fixture(scope="module")
def server():
    made = Cache()
    try:
        yield made.start()
    finally:
        made.remove()


@pytest.fixture
def shop(edition, server, settings, monkeypatch):
    """Makes sites of their own processes, as it were, that share a cache."""
    be_patient(monkeypatch)
    monkeypatch.setattr(shared, "WAIT_SECONDS", LONG_SECONDS)
    make_article(slug="lifting")
    server.client().flushall()
    settings.CACHE_URL = server.url
    settings.CACHES = {"default": settings.SHARED | {"LOCATION": server.url}}
    monkeypatch.setattr(module, "circuit", module.Circuit())
    monkeypatch.setattr(shared, "circuit", module.circuit)
    caches["default"].alone.clear()
    return Site


def page_of(server):
    """The one page in the cache, by its name there."""
    [name] = server.client().keys("*page/*")
    return name


def test_a_page_that_one_process_made_is_had_by_the_others(shop):
    one, other = shop(), shop()

    made, had = one.ask(ARTICLE, **TOLD), other.ask(ARTICLE, **TOLD)

    assert (one.made, other.made, had.body == made.body) == (1, 0, True)
    assert had.without(*OF_ONE_ANSWER) == made.without(*OF_ONE_ANSWER)
    assert other.ask(ARTICLE).body == one.ask(ARTICLE).body


@pytest.mark.parametrize(
    "rubbish",
    [b"", b"\xff\xfe", b"no page", b"\xc4\x20" + b"x" * 32, b"\xc5\x01\x00" + b"x" * 256, 7],
    ids=repr,
)
def test_rubbish_in_the_place_of_a_page_is_made_anew(shop, server, rubbish):
    shop().ask(ARTICLE)
    server.client().set(page_of(server), rubbish)
    other = shop()

    assert (other.ask(ARTICLE).status, other.made) == (200, 1)


def test_a_page_with_one_letter_changed_is_made_anew(shop, server):
    shop().ask(ARTICLE)
    name = page_of(server)
    whole = bytearray(server.client().get(name))
    whole[-1] ^= 1
    server.client().set(name, bytes(whole))
    other = shop()

    assert (other.ask(ARTICLE).status, other.made) == (200, 1)


def test_a_page_in_the_place_of_another_is_made_anew(shop, server):
    shop().ask("/help/")
    help_page = server.client().get(page_of(server))
    server.client().flushall()
    shop().ask(ARTICLE)
    server.client().set(page_of(server), help_page)
    other = shop()

    assert (b"Help lines now" in other.ask(ARTICLE).body, other.made) == (False, 1)


@pytest.mark.parametrize("change", [{"SECRET_KEY": "another"}, {"SITE_URL": "https://a.example"}])
def test_a_page_of_a_site_that_is_set_up_otherwise_is_made_anew(shop, settings, change):
    shop().ask(ARTICLE)
    for name, value in change.items():
        setattr(settings, name, value)
    other = shop()

    assert (other.ask(ARTICLE).status, other.made) == (200, 1)


def test_a_page_of_another_release_is_made_anew(shop, monkeypatch):
    shop().ask(ARTICLE)
    monkeypatch.setattr(shared, "release_id", lambda: "the next")
    other = shop()

    assert (other.ask(ARTICLE).status, other.made) == (200, 1)


def test_no_address_stands_in_the_cache_in_the_clear(shop, server):
    shop().ask(ARTICLE)

    assert b"lifting" not in b"".join(server.client().keys())


def test_a_page_that_another_process_makes_is_waited_for(shop):
    one, other = shop(), shop()
    one.edge.current.now()
    key, edition = ("http", "testserver", ARTICLE, ""), one.edge.current.edition
    claimed = one.edge.shared.get(key, edition)
    found = []
    waiting = threading.Thread(target=lambda: found.append(other.edge.shared.get(key, edition)))
    waiting.start()
    time.sleep(0.2)

    unanswered = list(found)
    one.edge.shared.put(key, Page(edition=edition, route="home", headers=(), body=b"made"))
    waiting.join()

    assert (claimed, unanswered, found[0].body) == (None, [], b"made")


def test_a_page_that_another_process_failed_to_make_is_made_at_once(shop):
    one, other = shop(), shop()
    key = ("http", "testserver", ARTICLE, "")
    one.edge.shared.get(key, "first")
    one.edge.shared.let_go(key, "first")
    began = time.monotonic()

    found = other.edge.shared.get(key, "first")

    assert (found, time.monotonic() - began < LONG_SECONDS) == (None, True)


def test_nobody_waits_long_for_a_process_that_died(shop, monkeypatch):
    monkeypatch.setattr(shared, "WAIT_SECONDS", 1)
    one, other = shop(), shop()
    key = ("http", "testserver", ARTICLE, "")
    one.edge.shared.get(key, "first")
    began = time.monotonic()

    found = other.edge.shared.get(key, "first")

    assert (found, time.monotonic() - began < LONG_SECONDS) == (None, True)


def test_without_its_cache_each_process_makes_the_page_and_nobody_waits(shop, server):
    server.client().config_set("maxmemory", "1")
    try:
        sites = [shop(), shop()]
        began = time.monotonic()
        statuses = [site.ask(ARTICLE).status for site in sites for _ in range(2)]
    finally:
        server.client().config_set("maxmemory", "0")

    assert (statuses, [site.made for site in sites]) == ([200] * 4, [1, 1])
    assert time.monotonic() - began < LONG_SECONDS
