"""A slow client holds nobody back: Django runs when a whole request is there, a few at a time."""

import threading
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

from django.core.handlers.wsgi import get_path_info

from ttl.encodings import text_only
from ttl.limits import body_limit

# At once in each process. The server has more threads (bin/granian), which wait for a body or for
# their turn: with more turns they would only wait for the same processor and the same database.
TURNS = 4

Application = Callable[[dict[str, Any], Callable[..., object]], Iterable[bytes]]


def patient(application: Application) -> Application:
    """Read a body that may be read before the application gets its turn."""
    turns = threading.BoundedSemaphore(TURNS)

    def serve(environ: dict[str, Any], start_response: Callable[..., object]) -> list[bytes]:
        text_only(environ)
        # The server's own stream knows no time limit: that is for the proxy in front.
        _fetch_body(environ)
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
    body = environ["wsgi.input"].read(length)
    environ["wsgi.input"] = BytesIO(body)
    if len(body) < length:
        # Half a form must not be taken for a whole one: a length like this is refused in limits.
        environ["CONTENT_LENGTH"] = "cut short"
