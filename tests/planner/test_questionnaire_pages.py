"""The way through the questionnaire: only what applies is asked, and only that is kept."""

import random
from dataclasses import replace

import pytest

from planner.engine import parse_answers
from planner.pages import BY_QUESTION, PAGES
from tests.planner.engine.generate import answers as generated
from tests.planner.engine.golden_cases import CASES
from tests.planner.engine.known import Known
from tests.planner.engine.questions import SHOWN_WHEN, asked
from tests.planner.engine.screening_table import matching
from tests.planner.people import Visitor, finished, holding, html, somebody, walked
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db

AT_ONCE = {"SCR-01", "SCR-02", "SCR-03", "SCR-04", "SCR-10", "SCR-11"}


def goes_on(raw):
    return AT_ONCE.isdisjoint(matching(Known(raw)))


def people(count):
    """Generated people who are not stopped at once, the same every time."""
    dice, found = random.Random("questionnaire"), []  # noqa: S311 - not a secret
    while len(found) < count:
        raw = generated(dice)
        if goes_on(raw):
            found.append({"clearance": "no"} | raw)
    return found


def expected(raw):
    """What a record should hold: every answer to a question that applies, but self-harm."""
    kept = {name: answer for name, answer in raw.items() if asked(name, raw)}
    return parse_answers(kept | {"self_harm": None, "consent": None})


@pytest.mark.parametrize("raw", people(25), ids=range(25))
def test_what_is_kept_is_exactly_what_applies(raw):
    visitor = Visitor()

    end = visitor.walk(raw | {"looked_again": "on"})

    assert end["Location"] == visitor.address("check/")
    assert visitor.answers == expected(raw)
    assert visitor.state.self_harm_asked


DIFFERENT = ("GT-01", "GT-05", "GT-07", "GT-08", "GT-10", "GT-11", "GT-12", "GT-13", "GT-24")
GOING_ON = {name: CASES[name][0] for name in DIFFERENT}


@pytest.mark.parametrize("changes", GOING_ON.values(), ids=GOING_ON)
def test_a_page_without_a_question_that_applies_is_not_shown(changes):
    visitor = walked(**changes)
    raw = somebody(**changes)

    shown = {
        page.number for page in PAGES if visitor.get(f"questions/{page.number}/").status_code == 200
    }

    assert shown == {BY_QUESTION[name].number for name in BY_QUESTION if asked(name, raw)}


def test_a_page_that_is_not_for_somebody_leads_to_what_is_still_open():
    visitor = holding(age=34, country="gb", condition="depression", peripartum="not_applicable")

    assert visitor.get("questions/2/")["Location"] == visitor.address("questions/3/")
    assert visitor.post("questions/2/", {})["Location"] == visitor.address("questions/3/")


def test_only_the_questions_that_apply_stand_on_a_page():
    pregnant = html(holding(age=30, peripartum="pregnant").get("questions/2/"))
    mother = html(holding(age=30, peripartum="postpartum").get("questions/2/"))

    def names(page):
        return {each.get("name") for each in page.iter("input")} - {"looked_again"}

    assert names(pregnant) == {"pregnancy_week", "pregnancy_flags"}
    assert names(mother) == {"postpartum_week", "birth_type", "postpartum_flags"}


# Another answer to a first question, and the questions that no longer apply after it.
CHANGES = {
    "no longer pregnant": (
        {"peripartum": "pregnant", "pregnancy_week": 20, "pregnancy_flags": ["pelvic_girdle_pain"]},
        ("peripartum", "not_applicable"),
        {"pregnancy_week", "pregnancy_flags", "floor_ok"},
    ),
    "no longer of an age to ask about birth": (
        {"peripartum": "postpartum", "postpartum_week": 20, "birth_type": "caesarean"},
        ("age", 63),
        {"peripartum", "postpartum_week", "birth_type", "postpartum_flags"},
    ),
    "not so strong after all": (
        {"severity_self": "severe", "under_care": "no"},
        ("severity_self", "mild"),
        {"under_care", "clearance"},
    ),
    "no high blood pressure": (
        {"conditions": ["high_blood_pressure"], "bp_status": "not_checked_6m"},
        ("conditions", ["none"]),
        {"bp_status", "clearance"},
    ),
    "no kidney disease": (
        {"conditions": ["kidney_disease"], "active_now": "no"},
        ("conditions", ["epilepsy"]),
        {"active_now", "clearance"},
    ),
    "no pain": (
        {"pain_sites": ["knee", "hip"], "pain_now": 8, "pain_flags": ["cancer_history"]},
        ("pain_sites", ["none"]),
        {"pain_now", "pain_flags", "floor_ok", "clearance"},
    ),
    "no such medicine": (
        {"medicines": ["glp1"], "glp1_intake": "hardly_eating_or_vomiting"},
        ("medicines", ["antidepressant"]),
        {"glp1_intake"},
    ),
    "not so old": (
        {"age": 80, "chair_stand": "cannot", "floor_ok": "no"},
        ("age", 64),
        {"chair_stand", "floor_ok", "clearance"},
    ),
}


