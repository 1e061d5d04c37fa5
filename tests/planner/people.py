"""Visitors without a browser: plain answers in, page after page over HTTP, a private record out."""

import re
from urllib.parse import urlencode

from django.test import Client

from planner.engine import drop_irrelevant, parse_answers
from planner.models import PrivatePlan
from planner.pages import BY_NUMBER
from planner.state import State, decode, encode
from tests.planner.engine.people import person
from tests.ttl.pages import read

FORM = "application/x-www-form-urlencoded"
LOG_TAILS = ("session/1/", "session/1/tiny/", "session/1/stop/", "session/1/saved/", "sessions/")
EVERY_TAIL = (
    *("", "summary/", "check/", "safe/", "erase/", "plan/", "if-then/", "swap/1/", *LOG_TAILS),
    *(f"questions/{n}/" for n in BY_NUMBER),
)


class Visitor:
    """One browser with script off, cookies refused, and the link of one private record."""

    def __init__(self, token=None, client=None, language="", **headers):
        self.client = client or Client(enforce_csrf_checks=True, headers=headers)
        # What an address begins with that is not English, as in `/es`.
        self.language = language
        start = f"{language}/plan/"
        self.token = token or self.client.post(start)["Location"].split("/")[-4]

    def address(self, tail=""):
        return f"{self.language}/plan/{self.token}/{tail}"

    def get(self, tail=""):
        return self.client.get(self.address(tail))

    def post(self, tail, fields):
        return self.client.post(self.address(tail), urlencode(fields, doseq=True), FORM)

    def answer(self, number, raw):
        """Send one page with whichever of these answers stand on it."""
        return self.post(f"questions/{number}/", as_fields(BY_NUMBER[number].questions, raw))

    def walk(self, raw):
        """Answer page after page until something other than the next page comes back."""
        response = self.answer(1, raw)
        for _ in BY_NUMBER:
            onwards = re.search(r"/questions/(\d+)/$", response.headers.get("Location", ""))
            if not onwards:
                break
            response = self.answer(int(onwards[1]), raw)
        return response

    def agree(self):
        """Press "Make my plan" with consent."""
        return self.post("check/", {"consent": "on"})

    def takes(self, choice):
        """Look at what would change, and press "take" or "keep"."""
        page = html(self.get("changes/"))
        [seal] = [each.get("value") for each in page.iter("input") if each.get("name") == "seal"]
        return self.post("changes/", {"choice": choice, "seal": seal})

    @property
    def sealed(self):
        """The bytes that only the link can open."""
        return PrivatePlan.objects.read(self.token)

    @property
    def state(self):
        return decode(self.sealed)

    @property
    def answers(self):
        return self.state.answers


def somebody(**changes):
    """The answers of the base person with these changes; a check by a health worker is to come."""
    return {"clearance": "no"} | person(**changes)


def holding(*, self_harm_asked=False, **raw):
    """A visitor whose record holds these answers and no others."""
    answers = drop_irrelevant(parse_answers(raw))
    state = State(answers=answers, self_harm_asked=self_harm_asked)
    return Visitor(PrivatePlan.objects.start(encode(state)))


def walked(**changes):
    """A visitor who has answered everything and stands before "Make my plan"."""
    return holding(self_harm_asked=True, **somebody(**changes) | {"self_harm": None})


def finished(**changes):
    """A visitor who has the result."""
    visitor = walked(**changes)
    visitor.agree()
    return visitor


def as_fields(questions, raw):
    """The form fields of some questions: a mood check has one for each item."""
    fields = {name: raw[name] for name in ("looked_again",) if name in raw}
    for name in questions:
        answer = raw.get(name)
        if name in {"phq9", "gad7"}:
            fields |= {f"{name}_{item}": value for item, value in enumerate(answer or (), 1)}
        elif answer is not None:
            fields[name] = answer
    return fields


def html(response):
    """The page, read strictly."""
    return read(response.content.decode())


def typed(response):
    """What stands in the form: the values of every control that has one."""
    values = {}
    for control in html(response).iter("input"):
        ticked = control.get("type") in {"radio", "checkbox"} and control.get("checked") is None
        if not ticked and control.get("value"):
            values.setdefault(control.get("name"), []).append(control.get("value"))
    return values
