"""A plan taken along by clicking: into a calendar, as a file, and back in from that file."""

import re

import pytest

from tests.planner.logs import trained
from tests.planner.people import somebody
from tests.planner.test_calendar import events

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(params=["light", "dark"])
def colours(request):
    return request.param


def downloads(visitor, link):
    """Follow a link to a file: its name and its bytes."""
    with visitor.page.expect_download() as started:
        visitor.page.locator("main").get_by_role("link", name=link).click()
    return started.value.suggested_filename, started.value.path().read_bytes()


def test_the_sessions_go_into_a_calendar(meet, scripts, colours):
    kim = meet(scripts=scripts, color_scheme=colours)
    kim.goes_to(trained(2).address("take/"))

    kim.follows("Calendar")
    kim.page.get_by_label("Remind me 30 minutes before").check()
    kim.presses("Make my calendar")
    kim.sees("There is a problem", "Choose a time, or leave the reminder out.")
    kim.page.get_by_label("Time of day").fill("18:30")
    kim.presses("Make my calendar")
    name, content = downloads(kim, "Download the calendar file")
    assert name == "strength-sessions.ics"
    assert {event.dtstart.value.hour for event in events(content).values()} == {18}
    kim.presses("Make an address for my calendar")
    address = kim.page.locator("main code").inner_text()
    assert kim.page.request.get(address).status == 200
    kim.presses("Take the address back")

    assert kim.page.request.get(address).status == 404


def test_a_saved_plan_is_brought_back_under_a_new_link(meet, scripts):
    kim = meet(scripts=scripts)
    kim.goes_to(trained(3).address("take/"))
    old = kim.link
    name, content = downloads(kim, "Everything, to keep")
    assert name == "strength-plan.json"

    kim.goes_to("/plan/")
    kim.follows("I have a saved plan file")
    kim.presses("Read my file")
    kim.sees("There is a problem", "Choose the plan file that you saved.")
    kim.page.get_by_label("Your plan file").set_input_files(
        {"name": "plan.json", "mimeType": "application/json", "buffer": content}
    )
    kim.presses("Read my file")
    kim.sees("We have read your file", "3 logged sessions")
    kim.follows("Go on")
    kim.answers = somebody()
    kim.answers_page()
    kim.page.locator("[name='consent']").check()
    kim.presses("Make my plan")

    assert kim.link != old
    kim.goes_to(f"{kim.link}take/")
    assert re.search(r"/plan/[\w-]{43}/take/$", kim.page.url)
    assert kim.complaints == []
