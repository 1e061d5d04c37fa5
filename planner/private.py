"""What makes a page private: the shape of its address, its headers and who may post to it."""

import logging
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import register_converter
from django.urls.converters import StringConverter
from django.views.decorators.csrf import csrf_exempt
from django.views.defaults import page_not_found, permission_denied

from planner import vault
from planner.models import PrivatePlan

logger = logging.getLogger(__name__)

View = Callable[..., HttpResponse]

PRIVATE_HEADERS = {
    "Cache-Control": "no-store, private",
    # Only the origin, even to our own pages and files: a proxy may log where a request came from.
    # With `no-referrer` old browsers would send forms without an Origin, as from elsewhere.
    "Referrer-Policy": "strict-origin",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


class PlanToken(StringConverter):
    """The part of an address that opens a plan: 256 bits in base64url."""

    regex = "[A-Za-z0-9_-]{43}"


# Addresses that only some answers lead to: even their names would tell how somebody is.
TELLING_ROUTES = frozenset(
    f"planner:{name}"
    for name in (
        *("safe", "agreed", "summary", "summary-pdf"),
        *("feeling", "lighter", "well", "log-stop"),
    )
)
CONVERTER = "token"
# The one address that takes a file; shorter than any token, so that it is never taken for one.
PLAN_FILE_ADDRESS = "plan/import/"
register_converter(PlanToken, CONVERTER)


def private_page(view: View) -> View:
    """Keep a page out of caches and search, and give every dead link the same plain 404.

    Only the plan's own link, while its erasure is remembered, is told that the plan was erased.
    """

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except PrivatePlan.DoesNotExist:
            is_erased = PrivatePlan.objects.is_erased(str(kwargs.get("token")))
            response = _gone(request) if is_erased else _not_found(request)
        except Http404:
            response = _not_found(request)
        except vault.Unreadable as error:
            # To the visitor a dead link like any other; to us damage, or a secret gone missing.
            logger.error("A private plan could not be opened: %s", error)
            response = _not_found(request)
        for name, value in PRIVATE_HEADERS.items():
            response[name] = value
        return response

    return page


def same_origin_post(view: View) -> View:
    """Take posts from our own pages only, without a CSRF token or its cookie."""

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method not in {"GET", "HEAD"} and comes_from_elsewhere(request):
            return permission_denied(request, PermissionDenied())
        return view(request, *args, **kwargs)

    return guarded


def comes_from_elsewhere(request: HttpRequest) -> bool:
    """Say whether a browser tells us that another site sent this request."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site not in {"same-origin", "none"}
    if origin := request.headers.get("Origin"):
        return origin.partition("://")[2] != request.get_host()
    # An old browser sends neither header. That is safe: a forged post is dangerous where a cookie
    # speaks for the visitor, and here nothing does. Whoever knows the link needs no forgery.
    return False


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "planner/gone.html", {"is_gone": True}, status=HTTPStatus.GONE)


def _not_found(request: HttpRequest) -> HttpResponse:
    return page_not_found(request, Http404())
