"""The gallery of components, for staff: every piece of a page in every state, on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from planner.presenters.help import help_for
from ttl.gallery.forms import forms_in_every_state
from ttl.gallery.samples import samples


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component as visitors see it; nothing here is anybody's."""
    context = samples() | {"forms": forms_in_every_state(), "help": help_for("gb")}
    return render(request, "gallery/gallery.html", context)
