"""Noting and correcting a session under the private link; two tabs never lose one."""

from contextlib import suppress
from datetime import date

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from planner import vault
from planner.diary import (
    as_it_stood,
    feeling_now,
    fingerprint,
    next_number,
    settle,
    standing_at,
    with_stop,
)
from planner.engine import (
    CLOSING,
    Facts,
    Kind,
    NextSession,
    SessionDone,
    StopSymptom,
    caution_after_stop,
    usual_pain,
)
from planner.forms.log import LogForm
from planner.in_force import plan_today
from planner.log_sheet import Sheet, blank_sheet
from planner.models import PrivatePlan
from planner.presenters.engine_words import caution
from planner.presenters.help import help_for
from planner.presenters.log import (
    entry_view,
    session_rows,
    sheet_for,
)
from planner.presenters.today import day_words
from planner.press import pressed
from planner.private import private_page, same_origin_post
from planner.state import NOTHING, State, decode, encode
from planner.views.questionnaire import get_or_post

# What a form for a new session is for; without one of these words it is the whole session.
WAYS = {"": Kind.FULL, "tiny": Kind.TINY, "stop": None}
PRESSES = {"full": Kind.FULL, "tiny": Kind.TINY, "skip": Kind.SKIPPED}
STOPPING = CLOSING | {StopSymptom.LOW_SUGAR}


@private_page
@same_origin_post
@get_or_post
def session(request: HttpRequest, token: str, number: int, way: str = "") -> HttpResponse:
    """Note one session, or correct it."""
    if request.method == "POST":
        # A warning sign comes before everything, even before looking whether there is a record.
        if calls_for_help(request):
            return _stop(request, token, number, way)
        return _save(request, token, number, way)
    state = decode(PrivatePlan.objects.read(token))
    now = plan_today(state)
    sheet = sheet_for(now, number, WAYS[way]) if now else None
    if sheet is None or number > next_number(state):
        return redirect("planner:plan", token=token)
    return _show(request, token, number, LogForm(sheet))


def calls_for_help(request: HttpRequest, **_address: object) -> bool:
    """Say whether a warning sign was sent; no record is looked at."""
    return request.POST.get("stop_symptom") in STOPPING


def _save(request: HttpRequest, token: str, number: int, way: str) -> HttpResponse:
    """Save into whatever the log holds by now, so that two tabs lose nothing."""
    made_for = request.POST.get("made_for", "")
    try:
        with PrivatePlan.objects.edit(token) as draft:
            state = decode(draft.payload)
            sheet = _sheet(request, state, number, way)
            if sheet is None:
                return _lost(request, token, is_there=True)
            form = LogForm(sheet, request.POST)
            if not form.is_valid():
                return _show(request, token, number, form)
            entry = form.entry(state.day_of(form.when))
            settled = settle(state, number, entry, made_for)
            if settled is None:
                return _ask(request, token, number, state, entry)
            draft.payload = encode(settled)
    except PrivatePlan.DoesNotExist:
        return _lost(request, token, is_there=False)
    # What has moved up meanwhile is there already; what was taken out comes back as the last one.
    number = min(number, next_number(settled) - 1)
    return redirect("planner:log-saved", token=token, number=number)


def _sheet(request: HttpRequest, state: State, number: int, way: str) -> Sheet | None:
    """Read what a form was made for: a new session, or a correction of what stands there."""
    now, is_new = plan_today(state), "correction" not in request.POST
    return sheet_for(now, number, WAYS[way], is_new=is_new) if now else None


def _show(request: HttpRequest, token: str, number: int, form: LogForm) -> HttpResponse:
    context = {"form": form, "token": token, "number": number}
    return render(request, "planner/log.html", context)


def _stop(request: HttpRequest, token: str, number: int, way: str) -> HttpResponse:
    """Say what to do now, in this very response; keep what was done (PRG-50 to 53)."""
    symptom, state, is_kept = StopSymptom(request.POST["stop_symptom"]), None, False
    with (
        suppress(PrivatePlan.DoesNotExist, vault.Unreadable, Error),
        PrivatePlan.objects.edit(token) as draft,
    ):
        state = decode(draft.payload)
        sheet = _sheet(request, state, number, way)
        if sheet:
            form = LogForm(sheet, request.POST)
            form.is_valid()
            entry = form.entry(state.day_of(form.when))
            state = with_stop(state, number, entry, request.POST.get("made_for", ""))
            draft.payload, is_kept = encode(state), True
    return show_stop(request, token, symptom, state, is_kept=is_kept)


