"""The pages that everybody may see: the start and the help lines."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from planner import state
from planner.models import PrivatePlan
from planner.pages import ABOUT_PAGES, PARTS
from planner.presenters.help import every_country, help_for
from planner.private import private_page, same_origin_post


@private_page
@same_origin_post
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Say what will be asked and kept; a press makes the private record."""
    if request.method == "POST":
        token = PrivatePlan.objects.start(state.encode(state.State()))
        return redirect("planner:question", token=token, number=1)
    context = {"parts": PARTS.values(), "pages": ABOUT_PAGES}
    return render(request, "planner/start.html", context)


@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    """Show the help lines of every country."""
    context = {"countries": every_country(), "elsewhere": help_for(None)}
    return render(request, "planner/help.html", context)
