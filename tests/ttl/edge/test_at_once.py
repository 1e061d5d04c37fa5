"""Many who ask for one page at once have it made once; nobody hangs when that fails."""

import threading
import time

import pytest

from tests.ttl.edge.asking import Site
from ttl.edge import application as module

# A page of code alone: these tests need no database.
PAGE = "/help/"
# So long that no machine is ever so busy, where a test asks that nobody waits for the end of it.
LONG_SECONDS = 60
GOOD = [("Cache-Control", "public"), ("X-Request-ID", "1")]
MANY = 30


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Have whoever waits for another wait long: what is asked is how often a page was made."""
    monkeypatch.setattr(module, "WAIT_SECONDS", LONG_SECONDS)


def slowly(status="200 OK", seconds=0.3):
    """An application that takes its time."""

    def application(environ, start):
        time.sleep(seconds)
        start(status, GOOD)
        return [b"made"]

    return application


def together(site, addresses):
    """Ask for all of these at once; give what came back and how long it took."""
    answers, ready = [], threading.Barrier(len(addresses))

    def visit(address):
        ready.wait()
        try:
            answers.append(site.ask(address))
        except RuntimeError as error:
            answers.append(error)

    threads = [threading.Thread(target=visit, args=[address]) for address in addresses]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers, time.monotonic() - began


def test_a_page_that_all_ask_for_at_once_is_made_once():
    site = Site(slowly())

    answers, seconds = together(site, [PAGE] * MANY)

    assert ({answer.body for answer in answers}, len(answers), site.made) == ({b"made"}, MANY, 1)
    assert seconds < LONG_SECONDS
    assert site.edge.makings == {}


def test_pages_of_different_addresses_do_not_wait_for_each_other():
    addresses = [PAGE, "/exercises/", "/robots.txt", "/llms.txt"]
    # Nobody gets an answer before each has come as far as this.
    all_there = threading.Barrier(len(addresses), timeout=LONG_SECONDS)

    def application(environ, start):
        all_there.wait()
        start("200 OK", GOOD)
        return [b"made"]

    site = Site(application)

    answers, _seconds = together(site, addresses)

    assert ([answer.body for answer in answers], site.made) == ([b"made"] * 4, 4)


def test_where_the_page_cannot_be_kept_everybody_gets_an_answer_of_their_own():
    site = Site(slowly("503 Service Unavailable"))

    answers, seconds = together(site, [PAGE] * MANY)

    assert [answer.status for answer in answers] == [503] * MANY
    assert seconds < LONG_SECONDS
    assert (site.edge.makings, site.kept) == ({}, set())


def test_where_the_making_breaks_nobody_hangs_and_the_next_makes_it():
    def broken(environ, start):
        time.sleep(0.2)
        raise RuntimeError

    site = Site(broken)
    answers, seconds = together(site, [PAGE] * 5)
    site.inside.application = slowly(seconds=0)

    assert [type(answer) for answer in answers] == [RuntimeError] * 5
    assert seconds < LONG_SECONDS
    assert (site.ask(PAGE).status, site.edge.makings) == (200, {})


def test_nobody_waits_for_ever_for_a_making_that_hangs(monkeypatch):
    monkeypatch.setattr(module, "WAIT_SECONDS", 0.2)
    hanging, waiting = threading.Event(), threading.Event()

    def application(environ, start):
        if not waiting.is_set():
            waiting.set()
            hanging.wait()
        start("200 OK", GOOD)
        return [b"made"]

    site = Site(application)
    first = threading.Thread(target=site.ask, args=[PAGE])
    first.start()
    waiting.wait()
    began = time.monotonic()

    answer = site.ask(PAGE)
    seconds = time.monotonic() - began
    hanging.set()
    first.join()

    assert (answer.status, site.made, 0.2 <= seconds < LONG_SECONDS) == (200, 2, True)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_who_waited_gets_the_answer_to_what_they_asked(method):
    under_way = threading.Event()

    def application(environ, start):
        under_way.set()
        return slowly()(environ, start)

    site = Site(application)
    first = threading.Thread(target=site.ask, args=[PAGE])
    first.start()
    under_way.wait()

    answer = site.ask(PAGE, method)
    first.join()

    assert (answer.body, site.made) == (b"made" if method == "GET" else b"", 1)
