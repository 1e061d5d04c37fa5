"""Only what is listed here is kept, and nothing of anybody's can be talked into it."""

import re
from random import Random

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from django.utils.translation import override

from articles.addresses import ENGLISH, language_of
from tests.fuzz.addresses import filled, routes
from tests.fuzz.world import SUPERUSER, make_world
from tests.ttl.edge.asking import Site
from ttl.edge.which import KEPT

# Every page that is kept, a second time: one more needs a second thought.
PUBLIC = {
    "home",
    "articles:list",
    "articles:detail",
    "articles:topics",
    "articles:topic",
    "articles:feed",
    "articles:topic-feed",
    "articles:image",
    "articles:changes",
    "articles:faq",
    "articles:glossary",
    "articles:sources",
    "articles:source",
    "articles:rating",
    "planner:exercises",
    "planner:exercise",
    "planner:help",
    "safety:safety",
    "sitemap",
    "robots",
    "llms",
}
# Ways to have a private page taken for a public one, or for a file.
DISGUISES = (
    "{}",
    "{}?page=2",
    "{}x.css",
    "{}%2Fx.css",
    "{};x.css",
    "{}%00.css",
    "/{}",
    "/help/..{}",
    "/help/%2e%2e{}",
    "/articles{}",
)
TABLE = re.compile(r'(?:FROM|JOIN) "(\w+)"')


@pytest.fixture
def world(edition):
    cache.clear()
    return make_world()


@pytest.fixture
def addresses(world):
    """One address of every route, of rows that readers may see where there are any."""
    dice, found = Random(6), {}  # noqa: S311 - not a secret
    for route in routes():
        slug = "sleep" if route.text.startswith("topics/") else "lifting-and-mood"
        known = world.known(route) | {"slug": [slug]}
        if not route.text.endswith(".pdf"):
            found[filled(route, known, dice, odd=0)] = route
    return found


def test_after_every_address_in_every_disguise_only_public_pages_are_kept(site, world, addresses):
    for address, route in addresses.items():
        for disguise in DISGUISES[: 1 if route.is_for_staff else None]:
            site.ask(disguise.format(address), HTTP_ACCEPT="text/css", HTTP_COOKIE="csrf=spoilt")

    kept = [(path, match(path).view_name) for path, _query in site.kept]
    bodies = b"".join(page.body for page in site.edge.memory.pages.values())
    assert {name for _path, name in kept} == PUBLIC
    assert [path for path, _name in kept if any(key in path for key in world.keys)] == []
    assert [key for key in (*world.keys, *world.secrets) if key.encode() in bodies] == []


def test_no_page_is_kept_for_or_from_somebody_who_is_signed_in(site, world, addresses):
    cookie = f"{settings.SESSION_COOKIE_NAME}={world.cookies[SUPERUSER]}"
    public = [
        address
        for address, route in addresses.items()
        if not route.is_for_staff and match(address).func in KEPT and is_english(address)
    ]

    own = [site.ask(address, HTTP_COOKIE=f"csrf=x; {cookie}") for address in public]
    asked = site.made
    for address in public:
        site.ask(address)
    again = [site.ask(address, HTTP_COOKIE=cookie) for address in public]

    assert asked == len(public) == len(PUBLIC)
    assert {answer.status for answer in own} == {200}
    assert [each for each in own if "s-maxage" in each.headers.get("Cache-Control", "")] == []
    assert (len(again), site.made) == (len(public), 3 * len(public))


def test_pages_are_made_of_tables_whose_changes_are_seen(world, addresses):
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        watched = {table for table in tables if is_watched(cursor, table)}
    with CaptureQueriesContext(connection) as queries:
        site = Site()
        for address in addresses:
            site.ask(address) if match(address).func in KEPT and is_english(address) else None

    read = {table for query in queries for table in TABLE.findall(query["sql"])}
    assert len(site.kept) == len(PUBLIC)
    assert read - {"edge_edition"} == watched & read
    assert len(watched) == 15


def test_an_article_that_is_not_public_is_kept_for_nobody(site, world):
    cookie = f"{settings.SESSION_COOKIE_NAME}={world.cookies[SUPERUSER]}"

    draft = site.ask("/articles/not-yet/", HTTP_COOKIE=cookie)
    public = site.ask("/articles/not-yet/")

    assert (draft.status, draft.headers["Cache-Control"], public.status) == (200, "no-store", 404)
    assert site.kept == set()


def is_english(address):
    """Whether it is the first of an address's languages; one is enough where none is told apart."""
    return language_of(address) == ENGLISH


def match(address):
    """What answers at an address, in the language that it names."""
    with override(language_of(address)):
        return resolve(address)


def is_watched(cursor, table):
    if connection.vendor == "sqlite":
        cursor.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
            " AND sql LIKE '%%edge_edition%%'",
            [table],
        )
        return cursor.fetchone()[0] == 3
    cursor.execute(
        "SELECT count(*) FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
        " WHERE proname = 'edge_new_edition' AND tgrelid = %s::regclass",
        [table],
    )
    return cursor.fetchone()[0] == 1
