"""Changing one's mind about a plan: seen first, then taken or left, and nothing is lost."""

from datetime import timedelta

import pytest

from planner.engine import EXERCISES
from planner.pages import BY_QUESTION
from tests.planner.logs import trained
from tests.planner.people import finished, html, somebody

pytestmark = pytest.mark.django_db

LONGER = {"session_minutes": "60"}
BANDS = {"equipment": ["band"]}


def changed(visitor, **answers):
    """Answer the pages of these questions otherwise."""
    for number in sorted({BY_QUESTION[name].number for name in answers}):
        visitor.answer(number, somebody(**answers))
    return visitor


def words(response):
    return " ".join(html(response).find(".//main").itertext())


def said(visitor, tail="changes/"):
    response = visitor.get(tail)
    assert response.status_code == 200
    return " ".join(words(response).split())


def test_what_would_change_is_shown_before_it_happens():
    visitor = changed(trained(4), **LONGER, **BANDS)
    old = visitor.state.plan

    page = said(visitor)

    assert visitor.state.plan == old
    new = visitor.state.with_new_plan(visitor.state.first_monday + timedelta(days=20)).plan
    assert f"Minutes a session {old.session_minutes} {new.session_minutes}" in page
    come = set(new.template_a) - set(old.template_a)
    gone = set(old.template_a) - set(new.template_a)
    assert come
    assert gone
    assert all(EXERCISES[code].name in page for code in come | gone)
    assert "Before: " in page
    assert "Your 4 sessions stay in your log" in page


def test_both_ways_on_are_buttons_of_the_same_kind():
    page = html(changed(finished(), **LONGER).get("changes/"))

    buttons = list(page.find(".//main").iter("button"))

    assert [each.get("value") for each in buttons] == ["take", "keep"]
    assert len({each.get("class") for each in buttons}) == 1


def test_taking_the_new_plan_keeps_the_log_and_goes_on_in_the_same_week():
    visitor = changed(trained(4), **LONGER)
    [before] = visitor.state.chapters

    onwards = visitor.takes("take")

    old, new = visitor.state.chapters
    assert onwards["Location"] == visitor.address()
    assert old == before
    assert new.answers.session_minutes == "60"
    assert new.first_session == before.next_number
    assert visitor.get("changes/")["Location"] == visitor.address()


def test_keeping_the_plan_puts_the_old_answers_back():
    visitor = trained(4)
    before = visitor.state

    changed(visitor, **LONGER).takes("keep")

    assert visitor.state == before


def test_a_second_press_changes_nothing_more():
    visitor = changed(trained(2), **LONGER)
    page = {"choice": "take", "seal": _seal(visitor)}

    visitor.post("changes/", page)
    after = visitor.sealed
    visitor.post("changes/", page)

    assert visitor.sealed == after


def _seal(visitor):
    page = html(visitor.get("changes/"))
    return next(each.get("value") for each in page.iter("input") if each.get("name") == "seal")


@pytest.mark.parametrize("choice", ["take", "keep"])
def test_what_another_tab_has_changed_is_shown_again_and_not_decided(choice):
    visitor = changed(trained(2), **LONGER)
    seal = _seal(visitor)
    changed(visitor, **BANDS)
    before = visitor.sealed

    response = visitor.post("changes/", {"choice": choice, "seal": seal})

    assert "This has changed since you looked" in words(response)
    assert visitor.sealed == before


def test_a_dangerous_answer_closes_the_plan_at_once_and_cannot_be_put_back():
    visitor = trained(3)
    visitor.answer(6, somebody(conditions=["heart_disease"]))

    visitor.post("changes/", {"choice": "keep"})

    assert visitor.state.plan is None
    assert not visitor.state.is_open
    assert visitor.state.answers.conditions == {"heart_disease"}
    for tail in ("changes/", "what-if/", "evidence/", "next/", "again/"):
        assert visitor.get(tail).status_code == 302


def test_a_plan_is_held_kindly_while_an_answer_is_missing_and_may_be_put_back():
    visitor = trained(3)
    before = visitor.state
    visitor.answer(1, somebody(peripartum="pregnant"))

    page = said(visitor, "")

    assert "Your plan is waiting for an answer" in page
    assert not any(each.name in page for each in EXERCISES.values())
    assert "Put my old answers back" in page
    visitor.post("changes/", {"choice": "keep"})
    assert visitor.state == before


def test_old_answers_are_not_put_back_after_one_that_calls_for_more():
    visitor = trained(3)
    visitor.answer(3, somebody(severity_self="severe"))
    assert visitor.state.is_open
    before = visitor.sealed

    assert "Put my old answers back" not in said(visitor, "")
    visitor.post("changes/", {"choice": "keep"})

    assert visitor.sealed == before
    assert visitor.state.plan is None


def test_todays_page_tells_of_changes_and_of_nothing_else():
    visitor = trained(3)
    assert "See what would change" not in said(visitor, "")

    changed(visitor, **LONGER)

    assert "You changed some answers" in said(visitor, "")
    assert "You changed some answers" in said(visitor, "check/")


def test_what_if_shows_other_answers_and_changes_nothing():
    visitor = trained(3)
    before = visitor.sealed

    page = said(visitor, "what-if/")

    assert "Minutes a session: 60, now" in page
    assert "Nothing would change." in page
    assert visitor.sealed == before
