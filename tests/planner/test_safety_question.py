"""Whoever comes back after help is asked whether they are safe; only a plain yes goes on."""

import pytest

from tests.planner.people import Visitor, html, somebody, walked
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def helped():
    """Somebody who was shown help and has answered the mood page again since."""
    visitor = walked()
    visitor.post("questions/3/", {"self_harm": "yes"})
    visitor.answer(3, somebody())
    return visitor


def test_the_safety_question_stands_above_the_help_lines(helped):
    page = html(helped.get("safe/"))

    assert text(page.find("body/main//legend")) == "Are you safe now?"
    hrefs = [a.get("href") for a in page.find("body/main").iter("a")]
    assert {"tel:999", "tel:116123", "sms:85258"} <= set(hrefs)


def test_not_safe_is_shown_help_again_and_stays_held_back(helped):
    before = helped.sealed

    page = helped.post("safe/", {"safe": "no"})

    assert text(html(page).find("body/main//h1")) == "Please get help now"
    assert [*html(page).find("body/main").iter("form")] == []
    assert "tel:999" in page.content.decode()
    assert helped.sealed == before
    assert Visitor(helped.token).get("")["Location"] == helped.address("safe/")


def test_safe_goes_on_to_where_it_stopped(helped):
    onwards = helped.post("safe/", {"safe": "yes"})

    assert onwards["Location"] == helped.address("check/")
    helped.agree()
    assert helped.state.plan


@pytest.mark.parametrize("answer", [{}, {"safe": "maybe"}, {"safe": ""}])
def test_no_answer_to_the_safety_question_is_not_taken_for_yes(helped, answer):
    page = helped.post("safe/", answer)

    assert page.status_code == 200
    assert "error-summary" in page.content.decode()
    assert helped.state.help_shown


def test_safe_before_answering_again_leads_to_the_page_that_was_forgotten():
    visitor = walked()
    visitor.post("questions/3/", {"self_harm": "yes"})

    onwards = visitor.post("safe/", {"safe": "yes"})

    assert onwards["Location"] == visitor.address("questions/3/")
    assert visitor.agree()["Location"] == visitor.address("questions/3/")


def test_the_safety_page_is_for_nobody_else():
    visitor = walked()

    assert visitor.get("safe/")["Location"] == visitor.address("check/")
    assert visitor.post("safe/", {"safe": "no"})["Location"] == visitor.address("check/")
