"""INV-37: no answer and no link in a log line, a header, a title or an address; no cookie."""

import io
import logging
import re
from functools import cache

import pytest

from planner.engine import QUESTIONS
from planner.labels import LABELS
from planner.models import PrivatePlan
from planner.pages import BY_NUMBER
from tests.planner.people import EVERY_TAIL, Visitor, html, somebody
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db

# Answers that could be nothing else when they turn up somewhere.
TELLING = {
    "age": 61,
    "condition": "depression_treatment_resistant",
    "severity_self": "moderate",
    "under_care": "yes",
    "phq9": [3, 3, 3, 3, 3, 3, 3, 3, 0],
    "mental_flags": ["bipolar_history", "eating_disorder_past"],
    "conditions": ["kidney_disease", "epilepsy", "high_blood_pressure"],
    "pain_sites": ["widespread"],
    "medicines": ["lithium", "glp1", "antipsychotic"],
    "bp_status": "160_100_to_179_109",
}
JOURNEYS = {
    "a plan": somebody(**TELLING, clearance="yes", supervision="clinician_programme"),
    "a check first": somebody(**TELLING),
    "help": somebody(**TELLING) | {"self_harm": "yes"},
    "an emergency": somebody(**TELLING) | {"symptoms": ["saddle_numb_or_bladder"]},
    "rather not say": somebody(**TELLING) | {"self_harm": "prefer_not_to_say"},
}
every_journey = pytest.mark.parametrize("person", JOURNEYS)

# The start page and the site's plain pages for what cannot be answered.
PLAIN = {
    "Build my free plan",
    "Page not found",
    "Please try again",
    "We could not read that request",
    "That does not work here",
}
# Every code and label that could tell something; those of everyday words would be found by chance.
EVERYDAY = {"none", "new", "yes", "no", "other", "usual", "regular", "hip", "us", "in", "ie", "ca"}
CODES = {
    str(code) for question in QUESTIONS.values() for code in question.options or () if len(code) > 4
}
LONG_LABELS = {str(words) for label in LABELS.values() for words in label.options.values()}
SECRETS = {each for each in CODES | LONG_LABELS if each.lower() not in EVERYDAY and len(each) > 5}


@pytest.fixture
def journal(caplog, monkeypatch):
    """Every log record of every logger, and what the console's handler writes of them."""
    console = logging.getLogger("django").handlers[0]
    monkeypatch.setattr(console, "stream", io.StringIO())
    monkeypatch.setattr(console.filters[0], "keep_messages", False)
    for name in ("", "django", "django.server", "django.request", "django.security", "planner"):
        caplog.set_level(logging.DEBUG, logger=name)
    monkeypatch.setattr(logging.getLogger("django"), "propagate", True)

    def written():
        ours = [record for record in caplog.records if record.name != "django.db.backends"]
        return console.stream.getvalue() + "".join(map(logging.Formatter().format, ours))

    return written


@cache
def walked_by(person):
    """One journey, walked once for all that is asked about its responses."""
    return journey(JOURNEYS[person])


def journey(raw):
    """Everything somebody may do, with every response to it."""
    visitor = Visitor()
    responses = [visitor.client.get("/plan/"), visitor.walk(raw), visitor.agree()]
    for number in BY_NUMBER:
        responses += [visitor.answer(number, raw), visitor.answer(number, {"age": "61 years"})]
    responses += [visitor.get(tail) for tail in EVERY_TAIL]
    responses += [visitor.get("no-such-page/"), visitor.get("questions/77/")]
    responses += [visitor.post("safe/", {"safe": "no"}), visitor.post("safe/", {"safe": "?"})]
    responses += [
        visitor.client.put(visitor.address()),
        visitor.post("check/", {"note": "x" * 70_000}),
    ]
    responses += [visitor.client.get(visitor.address().rstrip("/"))]
    responses += [visitor.post("erase/", {}), visitor.get()]
    return visitor, responses


@every_journey
def test_no_log_line_holds_an_answer_or_the_link(journal, person):
    visitor, _ = journey(JOURNEYS[person])

    lines = journal()
    assert "GET none 404" in lines  # something was written at all
    assert visitor.token not in lines
    assert visitor.token[:20] not in lines
    assert [each for each in SECRETS if each in lines] == []
    assert "61 years" not in lines
    # A place in our code has a number too.
    assert not re.search(r"(?<![a-z_]:)\b61\b", lines)


@every_journey
def test_no_header_and_no_address_holds_an_answer(person):
    visitor, responses = walked_by(person)

    for response in responses:
        headers = "\n".join(f"{name}: {value}" for name, value in response.items())
        assert [each for each in SECRETS if each in headers] == []
        assert "?" not in response.headers.get("Location", "")
        # One is made of random digits, the other is the length of the page.
        told = re.sub(r"^(X-Request-ID|Content-Length): .*$", "", headers, flags=re.MULTILINE)
        assert not re.search(r"(?<![\d.])61(?![\d.])", told.replace(visitor.token, ""))


@every_journey
def test_no_title_says_more_than_a_strength_plan(person):
    _, responses = walked_by(person)

    titles = {
        text(html(response).find("head/title"))
        for response in responses
        if response.content and "html" in response["Content-Type"]
    }

    neutral = r"(Error: )?((Part \d of 4|Check your answers)\. )?Your strength plan"
    told = {title.removesuffix(" \u2013 TTL") for title in titles}
    assert [title for title in told - PLAIN if not re.fullmatch(neutral, title)] == []


@every_journey
def test_every_response_is_private_and_sets_no_cookie(person):
    _, responses = walked_by(person)

    assert {response.status_code for response in responses} >= {200, 302, 404, 413}
    for response in responses:
        assert response["Cache-Control"] == "no-store, private"
        assert response["Referrer-Policy"] == "strict-origin"
        assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert "Set-Cookie" not in response
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")


def test_a_crash_under_a_private_link_is_private_and_says_nothing(journal):
    broken = Visitor(PrivatePlan.objects.start(b'{"answers": {"age": "depression, 61"}}'))
    broken.client.raise_request_exception = False

    response = broken.get()

    assert response.status_code == 500
    assert response["Cache-Control"] == "no-store, private"
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert broken.token not in response.content.decode() + journal()
    assert "depression, 61" not in response.content.decode() + journal()


@every_journey
def test_no_page_loads_or_links_anything_from_elsewhere_but_the_help_lines(person):
    _, responses = walked_by(person)

    addresses = {
        element.get(name)
        for response in responses
        if response.content and "html" in response["Content-Type"]
        for element in html(response).iter()
        for name in ("src", "href", "action")
        if element.get(name)
    }

    outside = {each for each in addresses if not each.startswith(("/", "#", "tel:", "sms:"))}
    assert outside <= {"https://findahelpline.com"}


@every_journey
def test_no_link_out_of_a_private_page_tells_where_it_was(person):
    _, responses = walked_by(person)

    links = [
        (element.get("href"), element.get("rel"))
        for response in responses
        if response.content and "html" in response["Content-Type"]
        for element in html(response).iter("a")
        if element.get("href", "").startswith("http")
    ]

    assert [link for link in links if link[1] != "noreferrer"] == []


def test_the_token_and_the_answers_stand_in_no_column():
    visitor = Visitor()
    visitor.walk(JOURNEYS["a plan"])
    visitor.agree()

    [row] = PrivatePlan.objects.values()

    stored = b"|".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for value in row.values()
    )
    assert visitor.token.encode() not in stored
    assert [each for each in SECRETS if each.encode() in stored] == []
