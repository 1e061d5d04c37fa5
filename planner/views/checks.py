"""The mood check: asked by schedule, left out freely, and never above a call for help."""

from contextlib import suppress
from dataclasses import replace

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from planner import vault
from planner.checks import latest_check, with_check
from planner.engine import Facts, MoodCheck, check_due, codes, stop_at_once
from planner.forms.checks import CheckForm, made_for, self_harm_said
from planner.models import PrivatePlan
from planner.pages import BY_QUESTION
from planner.presenters.checks import check_result, due_view
from planner.presenters.engine_words import caution
from planner.presenters.help import help_for
from planner.private import private_page, same_origin_post
from planner.state import NOTHING, State, decode, encode
from planner.views.questionnaire import get_or_post


@private_page
@same_origin_post
@get_or_post
def mood_check(request: HttpRequest, token: str) -> HttpResponse:
    """Ask the check that is due; with none due, show what the last one called for."""
    if request.method == "POST":
        # A call for help comes before everything, even before looking whether there is a record.
        said = self_harm_said(request.POST)
        return _stop(request, token, said) if said else _save(request, token)
    state = decode(PrivatePlan.objects.read(token))
    if state.help_shown or state.plan is None:
        return redirect("planner:plan", token=token)
    due = check_due(state.chapters, today=state.day_of(localdate()))
    if due is None:
        return _show_result(request, token, state, latest_check(state))
    return _ask(request, token, CheckForm(due))


def calls_for_help(request: HttpRequest, token: str) -> bool:
    """Say whether what was sent is answered with help; no record is looked at."""
    return self_harm_said(request.POST) is not None


def _stop(request: HttpRequest, token: str, said: codes.SelfHarm) -> HttpResponse:
    """Show help in this very response and close the plan (MON-01, MON-02); keep no answer."""
    urgent = said is codes.SelfHarm.YES
    country = None
    with (
        suppress(PrivatePlan.DoesNotExist, vault.Unreadable, Error),
        PrivatePlan.objects.edit(token) as draft,
    ):
        state = decode(draft.payload)
        country = state.answers.country
        closed = (
            state.started_over()
            if urgent
            else state.stopped(forgotten=("self_harm",), help_shown=False)
        )
        draft.payload = encode(closed)
    context = {
        "rule": stop_at_once(replace(NOTHING, self_harm=said)),
        "urgent": urgent,
        "caution": caution("CAV-02", Facts(NOTHING)),
        "closes_plan": True,
        "show_lines": True,
        "help": help_for(country),
    }
    return render(request, "planner/stop.html", context)


def _save(request: HttpRequest, token: str) -> HttpResponse:
    """Keep a whole check once, into whatever the record holds by now."""
    today = localdate()
    with PrivatePlan.objects.edit(token) as draft:
        state = decode(draft.payload)
        if state.help_shown or state.plan is None:
            return redirect("planner:plan", token=token)
        day = state.day_of(today)
        due = check_due(state.chapters, today=day)
        if due is None or _is_pressed_again(request, state, made_for(due), day):
            return _show_result(request, token, state, latest_check(state))
        form = CheckForm(due, request.POST)
        if not form.is_valid():
            return _ask(request, token, form)
        check = form.check(day)
        state = with_check(state, check, today)
        draft.payload = encode(state)
    return _show_result(request, token, state, check)


def _is_pressed_again(request: HttpRequest, state: State, expected: str, day: int) -> bool:
    """Whether a page of today's check comes again, now that another one would be due."""
    latest = latest_check(state)
    is_another = request.POST.get("made_for", expected) != expected
    return is_another and latest is not None and latest.day == day


def _ask(request: HttpRequest, token: str, form: CheckForm) -> HttpResponse:
    context = {"form": form, "due": due_view(form.due), "token": token}
    return render(request, "planner/mood_check.html", context)


def _show_result(
    request: HttpRequest, token: str, state: State, check: MoodCheck | None
) -> HttpResponse:
    context = {
        "result": check_result(state, check) if check else None,
        "lighter": BY_QUESTION["energy_mode"].number,
        "help": help_for(state.answers.country),
        "token": token,
    }
    return render(request, "planner/mood_result.html", context)
