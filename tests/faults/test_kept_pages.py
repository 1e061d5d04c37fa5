"""Processes that keep pages: a change shows on all of them, and a rush has each page made once."""

import json
import re
import threading
import time
from urllib.parse import urlencode

import pytest

from tests.faults.cache import Cache
from tests.faults.site import Client
from tests.faults.staff import Browser, make_account

# "Within seconds": a look each second, and the time of a machine that runs other tests.
SECONDS = 5.0
MANY = 40
# As one name in front of both, which have ports of their own here.
NAMED = {"Host": "localhost"}
TERM = "from articles.models import Term; "
ARTICLE = """
from datetime import timedelta
from django.utils.timezone import now
from articles.models import Article
article = Article.objects.create(
    slug="due", title="Due soon", summary="A summary.", body="A text.", rating="limited",
    published_at=now() + timedelta(seconds=10),
)
print(article.published_at.timestamp())
"""


@pytest.fixture
def twins(sites, site, tmp_path):
    """Two servers of one process each, on one database."""
    other_folder = tmp_path / "other"
    other_folder.mkdir()
    other = sites(other_folder, site.environment["DATABASE_URL"], workers=1)
    other.environment["SECRET_KEY"] = site.environment["SECRET_KEY"]
    site.workers = 1
    return site, other


def test_every_process_shows_what_was_saved_changed_in_bulk_or_became_due(twins, drill):
    drill.done = "a term saved at the desk, changed in bulk, an article becoming due; 2 processes"
    make_account(twins[0])
    servers = [each.start() for each in twins]
    staff = Browser()
    assert staff.signs_in(servers[0].port)

    def save():
        _post(staff, servers[0].port, "/admin/articles/term/add/")

    def change_in_bulk():
        servers[1].manage("shell", "-c", TERM + "Term.objects.update(meaning='Changed in bulk.')")

    saved = _seen(servers, "/glossary/", "Saved at the desk.", save, drill)
    changed = _seen(servers, "/glossary/", "Changed in bulk.", change_in_bulk, drill)
    due = _seen(servers, "/articles/", "Due soon", lambda: _make_due(servers[0]), drill)

    assert max(saved + changed) < SECONDS
    # It was not there before its time.
    assert 0 < min(due) < max(due) < SECONDS


@pytest.mark.parametrize("has_cache", [False, True])
def test_a_rush_has_a_page_made_once_in_each_process_or_once_for_all(twins, drill, has_cache):
    drill.done = f"{MANY} ask at once for a page nobody has made; shared cache: {has_cache}"
    server = Cache().start() if has_cache else None
    try:
        shared = {"CACHE_URL": server.url} if has_cache else {}
        for each in twins:
            each.start(**shared)
        answers = _rush([each.port for each in twins], "/questions/")
    finally:
        if server:
            server.remove()

    made = [_times_made(each, "articles:faq") for each in twins]
    drill.tried = drill.acknowledged = MANY
    assert answers == [200] * MANY
    assert sorted(made) == ([0, 1] if has_cache else [1, 1])


def test_public_pages_outlive_their_database(postgres_site, cluster, drill):
    drill.done = "PostgreSQL stopped; a page that is kept, one that is not, and one of code alone"
    postgres_site.workers = 1
    reader = Client(postgres_site.start().port)
    before = reader.get("/questions/").content
    cluster.stop("immediate")
    time.sleep(1.5)

    answers = [_timed(reader, "/questions/") for _ in range(5)]
    others = [reader.get(address).status_code for address in ("/help/", "/glossary/", "/readyz")]
    cluster.start()
    postgres_site.wait_for("/readyz")

    drill.tried = drill.acknowledged = 1
    assert {(answer.status_code, answer.content) for answer, _seconds in answers} == {(200, before)}
    # One looks whether the database is back, and waits for it; the others do not.
    assert sorted(seconds for _answer, seconds in answers)[-2] < 0.5
    assert others == [200, 503, 503]
    assert reader.get("/glossary/").status_code == 200


def _seen(servers, address, words, change, drill):
    """Change something, and give the seconds after which each server showed it.

    A change that is to show at a certain time says which.
    """
    readers = [Client(server.port) for server in servers]
    assert [words in reader.get(address).content.decode() for reader in readers] == [False, False]
    due_at = change() or time.time()
    found = []
    for reader in readers:
        while words not in reader.get(address).content.decode():
            assert time.time() - due_at < 2 * SECONDS
            time.sleep(0.05)
        found.append(time.time() - due_at)
    drill.tried += 1
    drill.acknowledged += 1
    return found


def _make_due(server):
    return float(server.manage("shell", "-v0", "-c", ARTICLE).stdout)


def _post(staff, port, address):
    page = staff.get(port, address)[1]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    fields = {"name": "Mood", "slug": "mood", "words": "mood", "meaning": "Saved at the desk."}
    staff.get(port, address, urlencode({**fields, "csrfmiddlewaretoken": token}).encode())


def _rush(ports, address):
    """Ask every server at once, from so many threads."""
    ready, statuses = threading.Barrier(MANY), []

    def visit(number):
        reader = Client(ports[number % len(ports)])
        ready.wait()
        statuses.append(reader.get(address, NAMED).status_code)

    threads = [threading.Thread(target=visit, args=[number]) for number in range(MANY)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses


def _times_made(server, route):
    lines = [json.loads(line) for line in server.printed.splitlines()]
    return [line.get("route") for line in lines].count(route)


def _timed(reader, address):
    began = time.monotonic()
    return reader.get(address), time.monotonic() - began
