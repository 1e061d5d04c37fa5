"""How much a healthy adult reads and does from the first question to a plan, and how long that is.

The goal is 180 seconds and fewer than 25 actions. What is left above it is the wording of the
safety questions (three lists of ticks hold 225 words), the two days that nothing may choose for
anybody, and a page about pregnancy. None of that may be dropped to save time.
"""

import pytest

from planner.pages import ABOUT_PAGES
from tests.journeys.timekeeper import Timekeeper
from tests.planner.people import as_fields, somebody

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Feels well, is free on two days, and takes what is filled in.
HEALTHY = somebody(condition="wellbeing", days_available=["mon", "thu"])


def test_a_healthy_adult_reaches_a_plan_in_a_few_minutes_and_few_actions(browser, live_server):
    page = browser.new_page(locale="en-GB")
    page.set_default_timeout(10_000)
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
    print(keeper.actions, keeper.seconds, keeper.words, keeper.clicks, keeper.typed, keeper.keys, keeper.decisions, keeper.headings)
    assert keeper.actions <= 26
    assert keeper.seconds < 200
    page.close()
