"""The questionnaire under its private link: each page saves and leads to what is still open."""

from contextlib import suppress

from django.db import Error
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from planner import vault
from planner.engine import Disposition, ScreeningRule, stop_at_once
from planner.forms.questionnaire import ConsentForm, QuestionsForm, SafeNowForm
from planner.models import PrivatePlan
from planner.pages import BY_NUMBER, PARTS, Page, next_page, page_sent, previous_page
from planner.presenters.answers import rows_by_part
from planner.presenters.help import Help, help_for, likely_country
from planner.presenters.news import closing_words, plan_news
from planner.private import private_page, same_origin_post
from planner.proposals import proposal, standing_on
from planner.state import NOTHING, State, decode, encode

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@private_page
@same_origin_post
@get_or_post
def question(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Ask one page; save it and go on to what is still open."""
    page = page_sent(number, request.POST)
    if page is None:
        raise Http404
    if request.method == "POST":
        return _save(request, token, page)
    state = decode(PrivatePlan.objects.read(token))
    asked = page.asked(state.answers)
    if not asked:
        return go_on(state, token)
    form = QuestionsForm(asked, state.answers, country=likely_country(request))
    return _show(request, token, page, form)


def _save(request: HttpRequest, token: str, page: Page) -> HttpResponse:
    """Save a page into whatever the record holds by now, so that two tabs lose nothing."""
    # A call for help comes before everything, even before looking whether there is a record.
    if rule := _stop_rule(request, page):
        return _stop(request, token, page, rule)
    with PrivatePlan.objects.edit(token) as draft:
        state = decode(draft.payload)
        form = QuestionsForm(page.asked(state.answers), state.answers, request.POST)
        valid = form.is_valid()
        if valid:
            state = state.with_answers(form.given)
            draft.payload = encode(state)
    return go_on(state, token) if valid else _show(request, token, page, form)


def calls_for_help(request: HttpRequest, token: str, number: int) -> bool:
    """Say whether what was sent stops here and now, with help; no record is looked at."""
    page = page_sent(number, request.POST)
    return page is not None and _stop_rule(request, page) is not None


def _stop_rule(request: HttpRequest, page: Page) -> ScreeningRule | None:
    everything = QuestionsForm(page.questions, NOTHING, request.POST)
    return stop_at_once(everything.given)


def _show(request: HttpRequest, token: str, page: Page, form: QuestionsForm) -> HttpResponse:
    context = {
        "form": form,
        "page": page,
        "part": PARTS[page.part],
        "parts": len(PARTS),
        "token": token,
        "previous": previous_page(page, form.before),
    }
    return render(request, "planner/question.html", context)


def _stop(request: HttpRequest, token: str, page: Page, rule: ScreeningRule) -> HttpResponse:
    """Show help, or why to stop here, in this very response; keep only that it was shown."""
    urgent = rule.disposition is Disposition.URGENT_HELP
    country = None
    with (
        suppress(PrivatePlan.DoesNotExist, vault.Unreadable, Error),
        PrivatePlan.objects.edit(token) as draft,
    ):
        state = decode(draft.payload)
        country = state.answers.country
        forgotten = BY_NUMBER[page.number].questions
        draft.payload = encode(state.stopped(forgotten=forgotten, help_shown=urgent))
    context = {
        "rule": rule,
        "urgent": urgent,
        "page": page,
        "token": token,
        "show_lines": rule.id != "SCR-10",
    }
    return render(request, "planner/stop.html", context | {"help": help_for(country)})


def go_on(state: State, token: str) -> HttpResponse:
    """Lead to the first open page, else to the check of all answers.

    Whoever was shown help is first asked whether they are safe, however they come back.
    """
    if state.help_shown:
        return redirect("planner:safe", token=token)
    if (page := next_page(state)) is not None:
        return redirect("planner:question", token=token, number=page.number)
    return redirect("planner:check", token=token)


@private_page
@same_origin_post
@get_or_post
def safe(request: HttpRequest, token: str) -> HttpResponse:
    """Ask somebody who comes back after help whether they are safe now."""
    form = SafeNowForm(request.POST if request.method == "POST" else None)
    says_no = form.is_bound and form.is_valid() and not form.is_safe
    try:
        state = decode(PrivatePlan.objects.read(token))
    except Error:
        if says_no:
            return _help_again(request, help_for(None))
        raise
    if not state.help_shown:
        return go_on(state, token)
    help_lines = help_for(state.answers.country)
    if says_no:
        return _help_again(request, help_lines)
    if form.is_bound and form.is_valid():
        with PrivatePlan.objects.edit(token) as draft:
            state = decode(draft.payload).with_safety_confirmed()
            draft.payload = encode(state)
        return go_on(state, token)
    return render(request, "planner/safe.html", {"form": form, "token": token, "help": help_lines})


def _help_again(request: HttpRequest, help_lines: Help) -> HttpResponse:
    context = {"urgent": True, "show_lines": True, "help": help_lines}
    return render(request, "planner/stop.html", context)


@private_page
@same_origin_post
@get_or_post
def check(request: HttpRequest, token: str) -> HttpResponse:
    """Show all answers; with consent, make the first plan. What new answers would change about a
    plan in force is seen before it counts. Pressing again changes nothing.
    """
    state = decode(PrivatePlan.objects.read(token))
    if state.help_shown or next_page(state):
        return go_on(state, token)
    today, form = localdate(), ConsentForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with PrivatePlan.objects.edit(token) as draft:
            state = decode(draft.payload)
            if state.help_shown or next_page(state):
                return go_on(state, token)
            if not state.is_open:
                state = state.with_result(today)
                draft.payload, draft.finished = encode(state), True
        waits = proposal(state, today, standing_on(state, today)) is not None
        return redirect("planner:changes" if waits else "planner:plan", token=token)
    standing = standing_on(state, today)
    context = {
        "form": form,
        "parts": rows_by_part(state.answers),
        "state": state,
        "news": plan_news(state, today, standing),
        "is_on_offer": proposal(state, today, standing) is not None,
        "closed_by_rules": closing_words(state),
        "token": token,
    }
    return render(request, "planner/check.html", context)
