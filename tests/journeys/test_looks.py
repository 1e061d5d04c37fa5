"""The same walk in the dark, on a wide screen, by keyboard alone, and on paper."""

import re

import pytest

from tests.planner.people import finished

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Somebody who is asked something on every page of the questionnaire.
MANY = {
    "age": 31,
    "condition": "depression_peripartum",
    "peripartum": "pregnant",
    "severity_self": "moderate",
    "conditions": ["heart_disease", "high_blood_pressure", "diabetes_type2"],
    "pain_sites": ["low_back", "knee"],
    "pain_now": 4,
    "medicines": ["antidepressant", "beta_blocker", "insulin"],
    "clearance": "no",
}
LOOKS = {
    "dark phone": {"color_scheme": "dark"},
    "wide": {"viewport": {"width": 1280, "height": 800}},
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_page_holds_up_in_every_light_and_width(meet, look):
    sara = meet(**look)

    sara.starts(**MANY)
    sara.asks_for_the_plan()
    assert sara.heading == "A check comes first"
    sara.follows("Open the summary")
    sara.follows("Back")
    sara.follows("tell us what they said")
    sara.page.get_by_label("A doctor").check()
    sara.page.get_by_label("When was that?").select_option(index=1)
    sara.presses("Go on to my plan")
    sara.asks_for_the_plan()

    assert sara.heading == "Your strength plan"
    sara.follows("The whole plan")
    sara.sees("blood pressure", "All 12 weeks")


def test_the_summary_for_a_clinician_fits_one_sheet_of_paper(meet):
    sara = meet()
    sara.goes_to(finished(**MANY).address("summary/"))

    sheets = re.findall(rb"/Type /Pages\s+/Count (\d+)", sara.page.pdf(format="A4"))

    assert sheets == [b"1"]


def test_a_page_can_be_answered_with_the_keyboard_alone(meet, scripts):
    tom = meet(scripts=scripts)
    tom.starts()
    keys = tom.page.keyboard

    tom.tabs_to("[name='age']")
    keys.type("34")
    tom.tabs_to("[name='country']")
    keys.press("ArrowDown")
    tom.tabs_to("[name='condition']")
    keys.press("Space")
    tom.tabs_to("[name='peripartum']")
    keys.press("Space")
    with tom.page.expect_navigation():
        keys.press("Enter")

    assert tom.heading == "Your mood"

    tom.tabs_to("[name='severity_self']")
    keys.press("ArrowDown")
    tom.tabs_to("summary")
    keys.press("Space")
    tom.tabs_to("[name='phq9_1']")
    keys.press("ArrowUp")
    tom.sees("Little interest or pleasure")
