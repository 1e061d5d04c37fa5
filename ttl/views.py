"""The front page and the health checks."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Say what TTL is and offer the article and the plan."""
    return render(request, "home.html")


@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """Answer that the process is alive, without touching the database."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer that the process can serve, which needs the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
