"""Today's page under the private link, and the small choices made on it."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from planner.diary import feeling_now, with_feeling, with_lighter_week, with_swap, with_wellness
from planner.engine import NextSession, check_due, choices, follow
from planner.forms.today import FeelingForm, IfThenForm
from planner.in_force import is_in_force, plan_today
from planner.models import PrivatePlan
from planner.pages import BY_QUESTION
from planner.presenters.checks import due_view
from planner.presenters.clearance import agreement_view
from planner.presenters.news import plan_news
from planner.presenters.swaps import swap_view
from planner.presenters.today import today_view
from planner.private import private_page, same_origin_post
from planner.state import State, decode, encode
from planner.views.questionnaire import get_or_post


def show_today(
    request: HttpRequest, token: str, state: State, form: FeelingForm | None = None
) -> HttpResponse:
    """Show the next session, rest, or what comes first, for a plan that is in force."""
    today = localdate()
    standing = follow(state.chapters, today=state.day_of(today))
    due = check_due(state.chapters, today=state.day_of(today))
    context = {
        "today": today_view(state, standing, today),
        "due": due_view(due) if due else None,
        "news": plan_news(state, today, standing),
        "form": form or FeelingForm(initial={"mood": feeling_now(state).mood}),
        "plan": state.plan,
        "if_then": state.if_then,
        "agreement": agreement_view(state.agreement, state.chapters[-1].answers),
        "supervision_page": BY_QUESTION["supervision"].number,
        "has_log": any(chapter.sessions for chapter in state.chapters),
        "token": token,
        "address": request.build_absolute_uri(reverse("planner:plan", args=[token])),
    }
    return render(request, "planner/today.html", context)


def _next(state: State) -> NextSession | None:
    now = plan_today(state)
    return now.standing.next if now else None


def _open(token: str) -> tuple[State, NextSession]:
    """Read a plan in force with its next session; Http404 where there is none."""
    state = decode(PrivatePlan.objects.read(token))
    session = _next(state)
    if session is None:
        raise Http404
    return state, session


@private_page
@same_origin_post
@require_POST
def feeling(request: HttpRequest, token: str) -> HttpResponse:
    """Keep the mood before the session, or that there is little energy today (PRG-45)."""
    state, _session = _open(token)
    form = FeelingForm(request.POST)
    if not form.is_valid():
        return show_today(request, token, state, form)
    with PrivatePlan.objects.edit(token) as draft:
        state = decode(draft.payload)
        changed = with_feeling(
            state, mood=form.cleaned_data["mood"], is_low_energy="low_energy" in request.POST
        )
        draft.payload = encode(changed)
    return redirect("planner:plan", token=token)


@private_page
@same_origin_post
@get_or_post
def swap(request: HttpRequest, token: str, place: int) -> HttpResponse:
    """Offer other exercises for one place of the next session; a press takes one of them."""
    if request.method == "POST":
        return _swap(request, token, place)
    state, session = _open(token)
    if not 1 <= place <= len(session.targets):
        raise Http404
    view = swap_view(state.chapters[-1], session, place)
    return render(request, "planner/swap.html", {"swap": view, "token": token})


def _swap(request: HttpRequest, token: str, place: int) -> HttpResponse:
    """Take a choice only while the exercise it was offered for still stands in the session."""
    with PrivatePlan.objects.edit(token) as draft:
        state = decode(draft.payload)
        session = _next(state)
        wanted = request.POST.get("replacement", "")
        target = (
            next((t for t in session.targets if t.exercise == request.POST.get("exercise")), None)
            if session
            else None
        )
        if target and wanted in choices(state.chapters[-1], session, target).codes:
            changed = with_swap(state, session.number, target.exercise, wanted)
            draft.payload = encode(changed)
    return redirect("planner:swap" if target else "planner:plan", **_where(token, target, place))


def _where(token: str, target: object, place: int) -> dict[str, object]:
    return {"token": token, "place": place} if target else {"token": token}


@private_page
@same_origin_post
@require_POST
def lighter(request: HttpRequest, token: str) -> HttpResponse:
    """Make the week of the next session lighter, as asked (PRG-23)."""
    with PrivatePlan.objects.edit(token) as draft:
        state = decode(draft.payload)
        session = _next(state)
        if session and not session.is_lighter:
            draft.payload = encode(with_lighter_week(state, session.week))
    return redirect("planner:plan", token=token)


@private_page
@same_origin_post
@require_POST
def well(request: HttpRequest, token: str) -> HttpResponse:
    """Keep that the person is well again (PRG-53)."""
    with PrivatePlan.objects.edit(token) as draft:
        state = decode(draft.payload)
        if is_in_force(state):
            draft.payload = encode(with_wellness(state))
    return redirect("planner:plan", token=token)


@private_page
@same_origin_post
@get_or_post
def if_then(request: HttpRequest, token: str) -> HttpResponse:
    """Let the person write down when they train, and what they do if something comes between."""
    state = decode(PrivatePlan.objects.read(token))
    if not is_in_force(state):
        return redirect("planner:plan", token=token)
    data = request.POST if request.method == "POST" else None
    form = IfThenForm(data, initial={"cue": state.if_then.cue, "obstacle": state.if_then.obstacle})
    if form.is_bound and form.is_valid():
        with PrivatePlan.objects.edit(token) as draft:
            state = replace(decode(draft.payload), if_then=form.if_then)
            draft.payload = encode(state)
        return redirect("planner:plan", token=token)
    return render(request, "planner/if_then.html", {"form": form, "token": token})
