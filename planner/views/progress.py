"""The progress page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from planner.checks import latest_check
from planner.models import PrivatePlan
from planner.pages import BY_QUESTION
from planner.presenters.checks import check_result
from planner.presenters.progress import progress_view
from planner.private import private_page, same_origin_post
from planner.state import decode


@private_page
@same_origin_post
@require_safe
def progress(request: HttpRequest, token: str) -> HttpResponse:
    """Show what was done and how it felt, while the plan is in force."""
    state = decode(PrivatePlan.objects.read(token))
    if state.help_shown or state.plan is None:
        return redirect("planner:plan", token=token)
    check = latest_check(state)
    context = {
        "progress": progress_view(state),
        "result": check_result(state, check) if check else None,
        "lighter": BY_QUESTION["energy_mode"].number,
        "token": token,
    }
    return render(request, "planner/progress.html", context)
