"""A page that cannot be saved yet says so, leads to each question and loses nothing."""

import pytest
from playwright.sync_api import expect

from tests.planner.people import walked

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def slip(meet, scripts):
    """Somebody who wrote their age in words, chose a country and went on."""
    kate = meet(scripts=scripts)
    kate.starts()
    kate.page.get_by_label("How old are you?").fill("thirty-four")
    kate.page.get_by_label("Ireland").check()
    kate.presses("Save and go on")
    return kate


def test_the_error_summary_has_the_focus(slip):
    assert slip.page.title().startswith("Error: ")
    assert slip.page.locator(".error-summary:focus").count() == 1
    assert slip.page.evaluate("document.activeElement.className") == "error-summary"
    slip.sees("Please enter your age as a whole number.", "Please choose one answer.")


def test_everything_typed_is_still_there(slip):
    assert slip.page.get_by_label("How old are you?").input_value() == "thirty-four"
    assert slip.page.get_by_label("Ireland").is_checked()


def test_each_link_of_the_error_summary_moves_to_its_question(slip):
    for link, control in (("Age", "#id_age"), ("What you want help with", "#id_condition_0")):
        slip.page.locator(".error-summary").get_by_role("link", name=link).click()

        expect(slip.page.locator(control)).to_be_focused()
        expect(slip.page.locator(control)).to_be_in_viewport()


def test_a_mended_page_goes_on(slip):
    slip.answers_page()

    assert slip.heading == "Your mood"


def test_ticks_and_a_half_done_mood_check_are_still_there(meet, scripts):
    lena = meet(scripts=scripts)
    lena.starts(gad7=[1, 2], mental_flags=["panic_attacks", "none"], severity_self=None)
    lena.answers_until("Your mood")

    lena.answers_page()

    lena.sees("Please answer every item, or skip the check.", '"None of these" cannot go with')
    form = lena.page.locator("form")
    ticked = form.locator(":checked").evaluate_all("all => all.map(each => each.value)")
    assert ticked == ["1", "2", "no", "panic_attacks", "none"]
    assert form.locator("details[open]").count() == 1


def test_the_last_button_needs_consent(meet, scripts):
    mia = meet(scripts=scripts)
    mia.goes_to(walked().address("check/"))

    mia.presses("Make my plan")

    assert mia.page.locator(".error-summary:focus").count() == 1
    assert mia.heading == "Check your answers"
    mia.sees("Please tick the box to go on.")
