"""Give each request a number to find it by, time it, and write the one line about it."""

import logging
import re
import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse

from planner.private import TELLING_ROUTES
from ttl.logs import request_id, route_of
from ttl.metrics import count_request

Answer = Callable[[HttpRequest], HttpResponse]

logger = logging.getLogger("ttl.requests")

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
# As proxies make them; whatever else a visitor sends as one is not written anywhere.
NUMBER = re.compile(r"[0-9a-f]{16,32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# So much of a number is enough to find it, and short enough to read out.
REFERENCE_LENGTH = 8


class Queries:
    """How often the database was asked in one request, and for how long."""

    def __init__(self) -> None:
        self.number, self.seconds = 0, 0.0

    def __call__(self, execute: Callable[..., object], *parts: object) -> object:
        """Stand between Django and the database for one query."""
        started = time.perf_counter()
        try:
            return execute(*parts)
        finally:
            self.number += 1
            self.seconds += time.perf_counter() - started


def watched(get_response: Answer) -> Answer:
    """Number, time, count and log every request: its route and its cost, and nothing of whose."""

    def answer(request: HttpRequest) -> HttpResponse:
        number = number_of(request.headers.get("X-Request-ID", ""))
        request_id.set(number)
        queries = Queries()
        started = time.perf_counter()
        with connection.execute_wrapper(queries):
            response = get_response(request)
        _tell(request, response, time.perf_counter() - started, queries)
        response["X-Request-ID"] = number
        return response

    return answer


def number_of(given: str) -> str:
    """Return the number that a proxy gave to a request, or a new one."""
    if settings.BEHIND_PROXY and NUMBER.fullmatch(given):
        return given
    return secrets.token_hex(16)


def reference() -> str:
    """Return what a person may tell us of the request that went wrong."""
    return request_id.get()[:REFERENCE_LENGTH]


def _tell(request: HttpRequest, response: HttpResponse, seconds: float, queries: Queries) -> None:
    route, status = _public_route(request), response.status_code
    method = request.method if request.method in METHODS else "OTHER"
    count_request(route, method, status, seconds)
    measured = {
        "route": route,
        "method": method,
        "status": status,
        "milliseconds": round(seconds * 1000, 1),
        "database_milliseconds": round(queries.seconds * 1000, 1),
        "queries": queries.number,
    }
    logger.info("%s %s %d", method, route, status, extra=measured)


def _public_route(request: HttpRequest) -> str:
    if request.path.startswith(settings.STATIC_URL):
        return "static"
    route = route_of(request)
    return "planner:private" if route in TELLING_ROUTES else route
