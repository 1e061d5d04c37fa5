"""Stands in for the page of an absent database until its own change is merged."""

import sys
from http import HTTPStatus

from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.views.defaults import server_error as default_server_error

from ttl.later import later


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 503 with what was typed where the database is away, else the usual 500."""
    if isinstance(sys.exc_info()[1], InterfaceError | InternalError | OperationalError):
        return later(request, HTTPStatus.SERVICE_UNAVAILABLE, 5)
    return default_server_error(request)
