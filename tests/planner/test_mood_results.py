"""What a mood check calls for, in words: never a bare score, never blame, with help near."""

import re

import pytest

from planner.engine import RULES
from planner.presenters.checks import CARDS
from tests.planner.people import html
from tests.planner.test_mood_checks import CALM, phq, questions, words
from tests.planner.weeks import check, weeks_in
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db

MODERATE = (1, 1, 1, 1, 1, 2, 2, 1, 0)


@pytest.mark.parametrize(
    ("items", "card"), [((2, 1), "MON-03"), ((1, 1), None)], ids=["three", "two"]
)
def test_a_short_check_of_three_or_more_invites_the_longer_one_now(items, card):
    visitor = weeks_in(2)

    page = visitor.post("mood/", phq(*items) | CALM)

    invitations = [a for a in html(page).iter("a") if text(a) == "Take the longer check"]
    assert [a.get("href") for a in invitations] == [visitor.address("mood/")] * bool(card)
    if card:
        assert RULES[card].reason in words(page)
        assert len(questions(visitor)) == 10
    else:
        assert "Nothing about your plan changes." in words(page)


def test_every_rule_about_a_check_has_a_card():
    assert set(CARDS) == {"MON-03", "MON-04", "MON-10", "MON-11", "MON-12", "MON-13"}
    assert all(RULES[rule].reason for rule in CARDS)


def test_a_clearly_worse_check_asks_to_contact_the_care_team_with_the_lines_near():
    visitor = weeks_in(4, phq9=[0] * 9)

    response = visitor.post("mood/", phq(1, 1, 1, 1, 1, 0, 0, 0) | CALM)

    said = words(response)
    assert "Please contact your care team this week" in said
    assert "116 123" in said
    assert "in the range often called mild" in said
    assert visitor.state.plan
    lighter = [a.get("href") for a in html(response).iter("a") if "lighter plan" in text(a)]
    assert lighter == [visitor.address("questions/10/")]


def test_in_week_8_a_check_that_stays_high_speaks_of_more_help():
    visitor = weeks_in(8, phq9=list(MODERATE), under_care="yes")

    said = words(visitor.post("mood/", phq(*MODERATE)))

    assert RULES["MON-12"].reason in said


def test_a_clearly_lighter_check_is_praised_and_medicine_stays_as_agreed():
    visitor = weeks_in(4, phq9=list(MODERATE), under_care="yes")

    said = words(visitor.post("mood/", phq(*[0] * 9)))

    assert RULES["MON-13"].reason in said
    assert "Keep any medicine as agreed" in said
    assert "because of" not in said


def test_the_last_check_can_be_read_again_and_no_check_is_no_fault():
    visitor = weeks_in(2, checks=[check(2, phq=(0, 1))])

    said = words(visitor.get("mood/"))
    none = words(weeks_in(0).get("mood/"))

    assert "Thank you for checking in" in said
    assert "Mood: two questions answered." in said
    assert "No check is due" in none


@pytest.mark.parametrize("rule", ["MON-14", "MON-15", "MON-16"])
def test_what_today_may_say_about_a_hard_time_blames_nobody(rule):
    guilt = r"should have|missed|failed|only|behind|must|again and again|lazy"

    assert re.search(guilt, RULES[rule].reason) is None
