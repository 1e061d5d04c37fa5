"""A session noted by clicking on a phone: in one press, in numbers, in two tabs, with a sign."""

import pytest

from tests.planner.logs import trained

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lea(meet, scripts):
    """Somebody with four sessions behind her, on a day of the plan."""
    lea = meet(scripts=scripts)
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    lea.goes_to(trained(4, rested=9, days_available=days, equipment=["dumbbell"]).address())
    return lea


def test_a_session_in_one_press(lea):
    if lea.heading == "Today":
        lea.logs_as_planned()
        assert lea.heading == "Today is for rest"
    else:
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
