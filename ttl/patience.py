"""A slow client holds nobody back: Django runs when a whole request is there, a few at a time."""

import threading
from collections.abc import Callable, Iterable
from io import BytesIO
from queue import Empty, SimpleQueue
from typing import Any

from django.core.handlers.wsgi import get_path_info

from ttl.limits import body_limit
from ttl.middleware import HEADERS, VISITOR_POLICY

# At once in each process. The server has more threads than that (bin/granian); the others wait for
# their turn or for a body. More would only wait for the same processor and the same database.
TURNS = 4
# A form has ten seconds to arrive; a large file as long as a line of 1 Mbit/s takes.
PATIENCE_SECONDS = 10
SLOWEST_BYTES_A_SECOND = 125_000
LINES = {
    "400 Bad Request": b"The request ended before it was whole. Please try again.\n",
    "408 Request Timeout": b"The request took too long to arrive. Please try again.\n",
}

Application = Callable[[dict[str, Any], Callable[..., object]], Iterable[bytes]]


class TooSlow(Exception):  # noqa: N818 - it reads as what the client is
    """The body did not arrive in time."""


class CutShort(Exception):  # noqa: N818 - it reads as what the body is
    """The client went away in the middle of the body."""


def patient(application: Application) -> Application:
    """Read a body that may be read, within its time, before the application gets its turn."""
    turns = threading.BoundedSemaphore(TURNS)

    def serve(environ: dict[str, Any], start_response: Callable[..., object]) -> list[bytes]:
        try:
            _fetch_body(environ)
        except TooSlow:
            return _refuse(start_response, "408 Request Timeout")
        except CutShort:
            return _refuse(start_response, "400 Bad Request")
        with turns:
            response = application(environ, start_response)
            # As one piece: a slow reader is left to the server, whose threads it does not hold.
            try:
                return [b"".join(response)]
            finally:
                response.close()

    return serve


def _fetch_body(environ: dict[str, Any]) -> None:
    stated = environ.get("CONTENT_LENGTH") or "0"
    length = int(stated) if stated.isascii() and stated.isdecimal() else 0
    # What is too large is refused unread.
    if not 0 < length <= body_limit(get_path_info(environ)):
        return
    arrived: SimpleQueue[bytes] = SimpleQueue()
    stream = environ["wsgi.input"]
    # The server's own stream knows no time limit. Its thread ends with the connection.
    threading.Thread(target=lambda: arrived.put(stream.read(length)), daemon=True).start()
    try:
        body = arrived.get(timeout=PATIENCE_SECONDS + length / SLOWEST_BYTES_A_SECOND)
    except Empty as error:
        raise TooSlow from error
    if len(body) < length:
        raise CutShort
    environ["wsgi.input"] = BytesIO(body)


def _refuse(start_response: Callable[..., object], status: str) -> list[bytes]:
    headers = HEADERS | {
        "Cache-Control": "no-store",
        "Connection": "close",
        "Content-Security-Policy": VISITOR_POLICY,
        "Content-Type": "text/plain",
    }
    start_response(status, list(headers.items()))
    return [LINES[status]]
