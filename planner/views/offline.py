"""What a phone keeps of a plan for when there is no signal: the worker that does, and one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from planner.engine import Facts, caution_after_stop
from planner.models import PrivatePlan
from planner.presenters.engine_words import caution
from planner.presenters.help import help_for
from planner.private import private_page, same_origin_post
from planner.state import decode
from planner.views.log import STOPPING

SCRIPT = "text/javascript; charset=utf-8"


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Give the worker at an address that never changes, beside the plans that it may serve."""
    return render(request, "planner/offline.js", content_type=SCRIPT)


@private_page
@same_origin_post
@require_safe
def offline(request: HttpRequest, token: str) -> HttpResponse:
    """Say all that may have to be said without signal: after a warning sign, what to do now."""
    answers = decode(PrivatePlan.objects.read(token)).answers
    stops = [
        {"symptom": symptom, "caution": caution(caution_after_stop(symptom), Facts(answers))}
        for symptom in sorted(STOPPING)
    ]
    context = {"token": token, "stops": stops, "help": help_for(answers.country)}
    return render(request, "planner/offline.html", context)
