"""Pages of the planner."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def start(request: HttpRequest) -> HttpResponse:
    """Say what happens next and start a private plan."""
    return render(request, "planner/start.html")


def help_now(request: HttpRequest) -> HttpResponse:
    """Show every help line."""
    return render(request, "planner/help.html")
