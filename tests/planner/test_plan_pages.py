"""The plan page says all that the plan holds, and what every number comes from."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

import articles
from planner.engine import EXERCISES, RULES, words
from planner.engine.caveats import CAVEATS
from planner.plan_data import plan_as_data
from tests.planner.engine.golden_cases import CASES
from tests.planner.people import finished, html
from tests.ttl.pages import dangling_references, ids, text

pytestmark = pytest.mark.django_db

# The rulebook's words, section 2.1.
ROLES = {
    "wellbeing": "This plan is for feeling well. It does not treat an illness.",
    "standalone_option": "a plan like this can be one treatment choice by itself.",
    "standalone_shared": "Choose it together with a doctor, nurse, midwife or therapist.",
    "adjunct": "It does not replace your medicine, talking therapy or care team.",
}
SHOWN = {
    name: case[0] for name, case in CASES.items() if case[1][1].endswith(("active", "supervisor"))
}
SUPERVISED = {"GT-03", "GT-10", "GT-21"}
every_plan = pytest.mark.parametrize("name", SHOWN)
SOURCES = Path(articles.__file__).parent / "content" / "sources.toml"


@cache
def made(name):
    visitor = finished(**SHOWN[name])
    plan = visitor.state.plan
    return html(visitor.get("plan/")), plan_as_data(plan), plan


@pytest.fixture
def shown(name):
    return made(name)


def main(page):
    return text(page.find("body/main"))


def sessions(plan):
    return [session for week in plan["weeks"] for session in week["sessions"]]


def exercises(plan):
    return [each for session in sessions(plan) for each in session["exercises"]]


def count(exercise):
    counted = "seconds" if "seconds_low" in exercise else "repetitions"
    each = " on each side" if exercise["unit"].endswith("each") else ""
    return f"{exercise[f'{counted}_low']} to {exercise[f'{counted}_high']} {counted}{each}"


@every_plan
def test_every_session_of_all_twelve_weeks_is_a_table_of_exercises_with_sets_and_counts(shown):
    page, plan, _ = shown

    tables = [
        [[text(cell) for cell in row] for row in table.find("tbody")]
        for table in page.iter("table")
    ]

    assert len(plan["weeks"]) == 12
    assert [[row[0:2] for row in table] for table in tables] == [
        [[each["name"], str(each["sets"])] for each in session["exercises"]]
        for session in sessions(plan)
    ]
    for table, session in zip(tables, sessions(plan), strict=True):
        for row, each in zip(table, session["exercises"], strict=True):
            note = f". {each['note']}" if each["note"] else ""
            assert row[2] == f"{count(each)}{note}"


@every_plan
def test_every_week_says_its_effort_in_numbers_and_in_words(shown):
    page, plan, _ = shown

    weeks = [text(each) for each in page.iter("details") if each.get("class") == "week"]

    for said, week in zip(weeks, plan["weeks"], strict=True):
        assert said.startswith(f"Week {week['number']}: ")
        assert f"{week['effort_low']} to {week['effort_high']} out of 10" in said
        assert week["effort_words"] in said
        assert f"{week['sets']} sets in all" in said
        assert ("a lighter week" in said) is (week["number"] in {6, 12})


@every_plan
def test_the_first_week_says_all_there_is_to_know_about_each_exercise(shown):
    page, plan, _ = shown
    week = plan["weeks"][0]

    cards = {each.get("id"): each for each in page.iter("article")}

    assert [*cards] == [f"session-{session['number']}" for session in week["sessions"]]
    for session in week["sessions"]:
        card = text(cards[f"session-{session['number']}"])
        assert session["warm_up"] in card
        assert session["cool_down"] in card
        for each in session["exercises"]:
            dose = f"{each['sets']} set{'s' if each['sets'] > 1 else ''} of {count(each)}"
            for said in (each["name"], dose, each["cue"], each["tempo"], each["starting_load"]):
                assert said in card
            assert f"Rest {each['rest_seconds']} seconds" in card
            for other in filter(None, (each["easier"], each["harder"])):
                assert EXERCISES[other].name in card


@every_plan
def test_no_exercise_of_a_later_week_is_missing_from_the_first(shown):
    """Cues, easier and harder versions and loads stand in the first week only."""
    _, plan, _ = shown

    first = {each["exercise"] for each in exercises({"weeks": plan["weeks"][:1]})}

    assert {each["exercise"] for each in exercises(plan)} == first
    for said in ("cue", "tempo", "starting_load", "easier", "harder"):
        assert len({(each["exercise"], each[said]) for each in exercises(plan)}) == len(first)


@every_plan
def test_the_cautions_stand_above_the_sessions_in_the_order_of_the_rulebook(shown):
    page, plan, _ = shown

    cards = [text(each) for each in page.iter("div") if each.get("class") == "caution-card"]

    assert cards == [CAVEATS[caveat] for caveat in plan["caveats"]]
    assert cards[-1] == CAVEATS["CAV-35"]
    assert CAVEATS["CAV-01"] in cards
    words_of_page = main(page)
    assert words_of_page.index(cards[0]) < words_of_page.index("Warm up.")


@every_plan
def test_the_page_says_what_the_plan_may_claim_to_be(shown):
    page, plan, _ = shown

    said = [words for words in ROLES.values() if words in main(page)]

    assert said == [ROLES[plan["role"]]]


@every_plan
def test_a_supervised_plan_is_plainly_labelled_and_no_other_is(shown, name):
    page, plan, _ = shown

    label = "For use with a qualified person present"

    assert (label in main(page)) is (name in SUPERVISED)
    assert (plan["access"] == "draft_for_supervisor") is (name in SUPERVISED)
    # It stands before anything that could be done alone.
    assert main(page).find(label) < main(page).find("How to use it")


@every_plan
def test_the_summary_comes_first(shown):
    page, plan, _ = shown

    figures = {
        text(each[0]): text(each[1]) for each in page.iter("div") if each.get("class") == "stat"
    }

    assert figures == {
        "days a week": str(plan["sessions_per_week"]),
        "minutes each": str(plan["session_minutes"]),
        "weeks": "12",
    }
    assert next(text(each) for each in page.iter("h2")) == "How to use it"


def whys(page):
    return [each for each in page.iter("details") if "why" in (each.get("class") or "").split()]


@every_plan
def test_every_number_answers_why_with_the_reason_of_each_of_its_rules(shown):
    page, _, plan = shown

    told = {text(each.find("summary")): text(each) for each in whys(page)}

    assert len(plan.reasons) == 12
    for reason in plan.reasons:
        assert reason.rules
        assert any(
            all(RULES[rule].reason in said for rule in reason.rules) for said in told.values()
        )
    per_exercise = [each for each in whys(page) if text(each.find("summary")) == "Why this number?"]
    doses = [each for session in plan.weeks[0].sessions for each in session.prescriptions]
    for fold, each in zip(per_exercise, doses, strict=True):
        linked = {a.get("href") for a in fold.iter("a")}
        for rule in map(RULES.get, (*each.count_rules, *plan.weeks[0].sets_rules)):
            assert rule.reason in text(fold)
            assert {f"/sources/{key}/" for key in rule.sources} <= linked


@every_plan
def test_every_source_that_is_named_is_one_we_publish(shown):
    """INV-40, on the page: a link for each key, and nothing called research that is our choice."""
    page, _, _ = shown
    published = {source["key"] for source in tomllib.loads(SOURCES.read_text())["sources"]}

    linked = {
        a.get("href") for a in page.find("body/main").iter("a") if "/sources/" in a.get("href")
    }

    assert linked
    assert linked <= {f"/sources/{key}/" for key in published}
    for each in page.iter("li"):
        if "our careful choice; no study" in text(each):
            assert not list(each.iter("a"))


def test_every_source_cited_anywhere_in_the_engine_is_one_we_publish():
    published = {source["key"] for source in tomllib.loads(SOURCES.read_text())["sources"]}
    cited = {key for rule in RULES.values() for key in rule.sources}
    cited |= {key for text_ in words.CONDITIONS.values() for key in text_.sources}

    assert cited - published == set()
    assert len(cited) > 30


@every_plan
def test_the_page_is_well_formed_and_its_title_neutral(name):
    page, _, _ = made(name)

    assert dangling_references(page) == []
    assert len(ids(page)) == len(set(ids(page)))
    assert text(page.find("head/title")) == "Your strength plan \u2013 TTL"
