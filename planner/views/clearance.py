"""Coming back from a health worker: who agreed and when, then on to the plan."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from planner.engine import applies
from planner.forms.clearance import AgreementForm
from planner.models import PrivatePlan
from planner.private import private_page, same_origin_post
from planner.state import State, decode, encode
from planner.views.questionnaire import get_or_post, go_on


@private_page
@same_origin_post
@get_or_post
def agreed(request: HttpRequest, token: str) -> HttpResponse:
    """Ask who agreed and when; nothing else is asked again before the check of all answers."""
    state = _asked(PrivatePlan.objects.read(token))
    today = localdate()
    form = AgreementForm(
        today, request.POST if request.method == "POST" else None, known=state.agreement
    )
    if form.is_bound and form.is_valid():
        with PrivatePlan.objects.edit(token) as draft:
            state = _asked(draft.payload).with_agreement(form.agreement)
            draft.payload = encode(state)
        return redirect("planner:plan", token=token) if state.plan else go_on(state, token)
    context = {"form": form, "token": token, "has_plan": state.plan is not None}
    return render(request, "planner/clearance.html", context)


def _asked(payload: bytes) -> State:
    """Open a record for which an agreement matters; elsewhere there is no such page."""
    state = decode(payload)
    if state.help_shown or not state.is_complete or not applies("clearance", state.answers):
        raise Http404
    return state
