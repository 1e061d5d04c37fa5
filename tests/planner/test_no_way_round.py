"""Where no plan is in force no address shows a dose: not typed, not kept, not posted from a tab.

The addresses are read from the site itself, so a new one is swept as soon as it is there.
"""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

from planner.engine import EXERCISES
from planner.models import PrivatePlan
from planner.state import decode, encode
from planner.vault import Use
from tests.planner import pdf
from tests.planner.people import FORM, finished
from tests.ttl.pages import without_keys

pytestmark = pytest.mark.django_db
DOSE = re.compile(r"\bsets? of\b|\d to \d+ (?:repetitions|seconds)|\brest_seconds\b", re.IGNORECASE)
# Which link opens which address; the owner's token opens the others.
LINKED = {"shared/": Use.SHARE, "calendar/": Use.CALENDAR}
NAMES = [exercise.name.lower() for exercise in EXERCISES.values()]
NUMBERS = (1, 2, 12)
OLD_TABS = {"consent": "on", "choice": "take", "safe": "no", "way": "planned", "mood": "5"}


def private_routes():
    """Every route of the site whose address holds a token."""
    return [route for route in routes(get_resolver().url_patterns) if "<token:token>" in route]


def routes(patterns, before=""):
    for each in patterns:
        here = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield here
        else:
            yield from routes(each.url_patterns, here)


def addresses(token, links):
    for route in private_routes():
        key = links.get(route.partition("<")[0], token)
        filled = "/" + route.replace("<token:token>", key)
        numbers = NUMBERS if "<int:" in filled else ("",)
        for number in numbers:
            yield re.sub(r"<int:\w+>", str(number), filled)


def restore(payload):
    """A record as it stood, under new links, so that each address finds it untouched."""
    token = PrivatePlan.objects.start(payload)
    return token, {
        start: PrivatePlan.objects.make_link(token, use) for start, use in LINKED.items()
    }


def doses(response):
    """What an answer shows of exercises and of how much; in a PDF spaces say nothing."""
    if response.content.startswith(b"%PDF"):
        text, low = "", pdf.words(pdf.opened(response.content)).lower()
        names = [name for name in NAMES if pdf.squeezed(name) in low]
    else:
        text = without_keys(response.content.decode())
        names = [name for name in NAMES if name in text.lower()]
    codes = [code for code in EXERCISES if f'"{code}"' in text]
    return names or codes or DOSE.findall(text)


def sweep(payload):
    """Ask for every address, and post to it what an old tab might; list those that show a dose."""
    found, client = {}, Client()
    count = len(list(addresses(*restore(payload))))
    for index in range(count):
        for method in ("get", "post"):
            address = list(addresses(*(record := restore(payload))))[index]
            response = (
                client.get(address)
                if method == "get"
                else client.post(address, urlencode(OLD_TABS), FORM)
            )
            assert response.status_code < 500, address
            if told := doses(response):
                found[method, address.replace(record[0], "")] = told
            PrivatePlan.objects.all().delete()
    return found


def help_shown():
    visitor = finished()
    visitor.post("questions/3/", {"self_harm": "yes"})
    return visitor.sealed


def emergency():
    visitor = finished()
    visitor.post("questions/5/", {"symptoms": ["chest_pain_now"]})
    return visitor.sealed


def a_new_dangerous_answer():
    visitor = finished()
    visitor.answer(5, {"symptoms": ["fainting"]})
    return visitor.sealed


def refused():
    return finished(conditions=["heart_disease"]).sealed


def withheld():
    return finished(conditions=["high_blood_pressure"], bp_status="180_110_or_more").sealed


def another_illness_than_the_one_agreed_on():
    visitor = finished(conditions=["heart_disease"], clearance="yes")
    assert visitor.state.plan
    visitor.answer(6, {"conditions": ["heart_disease"], "recent_event": ["surgery_12w"]})
    return visitor.sealed


def an_answer_is_missing():
    visitor = finished()
    visitor.answer(6, {"conditions": ["high_blood_pressure"], "recent_event": ["none"]})
    return visitor.sealed


def the_cry_for_help_of_a_mood_check():
    state = decode(finished().sealed)
    return encode(state.started_over())


CLOSED = [
    help_shown,
    emergency,
    a_new_dangerous_answer,
    refused,
    withheld,
    another_illness_than_the_one_agreed_on,
    an_answer_is_missing,
    the_cry_for_help_of_a_mood_check,
]


@pytest.mark.parametrize("closed", CLOSED, ids=lambda closed: closed.__name__)
def test_no_address_shows_a_dose_where_no_plan_is_in_force(closed):
    payload = closed()
    state = decode(payload)
    assert state.plan is None or state.help_shown

    assert sweep(payload) == {}


def test_the_sweep_sees_doses_where_they_may_be_shown():
    """Else it could find none for want of looking."""
    found = sweep(finished().sealed)

    seen = {address for method, address in found if method == "get"}
    assert {"/plan//", "/plan//plan/", "/plan//print/", "/plan//data/"} <= seen
    assert any(address.startswith("/shared/") for address in seen)
    assert "/plan//strength-plan.pdf" in seen


def test_every_private_route_is_swept():
    swept = {route.partition(">")[2] for route in private_routes()}

    assert {"/", "/print/", "/strength-plan.pdf", "/data/", "/helper/", "/agreed/"} <= swept
    assert len(private_routes()) > 20
