"""The front page, what watches over the site, and the answers to what makes no sense or failed."""

import sys
from contextlib import suppress
from functools import partial
from http import HTTPStatus

from django.conf import settings
from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles import structured_data
from articles.addresses import ENGLISH, OTHERS, absolute, language_of
from articles.models import Article
from ttl import metrics, readiness
from ttl.faults import fault_behind
from ttl.later import later
from ttl.watching import reference

# How long to ask people to wait while the database, the cache or the disk is away.
WAIT_SECONDS = 10
PLACE_OF_NUMBER = "<!-- number -->"
# Read now: the pages for when nothing works need nothing, not even templates.
# In each language, by its code; English stands in the folder itself.
NOT_UNDERSTOOD, BROKEN = (
    {
        language: (settings.BASE_DIR / "templates" / folder / name).read_text()
        for language, folder in ((ENGLISH, ""), *zip(OTHERS, OTHERS, strict=True))
    }
    for name in ("400.html", "500.html")
)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Say what TTL is and offer the newest articles and a plan."""
    latest = Article.objects.published().newest_first()[:3]
    nodes = [structured_data.site(partial(absolute, request))]
    return render(request, "home.html", {"articles": latest, "nodes": nodes})


@never_cache
@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """Answer that the process is alive, without touching the database."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer whether the process can serve, or else what is missing."""
    if missing := readiness.why_not_ready():
        return HttpResponse(
            missing, content_type="text/plain", status=HTTPStatus.SERVICE_UNAVAILABLE
        )
    words = "ok" if readiness.has_cache() else "ok, without its cache"
    return HttpResponse(words, content_type="text/plain")


@never_cache
@require_safe
def measured(request: HttpRequest) -> HttpResponse:
    """Give what was counted to whoever has the token for it; to all others there is no page."""
    given = request.headers.get("Authorization", "")
    token = settings.METRICS_TOKEN
    if not token or not constant_time_compare(given, f"Bearer {token}"):
        raise Http404
    return HttpResponse(metrics.everything(), content_type=metrics.TEXT)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what cannot be understood, without the database, a session or a template."""
    if isinstance(exception, SessionInterrupted) and fault_behind(exception):
        # The session of staff could not be saved; their request was good.
        return server_error(request)
    status = HTTPStatus.BAD_REQUEST
    if isinstance(exception, RequestDataTooBig):
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return HttpResponse(NOT_UNDERSTOOD[language_of(request.path)], status=status)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer what failed: by a page that keeps what was typed when it was no mistake of ours."""
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    if what := fault_behind(sys.exception()):
        status = HTTPStatus.SERVICE_UNAVAILABLE
        metrics.count_fault(what)
        # Should even that page fail, the one that cannot is left.
        with suppress(Exception):
            return later(request, status, WAIT_SECONDS)
    page = BROKEN[language_of(request.path)]
    return HttpResponse(page.replace(PLACE_OF_NUMBER, f"-{reference()}"), status=status)
