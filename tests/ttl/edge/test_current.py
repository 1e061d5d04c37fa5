"""Each process looks at the edition once a second, and goes on for a while when it cannot."""

import threading
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from safety.models import Pause
from tests.articles.builders import make_article
from ttl.edge import current as module
from ttl.edge.current import Current
from ttl.edge.middleware import STALE_SECONDS
from ttl.edge.models import Edition

ARTICLE = "/articles/lifting/"


@pytest.fixture
def article(edition):
    return make_article(slug="lifting")


def test_the_database_is_asked_once_a_second_however_many_ask(edition):
    current = Current()

    with CaptureQueriesContext(connection) as queries:
        first = [current.now() for _ in range(50)]
        current.looked_at -= module.LOOK_SECONDS
        later = [current.now() for _ in range(50)]

    assert len(queries) == 2
    assert set(first + later) == {Edition.objects.now()}


def test_a_new_edition_makes_the_page_anew_after_a_look_and_not_before(site, article):
    old = site.ask(ARTICLE).body
    article.title = "Another title"
    article.save()
    connection.check_constraints()

    before = site.ask(ARTICLE).body
    site.look()
    after = site.ask(ARTICLE).body

    assert (before == old, b"Another title" in after, site.made) == (True, True, 2)


def test_other_pages_than_the_changed_one_keep_the_tag_that_readers_have(site, article):
    tag = site.ask("/glossary/").headers["ETag"]
    article.title = "Another title"
    article.save()
    connection.check_constraints()
    site.look()

    assert site.ask("/glossary/", HTTP_IF_NONE_MATCH=tag).status == 304


def test_while_the_database_is_away_pages_are_shown_as_they_were_but_not_for_ever(
    site, article, request
):
    page = site.ask(ARTICLE).body
    request.getfixturevalue("unreachable")
    site.look()

    at_once = site.ask(ARTICLE)
    site.look()
    site.edge.current.known_at -= STALE_SECONDS
    much_later = site.ask(ARTICLE)

    assert (at_once.status, at_once.body == page, much_later.status) == (200, True, 503)


def test_a_page_that_is_not_kept_is_not_served_while_the_database_is_away(site, unreachable):
    assert site.ask("/questions/").status == 503


def test_a_database_that_is_away_is_looked_for_less_often(edition, request):
    current = Current()
    current.now()
    request.getfixturevalue("unreachable")
    current.looked_at = float("-inf")
    current.now()

    current.looked_at -= module.AWAY_SECONDS / 2
    tried_at = current.looked_at
    current.now()
    stood = current.looked_at == tried_at
    current.looked_at -= module.AWAY_SECONDS / 2
    current.now()

    assert (stood, current.looked_at > tried_at) == (True, True)


def test_after_a_quiet_time_everybody_waits_for_the_one_who_looks(edition):
    current = Current()
    long_ago = time.monotonic() - module.LOOK_SECONDS - module.QUIET_SECONDS
    current.edition, current.looked_at = "of an hour ago", long_ago
    current.lock.acquire()
    seen = []
    waiting = threading.Thread(target=lambda: seen.append(current.now()))
    waiting.start()
    time.sleep(0.1)

    unanswered = list(seen)
    current.edition, current.looked_at = "new", time.monotonic()
    current.lock.release()
    waiting.join()

    assert (unanswered, seen) == ([], ["new"])


def test_in_a_rush_nobody_waits_for_the_one_who_looks(edition, monkeypatch):
    monkeypatch.setattr(module, "QUIET_SECONDS", 2 * module.LOOK_SECONDS)
    current = Current()
    current.edition, current.looked_at = "of a moment ago", time.monotonic() - module.LOOK_SECONDS

    with current.lock:
        seen = current.now()

    assert seen == "of a moment ago"


def test_while_a_look_failed_nobody_waits_for_the_next(edition):
    current = Current()
    current.edition, current.looked_at = "as it was", time.monotonic() - module.AWAY_SECONDS
    current.answers = False

    with current.lock:
        seen = current.now()

    assert seen == "as it was"


def test_content_without_a_name_is_shown_and_not_kept(site, article):
    Edition.objects.all().delete()

    assert [site.ask(ARTICLE).status for _ in range(2)] == [200, 200]
    assert (site.made, site.kept) == (2, set())


def test_a_pause_shows_on_the_page_about_safety_as_it_begins(site):
    before = site.ask("/safety/").body
    Pause.objects.create(reason="We look at one exercise.")
    connection.check_constraints()
    site.look()

    after = site.ask("/safety/").body

    assert (b"We look at one" in before, b"We look at one" in after) == (False, True)
