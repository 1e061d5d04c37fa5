"""What came of the answers, under the same private link: the plan, the summary, erasing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from planner.diary import closing_stop
from planner.engine import Access
from planner.in_force import is_in_force
from planner.models import BACKUP_DAYS, ErasedPlan, PrivatePlan
from planner.presenters.clearance import agreement_view
from planner.presenters.help import help_for
from planner.presenters.helper_paper import helper_paper
from planner.presenters.plan import plan_view
from planner.presenters.refusal import refusal_view
from planner.presenters.summary_paper import summary_paper
from planner.private import private_page, same_origin_post
from planner.state import decode
from planner.views.changes import show_held
from planner.views.log import show_stop
from planner.views.questionnaire import get_or_post, go_on
from planner.views.today import show_today


@private_page
@same_origin_post
@require_safe
def plan(request: HttpRequest, token: str) -> HttpResponse:
    """Show the plan or what comes before one; lead back to an unfinished questionnaire."""
    state = decode(PrivatePlan.objects.read(token))
    context = {"token": token, "address": request.build_absolute_uri()}
    if state.help_shown:
        return go_on(state, token)
    if state.plan:
        return show_today(request, token, state)
    if state.is_open:
        return show_held(request, token, state)
    if state.refusal:
        refusal = refusal_view(state.refusal, state.answers)
        lines = help_for(state.answers.country)
        return render(
            request, "planner/refusal.html", context | {"refusal": refusal, "help": lines}
        )
    if symptom := closing_stop(state):
        return show_stop(request, token, symptom, state, is_kept=True)
    return go_on(state, token)


@private_page
@same_origin_post
@require_safe
def whole_plan(request: HttpRequest, token: str) -> HttpResponse:
    """Show all weeks of the plan, its cautions and why its numbers are what they are."""
    state = decode(PrivatePlan.objects.read(token))
    if not is_in_force(state):
        return redirect("planner:plan", token=token)
    answers = state.chapters[-1].answers
    context = {
        "token": token,
        "plan": plan_view(state.plan, answers),
        "agreement": agreement_view(state.agreement, answers),
    }
    return render(request, "planner/plan.html", context)


@private_page
@same_origin_post
@require_safe
def summary(request: HttpRequest, token: str) -> HttpResponse:
    """Print one page for the clinician who is asked to agree first."""
    state = decode(PrivatePlan.objects.read(token))
    if state.help_shown or state.refusal is None:
        raise Http404
    document = summary_paper(state.refusal, state.answers)
    return render(request, "planner/summary.html", {"document": document, "token": token})


@private_page
@same_origin_post
@require_safe
def helper_sheet(request: HttpRequest, token: str) -> HttpResponse:
    """Give the person who stands by one sheet, while a plan for supervised training is in force."""
    state = decode(PrivatePlan.objects.read(token))
    if not is_in_force(state) or state.plan.access is Access.ACTIVE:
        raise Http404
    document = helper_paper(state.plan, state.chapters[-1].answers)
    context = {"document": document, "token": token}
    return render(request, "planner/helper_sheet.html", context)


@private_page
@same_origin_post
@get_or_post
def erase(request: HttpRequest, token: str) -> HttpResponse:
    """Erase everything behind the link: one page to say what goes, one press to do it."""
    state = decode(PrivatePlan.objects.read(token))
    if request.method == "POST":
        PrivatePlan.objects.erase(token)
        return render(request, "planner/erased.html", {"is_gone": True})
    context = {
        "token": token,
        "has_copy": not state.help_shown,
        "backup_days": BACKUP_DAYS,
        "list_weeks": ErasedPlan.life_weeks(),
    }
    return render(request, "planner/erase.html", context)
