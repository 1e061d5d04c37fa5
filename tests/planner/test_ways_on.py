"""Another plan that comes with time: after weeks away, after the last week, and with new rules."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from planner.engine import EXERCISES, RULES_VERSION, SCREENING_MESSAGES, parse_answers
from tests.planner.logs import trained
from tests.planner.people import html, somebody
from tests.planner.test_changes import BANDS, changed, said
from tests.planner.weeks import change

pytestmark = pytest.mark.django_db

ALL_WEEKS = 24


def aged(visitor, days):
    """The same record so many days later."""
    return change(
        visitor,
        lambda state: replace(state, first_monday=state.first_monday - timedelta(days=days)),
    )


def test_after_five_weeks_away_todays_answers_are_asked_again_before_a_lighter_start():
    visitor = aged(trained(6), 35)
    assert "Your answers come first" in said(visitor, "")
    assert visitor.get("changes/")["Location"] == visitor.address()

    onwards = visitor.post("again/", {})

    assert onwards["Location"] == visitor.address("questions/3/")
    assert visitor.state.plan is None
    assert visitor.walk(somebody())["Location"] == visitor.address("check/")
    page = said(visitor)
    assert "The weeks start again at week 1" in page
    assert "Keep my plan as it is" not in page
    visitor.takes("take")
    assert [chapter.first_session for chapter in visitor.state.chapters] == [1, 1]
    assert "Your answers come first" not in said(visitor, "")


def test_a_pregnancy_moves_on_with_the_weeks():
    expecting = {"peripartum": "pregnant", "pregnancy_week": 25, "pregnancy_flags": ["none"]}
    visitor = aged(trained(3, **expecting), 14)
    weeks = (visitor.state.day_of(localdate()) - visitor.state.chapters[-1].day) // 7

    visitor.post("again/", {})

    assert visitor.state.answers.pregnancy_week == 25 + weeks
    assert not visitor.state.answers.symptoms
    visitor.walk(somebody(**expecting | {"pregnancy_week": 25 + weeks}))
    visitor.takes("take")
    assert visitor.state.plan
    assert visitor.state.chapters[-1].answers.pregnancy_week == 25 + weeks


def test_at_the_end_each_way_on_is_shown_and_one_press_begins_it():
    visitor = trained(ALL_WEEKS)
    assert "You have come to the end of your plan" in said(visitor, "")

    page = html(visitor.get("next/"))
    courses = [each.get("value") for each in page.iter("button") if each.get("name") == "course"]
    visitor.post("next/", {"course": "keep"})

    assert courses[0] == "normal"
    assert "keep" in courses
    new = visitor.state.chapters[-1]
    assert (new.course, new.first_session, new.plan.sessions_per_week) == ("keep", 1, 2)
    assert visitor.get("next/")["Location"] == visitor.address()


@pytest.mark.parametrize("course", ["higher", "nonsense", ""])
def test_only_a_way_on_that_is_offered_can_be_begun(course):
    visitor = trained(3)
    before = visitor.sealed

    visitor.post("next/", {"course": course})

    assert visitor.sealed == before


def test_a_kept_course_stays_when_answers_change_before_its_first_session():
    visitor = trained(ALL_WEEKS)
    visitor.post("next/", {"course": "keep"})

    changed(visitor, **BANDS).takes("take")

    assert visitor.state.chapters[-1].course == "keep"
    assert len(visitor.state.chapters) == 2


def test_a_birthday_prompt_stands_in_nobodys_way():
    assert "A birthday can change your plan" in said(trained(2, age=64), "")
    assert "A birthday can change your plan" not in said(trained(2, age=63), "")


def under_old_rules(visitor, **answers):
    """The same record, made by older rules, which allowed a plan with these answers too."""

    def older(state):
        given = {name: getattr(parse_answers(answers), name) for name in answers}
        *earlier, last = state.chapters
        last = replace(last, rules_version="0.9", answers=replace(last.answers, **given))
        return replace(state, chapters=(*earlier, last), answers=replace(state.answers, **given))

    return change(visitor, older)


def test_newer_rules_are_offered_and_never_forced():
    visitor = under_old_rules(trained(3))
    before = visitor.state

    assert "Our rules have changed since your plan was made" in said(visitor, "")
    page = said(visitor)
    assert f"Version of our rules 0.9 {RULES_VERSION}" in page
    assert visitor.state == before

    visitor.takes("keep")

    assert visitor.state.chapters == before.chapters
    assert "Our rules have changed" not in said(visitor, "")


def test_a_newer_version_asks_again_after_an_older_one_was_left():
    visitor = change(under_old_rules(trained(3)), lambda state: replace(state, rules_kept="1.0"))

    assert "Our rules have changed since your plan was made" in said(visitor, "")


def test_newer_rules_can_be_taken():
    visitor = under_old_rules(trained(3))

    visitor.takes("take")

    assert [each.rules_version for each in visitor.state.chapters] == ["0.9", RULES_VERSION]
    assert visitor.get("changes/")["Location"] == visitor.address()


def test_newer_rules_that_call_for_a_check_close_the_plan_and_say_so():
    visitor = under_old_rules(trained(3), conditions=["heart_disease"], clearance="no")

    assert visitor.state.plan is None
    assert visitor.get()["Location"] == visitor.address("check/")
    page = said(visitor, "check/")
    assert "Our safety rules have changed, and your plan is closed" in page
    assert SCREENING_MESSAGES["SCR-20"] in page
    assert not any(each.name in page for each in EXERCISES.values())
    for tail in ("plan/", "print/", "strength-plan.pdf", "health-record/", "calendar/", "changes/"):
        assert visitor.get(tail).status_code in {302, 404}, tail

    visitor.agree()

    assert "A check comes first" in said(visitor, "")
    assert len(visitor.state.chapters[0].sessions) == 3
