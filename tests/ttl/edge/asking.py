"""Requests to the edge as a server would hand them over, and what came back."""

from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from ttl.edge.application import Edge
from ttl.patience import patient

# Django's whole answer beside the edge's differs in these: a number, and what depends on a coding.
OF_ONE_ANSWER = {"X-Request-ID"}
SIGNALS = (request_started, request_finished)
OF_CODING = {"ETag", "Content-Encoding", "Content-Length"}


@dataclass(frozen=True)
class Answer:
    """One answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    def without(self, *names):
        return {name: value for name, value in self.headers.items() if name not in set(names)}


class Counted:
    """An application that counts what it is asked."""

    def __init__(self, application):
        self.application, self.times = application, 0

    def __call__(self, environ, start):
        self.times += 1
        return self.application(environ, start)


@lru_cache
def django():
    # One for all: a new one would look for every static file again.
    return patient(WSGIHandler())


class Site:
    """An edge of its own before Django."""

    def __init__(self, application=None):
        self.inside = Counted(application or django())
        self.edge = Edge(self.inside)

    @property
    def made(self):
        """How often anything but the edge answered."""
        return self.inside.times

    @property
    def kept(self):
        """The paths and queries of what is kept."""
        return {key[2:] for key in self.edge.memory.pages}

    def look(self):
        """Let the next request look at the edition, as after a second."""
        self.edge.current.looked_at = float("-inf")

    def ask(self, address, method="GET", **environ):
        return ask(self.edge, address, method, **environ)


def ask(application, address, method="GET", **environ):
    """Send one request."""
    told = {"HTTP_HOST": "testserver", **environ}
    request = RequestFactory().generic(method, address)
    whole = {name: value for name, value in (request.environ | told).items() if value is not None}
    head = []
    with one_connection():
        body = b"".join(application(whole, lambda *said: head.extend(said[:2])))
    return Answer(int(head[0].split()[0]), dict(head[1]), body)


@contextmanager
def one_connection():
    """Leave the connection open in which a test has its rows, as Django's own client does."""
    for signal in SIGNALS:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in SIGNALS:
            signal.connect(close_old_connections)
