"""The front page, the health checks and the answer to a request that makes no sense."""

from functools import partial
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.defaults import bad_request as default_bad_request

from articles import structured_data
from articles.addresses import absolute
from articles.models import Article


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
    """Answer that the process can serve: the database is there, with every migration applied."""
    try:
        migrations = MigrationExecutor(connection)
        waiting = migrations.migration_plan(migrations.loader.graph.leaf_nodes())
    except DatabaseError:
        return _not_ready("no database")
    if waiting:
        return _not_ready("migrations not applied")
    return HttpResponse("ok", content_type="text/plain")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what cannot be understood, without the database, a session or a template context."""
    response = default_bad_request(request, exception)
    if isinstance(exception, RequestDataTooBig):
        response.status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return response


def _not_ready(reason: str) -> HttpResponse:
    return HttpResponse(reason, content_type="text/plain", status=HTTPStatus.SERVICE_UNAVAILABLE)
