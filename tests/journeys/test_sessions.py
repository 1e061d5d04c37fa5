"""A session noted by clicking on a phone: in one press, in numbers, in two tabs, with a sign."""

import pytest

from tests.planner.logs import due_today, resting_today

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lea(meet, scripts):
    """Somebody with four sessions behind her, on a day of the plan."""
    lea = meet(scripts=scripts)
    lea.goes_to(due_today(4, equipment=["dumbbell"]).address())
    return lea


def test_a_session_in_one_press(lea):
    assert lea.heading == "Today"
    lea.logs_as_planned()
    assert lea.heading == "Today is for rest"


def test_a_session_of_another_day(lea):
    lea.goes_to(resting_today(4).address())

    assert lea.heading == "Today is for rest"
    lea.follows("Note a session I did on another day")
    assert lea.heading == "How did it go?"


def test_every_page_of_the_log(lea):
    for link in ("Your sessions", "Back to today", "When and where I train", "Back to today"):
        lea.follows(link)
    lea.goes_to(f"{lea.link}session/4/saved/")
    lea.sees("What changes for next time")
    lea.follows("Mend a mistake")
    lea.follows("Take this session out")
    lea.goes_to(f"{lea.link}swap/1/")
    lea.sees("Change an exercise")
    lea.goes_to(f"{lea.link}session/5/tiny/")
    lea.goes_to(f"{lea.link}session/5/stop/")
    assert lea.heading == "Stopping is fine"


def test_two_tabs_ask_and_a_sign_closes(lea):
    lea.goes_to(f"{lea.link}session/5/")
    other = lea.second_tab()
    for tab, count in ((lea, "7"), (other, "9")):
        tab.page.locator("[name='e1_set_1']").fill(count)
        tab.presses("Save")
    assert other.heading == "This session is noted already"
    other.presses("Use this one instead")

    other.goes_to(f"{other.link}session/6/")
    other.page.locator("[name='stop_symptom']").select_option("chest_pain")
    other.presses("Save")

    assert other.heading == "Please stop here"
    other.goes_to(other.link)
    assert other.heading == "Please stop here"