@pytest.mark.parametrize(("before", "change", "gone"), CHANGES.values(), ids=CHANGES)
def test_answers_that_no_longer_apply_are_dropped(before, change, gone):
    visitor = walked(**before)
    kept = visitor.answers
    assert {name for name in gone if getattr(kept, name) in {None, frozenset()}} == set()
    name, answer = change

    visitor.answer(BY_QUESTION[name].number, somebody(**before) | {name: answer})

    blank = parse_answers({})
    dropped = {name: getattr(blank, name) for name in gone}
    assert visitor.answers == replace(
        kept, **dropped, **{name: getattr(parse_answers({name: answer}), name)}
    )


def test_a_dropped_answer_is_asked_anew_when_its_question_comes_back():
    visitor = walked(conditions=["high_blood_pressure"], bp_status="180_110_or_more")
    visitor.answer(6, somebody(conditions=["none"]))

    onwards = visitor.answer(6, somebody(conditions=["high_blood_pressure"]))

    assert onwards["Location"] == visitor.address("questions/8/")
    assert visitor.answers.bp_status is None


@pytest.mark.parametrize(
    "name", ["self_harm", "mental_flags", "symptoms", "conditions", "medicines"]
)
def test_a_missing_safety_answer_is_asked_again_and_never_assumed(name):
    visitor, number = Visitor(), BY_QUESTION[name].number
    raw = {key: answer for key, answer in somebody().items() if key != name}

    page = visitor.walk(raw)

    assert page.status_code == 200
    assert page.context["page"].number == number
    assert visitor.get("check/")["Location"].startswith(visitor.address("questions/"))
    assert visitor.agree()["Location"].startswith(visitor.address("questions/"))
    assert not visitor.state.is_finished


@pytest.mark.parametrize("last", [page.number for page in PAGES if page.number not in {2, 4, 8, 9}])
def test_an_unfinished_questionnaire_goes_on_where_it_stopped(last):
    visitor = Visitor()
    for page in PAGES:
        if page.number >= last:
            break
        visitor.answer(page.number, somebody())

    for tail in ("", "check/", "questions/2/"):
        assert visitor.get(tail)["Location"] == visitor.address(f"questions/{last}/")
    assert visitor.get(f"questions/{last}/").status_code == 200


def test_the_way_back_skips_pages_that_do_not_apply():
    visitor = walked()

    def back(number):
        page = html(visitor.get(f"questions/{number}/"))
        return [a.get("href") for a in page.iter("a") if text(a) == "Back"]

    assert back(1) == []
    assert back(3) == [visitor.address("questions/1/")]
    assert back(10) == [visitor.address("questions/7/")]


def test_the_check_page_lists_every_answer_in_words_with_a_way_to_change_it():
    visitor = walked(conditions=["kidney_disease", "epilepsy"], phq9=[1] * 8 + [0])

    page = html(visitor.get("check/"))

    rows = {
        text(row[0]): (text(row[1]), row[2][0].get("href"))
        for row in page.iter("div")
        if row.find("dt") is not None
    }
    change = visitor.address("questions/{}/").format
    assert rows["Age"] == ("34", change(1))
    assert rows["Your health"] == ("Kidney disease; Epilepsy", change(6))
    assert rows["Mood check"] == ("8 of 27, in the range often called mild", change(3))
    assert rows["Worry check"] == ("Skipped", change(3))
    assert rows["Being active"] == ("Yes", change(8))
    assert rows["Thoughts of hurting yourself"] == ("Asked. We never keep this answer.", change(3))
    assert rows["Favourite days"] == ("Not answered", change(10))
    assert len(rows) == len([name for name in BY_QUESTION if name not in SHOWN_WHEN]) + 2


def test_answers_in_two_tabs_are_both_kept():
    visitor = Visitor()
    other_tab = Visitor(visitor.token)
    visitor.answer(1, somebody())

    other_tab.answer(6, somebody(conditions=["epilepsy"]))
    visitor.answer(7, somebody(medicines=["lithium"]))

    assert visitor.answers.age == 34
    assert visitor.answers.conditions == {"epilepsy"}
    assert visitor.answers.medicines == {"lithium"}


def test_going_back_and_forward_over_a_finished_plan_changes_nothing():
    visitor = finished()
    before = visitor.sealed

    for page in PAGES:
        visitor.get(f"questions/{page.number}/")
        visitor.answer(page.number, somebody())

    assert visitor.sealed == before
