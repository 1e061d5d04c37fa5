"""One request to a WSGI application, without a server between."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

# As browsers say it.
ACCEPTS = "gzip, deflate, br"

Application = Callable[[dict[str, Any], Callable[..., object]], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(
    application: Application,
    address: str,
    *,
    form: str | None = None,
    headers: dict[str, str] | None = None,
) -> Answer:
    """Read a page, or send a form."""
    path, _mark, query = address.partition("?")
    body = (form or "").encode()
    environ = {
        "REQUEST_METHOD": "GET" if form is None else "POST",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_ENCODING": ACCEPTS,
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        **{
            f"HTTP_{name.upper().replace('-', '_')}": told for name, told in (headers or {}).items()
        },
    }
    found: list[Any] = []
    response = application(environ, lambda *head: found.extend(head))
    try:
        content = b"".join(response)
    finally:
        getattr(response, "close", bool)()
    return Answer(int(found[0].split()[0]), dict(found[1]), content)
