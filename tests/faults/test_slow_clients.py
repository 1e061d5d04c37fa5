"""Clients that dawdle over a header, a body or an answer keep nobody else from the site."""

import socket
import time
from contextlib import ExitStack, contextmanager

from tests.faults.site import Client

CROWD = 60
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
POST = b"POST /plan/ HTTP/1.1\r\nHost: localhost\r\n" + FORM
DAWDLE = {
    "says nothing": b"",
    "stops in a header": b"GET / HTTP/1.1\r\nHost: loc",
    "sends no body": POST + b"Content-Length: 60000\r\n\r\n",
    "stops in a body": POST + b"Content-Length: 60000\r\n\r\na=1",
    "states a huge body": POST + b"Content-Length: 900000000\r\n\r\na=1",
    "sends endless pieces": POST + b"Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n",
    "never reads": b"GET /static/css/ttl.css HTTP/1.1\r\nHost: localhost\r\n\r\n" * 50,
}
ENOUGH_SECONDS = 3


@contextmanager
def dawdling(site, sent):
    """A crowd that sends this and then nothing, for as long as the block lasts."""
    with ExitStack() as all_of_them:
        for _ in range(CROWD):
            client = socket.create_connection(("127.0.0.1", site.port))
            all_of_them.enter_context(client).sendall(sent)
        yield


def test_sixty_of_each_kind_do_not_stop_a_normal_visitor(site, drill):
    site.start()
    drill.done = f"{CROWD} clients each that " + ", ".join(DAWDLE)
    took = {}
    for kind, sent in DAWDLE.items():
        with dawdling(site, sent):
            began = time.monotonic()
            client = Client(site.port, timeout=30)
            page, plan = client.get("/help/"), client.post("/plan/", "a=1")
            took[kind] = time.monotonic() - began
        drill.tried += 1
        drill.acknowledged += (page.status_code, plan.status_code) == (200, 302)

    assert drill.acknowledged == len(DAWDLE)
    assert max(took.values()) < ENOUGH_SECONDS, took


def test_a_dawdler_over_a_header_is_let_go_in_the_end(site):
    site.start()
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as client:
        client.sendall(DAWDLE["stops in a header"])
        began = time.monotonic()

        answer = client.recv(1_000)

    assert answer == b""
    assert time.monotonic() - began < 15


def test_a_body_cut_short_makes_no_plan(site, drill):
    drill.done = "a form that says it has 60,000 bytes and ends after three"
    site.start()
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as client:
        client.sendall(DAWDLE["stops in a body"])
        client.shutdown(socket.SHUT_WR)
        drill.tried += 1

        answer = client.recv(1_000)

    assert answer.startswith(b"HTTP/1.1 400 Bad Request\r\n")
