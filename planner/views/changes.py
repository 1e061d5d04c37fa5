"""Another plan than the one in force: seen before it counts, then taken or left."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from planner.engine import Course, check_due
from planner.in_force import is_in_force
from planner.models import PrivatePlan
from planner.pages import next_page
from planner.presenters.answers import changed_rows
from planner.presenters.checks import due_view
from planner.presenters.comparison import comparison, sessions_words
from planner.presenters.evidence import evidence_view
from planner.presenters.offers import change_view, course_views
from planner.presenters.what_if import what_if
from planner.presenters.why import why
from planner.private import private_page, same_origin_post
from planner.proposals import Proposal, courses, is_fresh, proposal, standing_on, time_rule
from planner.state import State, decode, encode
from planner.views.questionnaire import get_or_post, go_on

TAKE, KEEP = "take", "keep"


@private_page
@same_origin_post
@get_or_post
def changes(request: HttpRequest, token: str) -> HttpResponse:
    """Show what another plan would change; take it, or keep the one in force."""
    if request.method == "POST":
        return _decide(request, token)
    state, today = decode(PrivatePlan.objects.read(token)), localdate()
    standing = standing_on(state, today)
    if courses(state, today, standing):
        return redirect("planner:next", token=token)
    offer = proposal(state, today, standing)
    if offer is None:
        return redirect("planner:plan", token=token)
    return _show(request, token, offer)


def _decide(request: HttpRequest, token: str) -> HttpResponse:
    """Take or leave exactly what was shown; where another tab has changed it, show it anew."""
    choice, seal, today = request.POST.get("choice"), request.POST.get("seal"), localdate()
    with PrivatePlan.objects.edit(token) as draft:
        state = decode(draft.payload)
        offer = proposal(state, today, standing_on(state, today))
        if offer is None and choice == KEEP:
            # The old answers come back also while a new one is still missing.
            draft.payload = encode(state.without_changes())
        elif offer is not None and offer.seal == seal and choice == TAKE:
            draft.payload = encode(offer.after)
        elif offer is not None and offer.seal == seal and choice == KEEP and offer.may_stay:
            draft.payload = encode(offer.kept())
        elif offer is not None:
            return _show(request, token, offer, was_changed=offer.seal != seal)
    return redirect("planner:plan", token=token)


def _show(
    request: HttpRequest, token: str, offer: Proposal, *, was_changed: bool = False
) -> HttpResponse:
    rule = time_rule(standing_on(offer.before, localdate()))
    context = {
        "offer": offer,
        "was_changed": was_changed,
        "changed": changed_rows(offer.before.chapters[-1].answers, offer.before.answers),
        "new": comparison(offer.before, offer.after),
        "sessions": sessions_words(offer.before, offer.after),
        "view": change_view(offer, rule),
        "token": token,
    }
    return render(request, "planner/compare.html", context)


def show_held(request: HttpRequest, token: str, state: State) -> HttpResponse:
    """Say kindly why a plan is held while answers are missing, and lead on."""
    context = {"page": next_page(state), "may_go_back": state.may_go_back, "token": token}
    return render(request, "planner/held.html", context)


@private_page
@same_origin_post
@get_or_post
def again(request: HttpRequest, token: str) -> HttpResponse:
    """Say why the questions come first after some time, and open them again (PRG-43, PRG-60)."""
    today = localdate()
    state = decode(PrivatePlan.objects.read(token))
    rule = time_rule(standing_on(state, today))
    if state.help_shown or rule is None:
        return redirect("planner:plan", token=token)
    if is_fresh(state, today):
        return go_on(state, token)
    if request.method == "POST":
        with PrivatePlan.objects.edit(token) as draft:
            state = decode(draft.payload)
            if time_rule(standing_on(state, today)) and not is_fresh(state, today):
                state = state.with_questions_open(today)
                draft.payload = encode(state)
        return go_on(state, token)
    return render(request, "planner/again.html", {"reasons": why(rule), "token": token})


@private_page
@same_origin_post
@get_or_post
def go_on_after(request: HttpRequest, token: str) -> HttpResponse:
    """After the last week: each way on with what it means, and a press that begins it (PRG-61)."""
    today = localdate()
    if request.method == "POST":
        with PrivatePlan.objects.edit(token) as draft:
            state = decode(draft.payload)
            open_now = dict(courses(state, today, standing_on(state, today)))
            if taken := open_now.get(_course(request)):
                draft.payload = encode(taken)
        return redirect("planner:plan", token=token)
    state = decode(PrivatePlan.objects.read(token))
    offered = courses(state, today, standing_on(state, today))
    if not offered:
        return redirect("planner:plan", token=token)
    due = check_due(state.chapters, today=state.day_of(today))
    context = {
        "courses": course_views(state, offered),
        "due": due_view(due) if due else None,
        "reasons": why("PRG-61"),
        "token": token,
    }
    return render(request, "planner/next.html", context)


def _course(request: HttpRequest) -> Course | None:
    sent = request.POST.get("course", "")
    return Course(sent) if sent in set(Course) else None


@private_page
@same_origin_post
@require_safe
def what_would_change(request: HttpRequest, token: str) -> HttpResponse:
    """Show what another answer would do, before anything is changed."""
    state = decode(PrivatePlan.objects.read(token))
    if not is_in_force(state):
        return redirect("planner:plan", token=token)
    context = {"questions": what_if(state.full_answers), "token": token}
    return render(request, "planner/what_if.html", context)


@private_page
@same_origin_post
@require_safe
def evidence(request: HttpRequest, token: str) -> HttpResponse:
    """Compare the person with those who were studied."""
    state = decode(PrivatePlan.objects.read(token))
    if not is_in_force(state):
        return redirect("planner:plan", token=token)
    context = {"evidence": evidence_view(state.answers), "token": token}
    return render(request, "planner/evidence.html", context)
