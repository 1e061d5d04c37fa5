"""Back, forward, refresh, a second tab, hasty presses, another day: nothing is lost or mixed up."""

import pytest

from planner.models import PrivatePlan
from tests.planner.people import finished, walked

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def finished_plans():
    return PrivatePlan.objects.filter(used_week__isnull=False).count()


def test_back_forward_and_refresh_keep_every_answer_in_its_place(meet, scripts):
    nina = meet(scripts=scripts)
    nina.starts()
    nina.answers_until("Your mood")

    nina.goes_back()
    assert nina.heading == "About you"
    assert nina.page.get_by_label("No, or does not apply").is_checked()
    assert nina.page.get_by_label("How old are you?").input_value() == "34"

    nina.page.go_forward()
    nina.page.reload()
    assert nina.heading == "Your mood"

    nina.answers_page()
    nina.page.reload()
    assert nina.heading == "Signs to check first"

    nina.asks_for_the_plan()
    before = nina.words
    nina.page.reload()
    assert nina.words == before

    nina.goes_back()
    assert nina.heading == "Check your answers"
    nina.page.go_forward()
    assert nina.words == before
    assert finished_plans() == 1


def test_an_unfinished_questionnaire_goes_on_from_its_link_on_another_device(meet, scripts):
    olga = meet(scripts=scripts)
    olga.starts()
    olga.answers_until("Your health")

    at_home = meet(scripts=scripts)
    at_home.goes_to(olga.link)

    assert at_home.heading == "Your health"
    at_home.answers_page(**olga.answers)
    assert at_home.heading == "Pain and medicines"


def test_two_tabs_that_save_different_pages_are_both_kept(meet, scripts):
    pia = meet(scripts=scripts)
    pia.goes_to(walked().address())
    tab = pia.second_tab()
    pia.follows("Change What you can use")
    tab.follows("Change Medicines")

    pia.answers_page(equipment=["band"])
    tab.answers_page(medicines=["lithium"])

    assert tab.heading == "Check your answers"
    tab.sees("Bands", "Lithium")
    tab.page.close()


def test_hasty_presses_make_one_plan(meet, scripts):
    quin = meet(scripts=scripts)
    quin.goes_to("/plan/")
    quin.presses_hastily("Start", reaches="About you")

    quin.goes_to(walked().address())
    quin.page.locator("[name='consent']").check()
    quin.presses_hastily("Make my plan", reaches="Your strength plan")

    assert finished_plans() == 1


def test_an_erased_plan_is_gone_for_everybody(meet, scripts):
    rosa = meet(scripts=scripts)
    rosa.goes_to(finished().address())
    link = rosa.link

    rosa.follows("Erase everything")
    assert rosa.heading == "Erase everything?"
    rosa.presses("Erase everything")

    assert rosa.heading == "Everything is erased"
    assert PrivatePlan.objects.count() == 0
    assert rosa.context.request.get(link).status == 410
