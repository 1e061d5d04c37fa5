"""The cache dies, falls silent, fills up or holds rubbish under a whole site; no page notices."""

import time

import pytest

from tests.faults.cache import Cache
from tests.faults.relay import Relay
from tests.faults.site import Client
from tests.planner.people import somebody

PAGES = ("/", "/articles/", "/questions/", "/search/?q=sleep", "/help/", "/exercises/", "/plan/")
RUBBISH = b"\xff not ours"


class Shop:
    """A site with a cache behind a wire of ours."""

    def __init__(self, site, server, relay):
        self.site, self.server, self.relay = site, server, relay

    def spoil(self):
        """Leave rubbish under each key that the site uses, and the wrong type under every other."""
        client = self.server.client()
        for place, key in enumerate(client.keys()):
            client.delete(key)
            client.set(key, RUBBISH) if place % 2 else client.rpush(key, RUBBISH)

    def fill(self):
        self.server.client().config_set("maxmemory", "1")

    def restart(self):
        self.server.kill()
        self.server.start()

    def slow(self):
        self.relay.slow_seconds = 0.15
        self.relay.slow()


FAULTS = {
    "cut off": lambda shop: shop.relay.cut(),
    "silent": lambda shop: shop.relay.hush(),
    "slow": Shop.slow,
    "full": Shop.fill,
    "full of rubbish": Shop.spoil,
    "flushed": lambda shop: shop.server.client().flushall(),
    "restarted": Shop.restart,
}


@pytest.fixture
def shop(sites, migrated, tmp_path):
    server = Cache()
    server.start()
    relay = Relay(server.port)
    file = tmp_path / "ttl.sqlite3"
    file.write_bytes((migrated / "ttl.sqlite3").read_bytes())
    site = sites(
        tmp_path,
        f"sqlite:///{file}",
        CACHE_URL=f"redis://127.0.0.1:{relay.port}/0",
        DJANGO_SETTINGS_MODULE="tests.faults.cached_site",
    )
    yield Shop(site.start(), server, relay)
    if site.process is not None:
        site.kill()
    relay.close()
    server.remove()


@pytest.mark.parametrize("fault", FAULTS)
def test_no_page_notices_that_the_cache_is(shop, drill, fault):
    drill.done = f"the cache {fault}, under every public page and a plan"
    before = visit(shop.site, drill)
    FAULTS[fault](shop)

    during = visit(shop.site, drill)

    seconds = sum(seconds for _status, seconds in during)
    usual = sum(seconds for _status, seconds in before)
    assert {status for status, _seconds in before + during} == {200, 302}
    # Once in each process, and as much again for a machine that runs other tests.
    assert seconds - usual < 3.0


def visit(site, drill):
    """Look at every public page and begin a plan; give what came back and how long it took."""
    client, seen = Client(site.port), []

    def timed(ask):
        began = time.monotonic()
        answer = ask()
        seen.append((answer.status_code, time.monotonic() - began))

    for page in PAGES:
        timed(lambda page=page: client.get(page))
    visitor = site.visitor()
    timed(lambda: visitor.answer(1, somebody()))
    timed(lambda: visitor.get("questions/1/"))
    drill.tried += 1
    drill.acknowledged += seen[-2][0] == 302
    drill.lost += seen[-1][0] != 200
    return seen
