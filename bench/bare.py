"""What everything is held against: a Django view that gives back a constant, and no middleware."""

import django
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

ADDRESS = "/bare/"
# As long as the page of a long article.
PAGE = b"<!doctype html>" + b"a bare page of forty kilobytes. " * 1_250


def bare(request: HttpRequest) -> HttpResponse:
    """Give back a constant."""
    return HttpResponse(PAGE)


urlpatterns = [path(ADDRESS[1:], bare)]


class BareRequest(WSGIRequest):
    """A request that is answered from this module's addresses."""

    urlconf = __name__


class BareHandler(WSGIHandler):
    """Django without anything that a project adds."""

    request_class = BareRequest


def application() -> WSGIHandler:
    """Make the bare application, in the same process as the site."""
    with override_settings(MIDDLEWARE=[]):
        return BareHandler()


def served() -> WSGIHandler:
    """Make the bare application for a server of its own."""
    django.setup()
    return application()