def show_stop(
    request: HttpRequest, token: str, symptom: StopSymptom, state: State | None, *, is_kept: bool
) -> HttpResponse:
    """Say what to do after a warning sign, with the numbers to call; no dose is on this page."""
    answers = state.answers if state else NOTHING
    context = {
        "caution": caution(caution_after_stop(symptom), Facts(answers)),
        "is_closing": symptom in CLOSING,
        "is_kept": is_kept,
        "help": help_for(answers.country),
        "token": token,
    }
    return render(request, "planner/log_stop.html", context)


def _ask(
    request: HttpRequest, token: str, number: int, state: State, entry: SessionDone
) -> HttpResponse:
    """Show what stands there by now beside what was sent, and let the person choose."""
    made = request.POST.get("made_for", "")
    first = standing_at(state, number, made, day=entry.day, kind=entry.kind)
    sent = [(name, each) for name, each in request.POST.lists() if name != "made_for"]
    context = {
        "first": entry_view(state, first),
        "rows": session_rows(entry),
        "day": day_words(state.date_of(entry.day)),
        "sent": [(name, value) for name, values in sent for value in values],
        "next": next_number(state) if entry.day != first.session.day else None,
        "number": first.number,
        "token": token,
        "action": request.resolver_match.view_name,
    }
    return render(request, "planner/log_conflict.html", context)


def _lost(request: HttpRequest, token: str, *, is_there: bool) -> HttpResponse:
    """Show everything back that cannot be kept: the plan is gone, or is not in force."""
    is_erased = not is_there and PrivatePlan.objects.is_erased(token)
    form = LogForm(blank_sheet(localdate()), request.POST)
    context = {"typed": form.typed, "is_there": is_there, "is_erased": is_erased, "token": token}
    status = 409 if is_there else 410 if is_erased else 404
    return render(request, "planner/log_lost.html", context, status=status)


@private_page
@same_origin_post
@require_POST
def press(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Note a session in one press: as planned, the tiny version, or skipped. Twice counts once."""
    kind = PRESSES.get(request.POST.get("press", ""), Kind.FULL)
    made_for = request.POST.get("made_for", "")
    try:
        with PrivatePlan.objects.edit(token) as draft:
            state = decode(draft.payload)
            now = plan_today(state)
            if now is None:
                return _lost(request, token, is_there=True)
            day = state.day_of(_pressed_on(request, state))
            stands = standing_at(state, number, made_for, day=day, kind=kind)
            if stands and stands.session.kind is kind and fingerprint(stands) != made_for:
                return redirect("planner:log-saved", token=token, number=stands.number)
            asked = (as_it_stood(state, stands) if stands else now.standing).next
            if asked is None or number > next_number(state):
                return _no_place(request, token)
            entry = _pressed(state, asked, kind, day)
            settled = settle(state, number, entry, made_for)
            if settled is None:
                return _ask(request, token, number, state, entry)
            draft.payload = encode(settled)
    except PrivatePlan.DoesNotExist:
        return _lost(request, token, is_there=False)
    return redirect("planner:log-saved", token=token, number=number)


def _no_place(request: HttpRequest, token: str) -> HttpResponse:
    """Lead on from a press that came too late; one from a phone without signal must not vanish."""
    if "day" in request.POST:
        return _lost(request, token, is_there=True)
    return redirect("planner:plan", token=token)


def _pressed_on(request: HttpRequest, state: State) -> date:
    """Give the day of a press: today, or an earlier one where a phone had no signal."""
    today, first = localdate(), state.date_of(state.chapters[-1].day)
    with suppress(ValueError):
        day = date.fromisoformat(request.POST.get("day", ""))
        return day if first <= day <= today else today
    return today


def _pressed(state: State, asked: NextSession, kind: Kind, day: int) -> SessionDone:
    pain, mood = usual_pain(Facts(state.chapters[-1].answers)), feeling_now(state).mood
    return pressed(asked, kind, day=day, usual_pain=pain, mood=mood)
