"""The link to share: exercises and doses, and nothing that tells of the person behind them."""

import re

import pytest

from planner import vault
from planner.engine import EXERCISES, RULES
from planner.labels import LABELS
from planner.models import PrivatePlan
from planner.presenters.shared import SAFE_FOR_ALL_EYES
from planner.vault import Use
from tests.planner.engine.golden_cases import CASES
from tests.planner.people import Visitor, finished, holding, html, somebody
from tests.ttl.pages import text, without_keys

pytestmark = pytest.mark.django_db
CAUTIOUS = {
    "conditions": ["diabetes_type2", "osteoporosis", "epilepsy"],
    "medicines": ["lithium", "blood_thinner", "insulin"],
    "pain_sites": ["knee"],
    "mental_flags": ["panic_attacks"],
    "age": 70,
    "clearance": "yes",
}


def shared_address(visitor):
    """Make the link by pressing the button, and read it off the page."""
    visitor.post("share/", {})
    return re.search(r"/shared/[\w-]{43}/", visitor.get("share/").content.decode())[0]


def words(response):
    return text(html(response).find("body/main"))


def test_one_press_makes_the_link_and_a_second_press_keeps_it():
    visitor = finished()

    assert "/shared/" not in visitor.get("share/").content.decode()
    first, second = shared_address(visitor), shared_address(visitor)

    assert first == second
    assert visitor.client.get(first).status_code == 200


def test_the_page_has_every_exercise_and_dose_of_every_week():
    visitor = finished()
    plan = visitor.state.plan

    told = words(visitor.client.get(shared_address(visitor)))

    every = [
        each for week in plan.weeks for session in week.sessions for each in session.prescriptions
    ]
    for each in every:
        assert EXERCISES[each.exercise].name in told
        assert f"{each.low} to {each.high}" in told
    assert told.count("Effort: ") == len(plan.weeks)


@pytest.mark.parametrize("name", [name for name in CASES if name in {"GT-01", "GT-12", "GT-14"}])
def test_nothing_on_it_leads_back_or_tells_an_answer(name):
    check_nothing_told(finished(**CASES[name][0]))


def test_a_plan_with_many_cautions_shows_only_those_of_everybody():
    visitor = finished(**CAUTIOUS)

    told = check_nothing_told(visitor)

    cautions = list(re.findall(r"Stop (?:and get help at once|if you feel unwell)", told))
    assert len(cautions) == len(SAFE_FOR_ALL_EYES)
    for word in ("sugar", "bruise", "pain up to", "panic", "heart rate", "chair or wall within"):
        assert word not in told.lower().replace("sharp pain", "")


def check_nothing_told(visitor):
    assert visitor.state.plan
    response = visitor.client.get(shared_address(visitor))
    page, raw = html(response), response.content.decode()
    told = words(response)
    assert visitor.token not in raw
    assert [a for a in page.iter("a") if a.get("href").startswith("/plan/A")] == []
    assert [*page.find("body/main").iter("form")] == []
    assert not [rule for rule in RULES if rule in without_keys(raw)]
    assert "Why" not in told
    for name, label in LABELS.items():
        if name not in {"days_available", "days_preferred", "session_minutes", "days_per_week"}:
            assert str(label.question) not in told
    for name in ("conditions", "medicines", "mental_flags", "condition"):
        for code, option in LABELS[name].options.items():
            if code != "none":
                assert str(option) not in told, (name, code)
    return told


def test_the_log_and_the_mood_are_not_on_it():
    visitor = finished()
    before = words(visitor.client.get(shared_address(visitor)))

    visitor.post("feeling/", {"mood": "2"})

    assert words(visitor.client.get(shared_address(visitor))) == before


def test_a_plan_for_supervised_training_says_so_wherever_its_doses_stand():
    supervised = finished(**CASES["GT-21"][0])
    usual = finished()

    mark = "For use with a trained person present"
    assert mark in words(supervised.client.get(shared_address(supervised)))
    assert mark not in words(usual.client.get(shared_address(usual)))


def test_the_page_is_private_and_cannot_be_posted_to():
    visitor = finished()
    address = shared_address(visitor)

    page = visitor.client.get(address)

    assert page["Cache-Control"] == "no-store, private"
    assert page["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert text(html(page).find("head/title")) == "A strength plan \N{EN DASH} TTL"
    assert visitor.client.post(address).status_code == 405


def withdraw(visitor):
    visitor.post("share/", {"withdraw": "1"})


def cry_for_help(visitor):
    visitor.post("questions/3/", {"self_harm": "yes"})


def need_a_check(visitor):
    visitor.answer(5, {"symptoms": ["fainting"]})


def erase(visitor):
    visitor.post("erase/", {})


def blank_an_answer(visitor):
    visitor.answer(6, {"conditions": ["high_blood_pressure"], "recent_event": ["none"]})


ENDS = [withdraw, cry_for_help, need_a_check, erase, blank_an_answer]


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
def test_it_ends_like_any_dead_link(end):
    visitor = finished()
    address = shared_address(visitor)

    end(visitor)

    dead = visitor.client.get(address)
    assert dead.status_code == 404
    assert dead.content == visitor.client.get(f"/shared/{vault.new_token()}/").content


def test_a_link_taken_back_is_not_revived_by_a_new_one():
    visitor = finished()
    older = shared_address(visitor)
    withdraw(visitor)

    newer = shared_address(visitor)

    assert [visitor.client.get(address).status_code for address in (older, newer)] == [404, 200]


def test_no_link_is_made_where_there_is_no_plan_in_force():
    for visitor in (holding(age=40), finished(conditions=["heart_disease"])):
        assert visitor.get("share/").status_code == 404
        assert visitor.post("share/", {}).status_code == 404
        assert not PrivatePlan.objects.has_link(visitor.token, Use.SHARE)


def test_one_token_never_serves_for_the_other_address():
    visitor = finished()
    link = shared_address(visitor).split("/")[2]

    assert visitor.client.get(f"/shared/{visitor.token}/").status_code == 404
    stranger = Visitor(link)
    assert {stranger.get(tail).status_code for tail in ("", "share/", "erase/", "data/")} == {404}
    assert stranger.answer(1, somebody(age=70)).status_code == 404
    assert stranger.post("erase/", {}).status_code == 404
