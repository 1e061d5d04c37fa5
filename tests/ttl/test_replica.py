"""Which pages may be read from a copy of the database, and where everything else goes."""

import pytest
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.test import RequestFactory
from django.urls import resolve

from articles.models import Article
from planner.models import PrivatePlan
from ttl.replica import REPLICA, PublicPages, PublicReads, is_public, reads_from

KEY = "k" * 43
PUBLIC = [
    *("/", "/sitemap.xml", "/articles/", "/articles/any/", "/articles/feed/", "/questions/"),
    *("/topics/", "/topics/any/", "/glossary/", "/sources/", "/search/", "/images/a-b.webp"),
]
OTHER = [
    *("/plan/", f"/plan/{KEY}/", f"/plan/{KEY}/plan/", f"/shared/{KEY}/", f"/calendar/{KEY}.ics"),
    *("/review/any/", "/admin/", "/admin/articles/article/", "/readyz", "/livez", "/help/"),
]


def asked(address, method="get", **cookies):
    request = getattr(RequestFactory(), method)(address)
    request.COOKIES |= cookies
    request.resolver_match = resolve(address)
    return request


@pytest.fixture(autouse=True)
def read_here():
    token = reads_from.set(DEFAULT_DB_ALIAS)
    yield
    reads_from.reset(token)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_page_may_be_read_from_the_copy(address):
    assert (is_public(asked(address)), is_public(asked(address, "head"))) == (True, True)


@pytest.mark.parametrize("address", OTHER)
def test_no_other_page_is_read_from_the_copy(address):
    assert not is_public(asked(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_whoever_is_signed_in_or_sends_something_is_read_from_the_database(address):
    signed_in = asked(address, **{settings.SESSION_COOKIE_NAME: "any"})

    assert (is_public(signed_in), is_public(asked(address, "post"))) == (False, False)


def test_what_follows_a_write_is_read_where_it_was_written():
    router = PublicReads()
    reads_from.set(REPLICA)

    before = router.db_for_read(Article)
    written = router.db_for_write(PrivatePlan)

    assert (before, written, router.db_for_read(Article)) == (
        REPLICA,
        DEFAULT_DB_ALIAS,
        DEFAULT_DB_ALIAS,
    )


def test_the_copy_gets_its_tables_from_the_database():
    router = PublicReads()

    assert (router.allow_migrate(REPLICA, "planner"), router.allow_migrate("default", "a")) == (
        False,
        True,
    )


def test_a_request_leaves_no_trace_for_the_next(monkeypatch):
    monkeypatch.setitem(settings.DATABASES, REPLICA, {})
    middleware = PublicPages(lambda _request: reads_from.set(REPLICA))

    middleware(asked("/"))

    assert reads_from.get() == DEFAULT_DB_ALIAS
