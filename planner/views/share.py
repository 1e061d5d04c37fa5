"""A look at the plan for somebody else: made and withdrawn by its owner, and what it shows."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from planner.in_force import in_force
from planner.models import PrivatePlan
from planner.presenters.shared import shared_view
from planner.private import private_page, same_origin_post
from planner.state import encode
from planner.vault import Use
from planner.views.questionnaire import get_or_post


@private_page
@same_origin_post
@get_or_post
def share(request: HttpRequest, token: str) -> HttpResponse:
    """Show the link to a read-only copy; one press makes it, another withdraws it."""
    state = in_force(PrivatePlan.objects.read(token))
    if request.method == "POST":
        with PrivatePlan.objects.edit(token) as draft:
            state = in_force(draft.payload)
            link = _link(token, state.links.share, is_wanted="withdraw" not in request.POST)
            draft.payload = encode(replace(state, links=replace(state.links, share=link)))
        return redirect("planner:share", token=token)
    link = state.links.share
    address = reverse("planner:shared", kwargs={"token": link}) if link else ""
    context = {"token": token, "address": address and request.build_absolute_uri(address)}
    return render(request, "planner/share.html", context)


def _link(token: str, link: str, *, is_wanted: bool) -> str:
    """Give the link as it is to be; a second press of "make" keeps the first one's."""
    if not is_wanted:
        PrivatePlan.objects.withdraw_link(token, Use.SHARE)
        return ""
    return link or PrivatePlan.objects.make_link(token, Use.SHARE)


@private_page
@same_origin_post
@require_safe
def shared_plan(request: HttpRequest, token: str) -> HttpResponse:
    """Show exercises and doses to whoever has this link, while the plan is in force."""
    state = in_force(PrivatePlan.objects.read_through(token, Use.SHARE))
    return render(request, "planner/shared_plan.html", {"plan": shared_view(state.plan)})
