"""A call for help is answered by the very next response, whatever else is wrong, and never kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from planner import vault
from planner.engine import EXERCISES, SCREENING_MESSAGES
from planner.help_lines import COUNTRIES
from planner.models import PrivatePlan
from planner.pages import BY_NUMBER
from planner.state import NOTHING
from tests.planner.engine.known import URGENT_SYMPTOMS
from tests.planner.people import Visitor, finished, holding, html, somebody, walked
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db

PREGNANT = {"peripartum": "pregnant"}
MOTHER = {"peripartum": "postpartum"}
# What somebody says: page, the answer, the rule, who they are so far.
URGENT = {
    "thoughts of self-harm": (3, {"self_harm": "yes"}, "SCR-01", {}),
    **{
        f"item 9 of the mood check is {value}": (3, {"phq9_9": value}, "SCR-01", {})
        for value in (1, 2, 3)
    },
    "voices or mania": (3, {"mental_flags": ["voices_or_mania_now"]}, "SCR-02", {}),
    **{symptom: (5, {"symptoms": [symptom]}, "SCR-03", {}) for symptom in sorted(URGENT_SYMPTOMS)},
    "an emergency in pregnancy": (2, {"pregnancy_flags": ["pg_urgent"]}, "SCR-04", PREGNANT),
    "an emergency after birth": (2, {"postpartum_flags": ["pp_urgent"]}, "SCR-04", MOTHER),
}
every_call = pytest.mark.parametrize(
    ("number", "said", "rule", "person"), URGENT.values(), ids=URGENT
)
# Everything else on the page missing, contradictory or unknown.
MESS = {
    2: {"pregnancy_week": "400", "birth_type": "?", "postpartum_week": "many"},
    3: {"severity_self": "unheard of", "phq9_1": "7", "gad7_2": "1"},
    5: {"symptoms": ["none", "fainting"]},
}


def base(person):
    return holding(age=31, country="gb", condition="depression", **person)


def assert_is_help(response, rule, country):
    """Help and nothing but help."""
    page = html(response)
    words = text(page.find("body/main"))
    assert response.status_code == 200
    assert text(page.find("body/main//h1")) == "Please get help now"
    assert SCREENING_MESSAGES[rule] in words
    links = [a.get("href") for a in page.find("body/main").iter("a")]
    lines = COUNTRIES[country]
    assert links == [
        *(line.href for line in (*lines.emergency, *lines.lines)),
        "https://findahelpline.com",
    ]
    assert [*page.find("body/main").iter("form")] == []
    assert not any(exercise.name in words for exercise in EXERCISES.values())
    assert "Your strength plan" in text(page.find("head/title"))


@every_call
def test_the_response_to_the_answer_is_help_with_the_lines_of_the_country(
    number, said, rule, person
):
    response = base(person).post(f"questions/{number}/", said)

    assert_is_help(response, rule, "gb")


@every_call
def test_help_comes_even_when_the_rest_of_the_page_is_wrong(number, said, rule, person):
    both = {name: [*said.get(name, []), *MESS[number].get(name, [])] for name in ("symptoms",)}
    mess = MESS[number] | said | ({"symptoms": both["symptoms"]} if number == 5 else {})

    response = base(person).post(f"questions/{number}/", mess)

    assert_is_help(response, rule, "gb")


@pytest.mark.parametrize(
    ("number", "said", "rule", "person"),
    [call for call in URGENT.values() if any(isinstance(a, list) for a in call[1].values())],
)
def test_an_unknown_option_does_not_hide_a_call_for_help_beside_it(number, said, rule, person):
    [(name, codes)] = said.items()

    response = base(person).post(f"questions/{number}/", {name: [*codes, "of_an_older_page"]})

    assert_is_help(response, rule, "gb")


@every_call
def test_nothing_of_that_page_is_kept(number, said, rule, person):
    visitor = walked(**person)
    before = visitor.answers

    visitor.post(f"questions/{number}/", said)

    state = visitor.state
    for name in BY_NUMBER[number].questions:
        assert getattr(state.answers, name) == getattr(NOTHING, name)
    assert (state.answers.age, state.answers.country) == (before.age, before.country)
    assert state.answers.self_harm is None
    assert state.help_shown
    for value in (code for answer in said.values() if isinstance(answer, list) for code in answer):
        assert value.encode() not in visitor.sealed
    if rule == "SCR-01":
        assert not state.self_harm_asked


def expire(token):
    past = timezone.now() - timedelta(seconds=1)
    PrivatePlan.objects.filter(lookup=vault.lookup(token)).update(expires_at=past)


def damage(token):
    PrivatePlan.objects.filter(lookup=vault.lookup(token)).update(payload=b"damaged" * 10)


LOST = {
    "unknown": lambda token: None,
    "expired": expire,
    "erased": PrivatePlan.objects.erase,
    "damaged": damage,
}


@every_call
@pytest.mark.parametrize("lose", LOST.values(), ids=LOST)
def test_help_comes_even_when_the_record_is_gone(lose, number, said, rule, person):
    visitor = base(person) if lose is not LOST["unknown"] else Visitor(vault.new_token())
    lose(visitor.token)
    rows = list(PrivatePlan.objects.values())

    response = visitor.post(f"questions/{number}/", said)

    assert_is_help(response, rule, "other")
    assert "call the emergency number of the place where you are" in response.content.decode()
    assert list(PrivatePlan.objects.values()) == rows


@every_call
def test_help_closes_a_plan_that_was_there(number, said, rule, person):
    visitor = finished()
    assert visitor.state.plan

    response = visitor.post(f"questions/{number}/", said)

    assert_is_help(response, rule, "gb")
    assert visitor.state.plan is None
    assert b'"weeks"' not in visitor.sealed
    for tail in ("", "check/", "summary/"):
        words = visitor.get(tail).content.decode()
        assert not any(exercise.name in words for exercise in EXERCISES.values())


@pytest.mark.parametrize("country", [*COUNTRIES])
def test_everybody_sees_the_lines_of_their_own_country_and_the_emergency_number_first(country):
    visitor = holding(age=31, country=country, condition="depression")

    response = visitor.post("questions/3/", {"self_harm": "yes"})

    assert_is_help(response, "SCR-01", country)


def test_every_country_has_lines_of_its_own():
    assert len(set(COUNTRIES.values())) == len(COUNTRIES)


@every_call
def test_whoever_comes_back_is_first_asked_whether_they_are_safe_and_then_answers_again(
    number, said, rule, person
):
    visitor = walked(**person)
    visitor.post(f"questions/{number}/", said)

    for tail in ("", "check/"):
        assert visitor.get(tail)["Location"] == visitor.address("safe/")
    assert visitor.agree()["Location"] == visitor.address("safe/")
    assert visitor.get("summary/").status_code == 404
    for page in (1, number, 10):
        onwards = visitor.answer(page, somebody(**person))
        assert onwards["Location"] == visitor.address("safe/")
    assert not visitor.state.is_finished


@every_call
def test_whoever_is_safe_answers_the_forgotten_page_once_more(number, said, rule, person):
    visitor = walked(**person)
    visitor.post(f"questions/{number}/", said)

    onwards = visitor.post("safe/", {"safe": "yes"})

    assert onwards["Location"] == visitor.address(f"questions/{number}/")
    assert visitor.agree()["Location"] == visitor.address(f"questions/{number}/")
