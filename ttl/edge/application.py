"""Answers finished pages before Django is asked, and has one request make what is not there."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.handlers.wsgi import get_path_info

from ttl.edge.asked import Asked, asked_by
from ttl.edge.current import Current
from ttl.edge.memory import Key, Memory
from ttl.edge.page import NUMBER, Page, kept_from
from ttl.edge.shared import Shared
from ttl.edge.visit import Visit
from ttl.edge.which import Kept, kept_at
from ttl.watching import number_of

Environ = dict[str, Any]
Start = Callable[..., object]
Application = Callable[[Environ, Start], Iterable[bytes]]

# How long a request waits for another that makes the same page, before it makes it too.
WAIT_SECONDS = 3.0


class Making:
    """A page that one request makes while others wait for it."""

    def __init__(self) -> None:
        self.done = threading.Event()
        self.page: Page | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the application answered, and the page of it where that is one to keep."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes
    page: Page | None = None

    def give(self, environ: Environ, start: Start) -> list[bytes]:
        """Give it to the one who asked."""
        if self.page:
            return self.page.answer(environ, start, dict(self.headers)[NUMBER])[0]
        start(self.status, self.headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else self.body]


class Edge:
    """The application, with the pages in front of it that it has finished before."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.memory, self.shared, self.current = Memory(), Shared(), Current()
        self.makings: dict[Key, Making] = {}
        self.lock = threading.Lock()

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Answer a request."""
        asked = asked_by(environ)
        if asked is None:
            return self.application(environ, start)
        if page := self._remembered(asked):
            return _give(page, environ, start)
        if found := kept_at(get_path_info(environ)):
            return self._answered(environ, start, asked, *found)
        return self.application(environ, start)

    def _remembered(self, asked: Asked) -> Page | None:
        page = self.memory.get(asked.key)
        is_current = page and (page.edition is None or page.edition == self.current.now())
        return page if is_current else None

    def _answered(
        self, environ: Environ, start: Start, asked: Asked, kept: Kept, route: str
    ) -> list[bytes]:
        """Make the page, or wait for the request that makes it already."""
        with self.lock:
            making = self.makings.get(asked.key)
            if is_ours := making is None:
                making = self.makings[asked.key] = Making()
        if not is_ours:
            making.done.wait(WAIT_SECONDS)
            if making.page:
                return _give(making.page, environ, start)
            return self._made(environ, asked, kept, route).give(environ, start)
        try:
            edition = None if kept.is_fixed else self.current.now()
            making.page = self._remembered(asked) or self.shared.get(asked.key, edition)
            if making.page:
                self.memory.put(asked.key, making.page)
                return _give(making.page, environ, start)
            answer = self._made(environ, asked, kept, route)
            making.page = answer.page
            self.shared.let_go(asked.key, edition)
            return answer.give(environ, start)
        finally:
            with self.lock:
                del self.makings[asked.key]
            making.done.set()

    def _made(self, environ: Environ, asked: Asked, kept: Kept, route: str) -> Answer:
        visit = Visit(
            edition=None if kept.is_fixed else "", accepts=environ.get("HTTP_ACCEPT_ENCODING", "")
        )
        head: list[Any] = []
        bare = asked.alone(environ, visit)
        body = b"".join(self.application(bare, lambda *said: head.extend(said[:2])))
        page = kept_from(*head, body, visit.edition, route)
        if page:
            self.memory.put(asked.key, page)
            self.shared.put(asked.key, page)
        return Answer(*head, body, page)


def _give(page: Page, environ: Environ, start: Start) -> list[bytes]:
    """Give a page that was there, and count that."""
    number = number_of(environ.get("HTTP_X_REQUEST_ID", ""))
    body, kind = page.answer(environ, start, number)
    page.counts[kind].inc()
    return body
