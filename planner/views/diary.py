"""The log so far: what a session changed, all of them in a list, and taking one out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from planner.diary import entries, entry_at, fingerprint, with_session, without_session
from planner.engine import Facts, SessionDone, StopSymptom
from planner.forms.weights import WeightsForm
from planner.in_force import is_in_force, plan_today
from planner.models import PrivatePlan
from planner.presenters.engine_words import caution
from planner.presenters.log import changes_of, entry_view, lines_without_load, unit_of
from planner.presenters.today import day_words
from planner.private import private_page, same_origin_post
from planner.state import State, decode, encode
from planner.views.questionnaire import get_or_post


@private_page
@same_origin_post
@get_or_post
def saved(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Say what a session changed for the next time and when that is; ask for missing weights."""
    state = decode(PrivatePlan.objects.read(token))
    entry, now = entry_at(state, number), plan_today(state)
    if entry is None or now is None:
        return redirect("planner:plan", token=token)
    lines = lines_without_load(entry)
    form = WeightsForm(lines, unit_of(state), request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with PrivatePlan.objects.edit(token) as draft:
            # Into what stands there by now: another tab may have corrected it meanwhile.
            state = decode(draft.payload)
            if now := entry_at(state, number):
                draft.payload = encode(with_session(state, number, form.put_into(now.session)))
        return redirect("planner:log-saved", token=token, number=number)
    following = now.standing.next
    context = {
        "entry": entry_view(state, entry),
        "changes": changes_of(state, entry) if entry.session.is_done else (),
        "next_date": day_words(state.date_of(following.day)) if following else "",
        "form": form if lines else None,
        "caution": _caution(state, entry.session),
        "token": token,
    }
    return render(request, "planner/log_saved.html", context)


def _caution(state: State, session: SessionDone) -> str:
    """Give the general safety card where something else than a named warning sign came up."""
    if session.stop_symptom is not StopSymptom.OTHER:
        return ""
    return caution("CAV-35", Facts(state.answers))


@private_page
@same_origin_post
@require_safe
def diary(request: HttpRequest, token: str) -> HttpResponse:
    """List every session of the log, the newest first."""
    state = decode(PrivatePlan.objects.read(token))
    if not is_in_force(state):
        return redirect("planner:plan", token=token)
    views = [entry_view(state, entry) for entry in reversed(entries(state))]
    return render(request, "planner/diary.html", {"entries": views, "token": token})


@private_page
@same_origin_post
@get_or_post
def delete(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Take a session out of the log, with a second press."""
    state = decode(PrivatePlan.objects.read(token))
    entry = entry_at(state, number)
    if entry is None or not is_in_force(state):
        return redirect("planner:plan", token=token)
    if request.method == "POST":
        with PrivatePlan.objects.edit(token) as draft:
            state = decode(draft.payload)
            if fingerprint(entry_at(state, number)) == request.POST.get("made_for"):
                draft.payload = encode(without_session(state, number))
        return redirect("planner:diary", token=token)
    context = {"entry": entry_view(state, entry), "token": token}
    return render(request, "planner/log_delete.html", context)
