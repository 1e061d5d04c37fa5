"""The sessions in the person's own calendar: their choices, the file and the feed."""

from dataclasses import replace
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from planner.exports.calendar import calendar_file
from planner.forms.exports import CalendarForm
from planner.in_force import in_force
from planner.kept import CalendarChoice
from planner.models import PrivatePlan
from planner.private import private_page, same_origin_post
from planner.state import State, encode
from planner.vault import Use
from planner.views.exports import download
from planner.views.questionnaire import get_or_post

CALENDAR, NAME = "text/calendar; charset=utf-8", "strength-sessions.ics"


@private_page
@same_origin_post
@get_or_post
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for a time of day and a reminder; then the calendar is there."""
    state = in_force(PrivatePlan.objects.read(token))
    choice = state.calendar
    initial = {"time": choice.time, "reminder": choice.reminder} if choice else None
    form = CalendarForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        with PrivatePlan.objects.edit(token) as draft:
            draft.payload = encode(_with_choice(in_force(draft.payload), form))
        return redirect("planner:calendar", token=token)
    context = {"form": form, "is_ready": choice, "feed": _feed(request, state), "token": token}
    return render(request, "planner/calendar.html", context)


def _feed(request: HttpRequest, state: State) -> str:
    """Give the address a calendar looks at by itself, if there is one."""
    if not state.links.calendar:
        return ""
    address = reverse("planner:calendar-feed", kwargs={"token": state.links.calendar})
    return request.build_absolute_uri(address)


def _with_choice(state: State, form: CalendarForm) -> State:
    """Put the choices in; the names of the events stay what they are."""
    choice = state.calendar or CalendarChoice(namespace=uuid4())
    return replace(state, calendar=replace(choice, **form.cleaned_data))


@private_page
@same_origin_post
@require_POST
def calendar_link(request: HttpRequest, token: str) -> HttpResponse:
    """Make the address of the feed, or withdraw it; a second press changes nothing."""
    with PrivatePlan.objects.edit(token) as draft:
        state = in_force(draft.payload)
        link = state.links.calendar
        if "withdraw" in request.POST:
            PrivatePlan.objects.withdraw_link(token, Use.CALENDAR)
            link = ""
        elif state.calendar and not link:
            link = PrivatePlan.objects.make_link(token, Use.CALENDAR)
        draft.payload = encode(replace(state, links=replace(state.links, calendar=link)))
    return redirect("planner:calendar", token=token)


@private_page
@same_origin_post
@require_safe
def calendar_download(request: HttpRequest, token: str) -> HttpResponse:
    """Give the calendar as a file."""
    return _calendar(PrivatePlan.objects.read(token))


@private_page
@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Give the calendar to a program that looks again by itself; its link opens nothing else."""
    return _calendar(PrivatePlan.objects.read_through(token, Use.CALENDAR))


def _calendar(payload: bytes) -> HttpResponse:
    state = in_force(payload)
    if state.calendar is None:
        raise Http404
    return download(calendar_file(state, state.calendar, timezone.now()), CALENDAR, NAME)
