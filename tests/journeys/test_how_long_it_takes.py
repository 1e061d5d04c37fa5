"""How much a healthy adult reads and does from the first question to a plan, and how long that is.

The goal is fewer than 25 actions and 180 seconds. The actions are met. The seconds cannot be, by
any order of pages: with every question on a single page it would still be more than 180, since
the words of the rulebook alone take over two minutes to read, and no safety question and no choice
that is a person's own may be dropped to save time.
"""

import pytest

from planner.pages import ABOUT_PAGES
from tests.journeys.timekeeper import POINTING, PRESS_AND_RELEASE, WORDS_A_SECOND, Timekeeper
from tests.planner.people import as_fields, somebody

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Feels well, is free on two days, and takes what is filled in.
HEALTHY = somebody(condition="wellbeing", days_available=["mon", "thu"])


def test_a_healthy_adult_reaches_a_plan_in_a_few_minutes_and_few_actions(browser, live_server):
    page = browser.new_page(locale="en-GB")
    page.goto(f"{live_server}/plan/")
    page.get_by_role("button", name="Start", exact=True).click()
    keeper = Timekeeper(page=page, answers=as_fields(HEALTHY, HEALTHY))

    while page.locator("h1").inner_text() != "Check your answers":
        keeper.answers_page()
        assert len(set(keeper.headings)) == len(keeper.headings)
        keeper.presses("Save and go on")
    keeper.reads(page.locator("h1"))
    keeper.agrees(page.locator("[for='id_consent']"))
    keeper.presses("Make my plan")

    assert page.locator("h1").inner_text() == "Your strength plan"
    assert len(keeper.headings) == ABOUT_PAGES
    assert keeper.actions == 24
    assert 192 < keeper.seconds < 193
    assert on_one_page(keeper) > 180
    page.close()


def on_one_page(keeper):
    """How long it would be if no page but the first had a heading to read and a button to press."""
    others = keeper.headings[1:]
    reading = sum(len(heading.split()) for heading in others) / WORDS_A_SECOND
    return keeper.seconds - reading - len(others) * (POINTING + PRESS_AND_RELEASE)
