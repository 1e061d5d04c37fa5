"""People who change their mind: earlier answers, answers behind a plan, and stopping for now."""

import pytest

from tests.planner.people import finished

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("shipped_content"),
]


def test_an_earlier_answer_that_changes_takes_its_page_and_its_answers_away(meet, scripts):
    gina = meet(scripts=scripts)
    gina.starts_from_the_article(age=31, peripartum="pregnant", pregnancy_week=20)
    gina.answers_until("Your mood")

    gina.follows("Back")
    assert gina.page.locator("[name='pregnancy_week']").input_value() == "20"
    gina.follows("Back")
    gina.answers_page(peripartum="not_applicable")

    assert gina.heading == "Your mood"
    gina.answers_until("Check your answers")
    assert "Weeks pregnant" not in gina.words

    gina.follows("Change Pregnancy and birth")
    gina.answers_page(peripartum="pregnant")

    assert gina.heading == "A little more about you"
    assert gina.page.locator("[name='pregnancy_week']").input_value() == ""


def test_a_changed_answer_closes_the_plan_until_it_is_made_again(meet, scripts):
    hugo = meet(scripts=scripts)
    hugo.starts_from_the_article()
    hugo.asks_for_the_plan()
    before = hugo.words

    hugo.follows("See or change my answers")
    hugo.changes("What you can use", equipment=["band", "chair_wall"])

    assert hugo.heading == "Check your answers"
    hugo.goes_to(hugo.link)
    assert hugo.heading == "Check your answers"

    hugo.asks_for_the_plan()

    assert hugo.heading == "Your strength plan"
    hugo.sees("Band squat")
    assert hugo.words != before


def test_looking_at_the_answers_changes_nothing(meet):
    hugo = meet()
    hugo.goes_to(finished().address())
    before = hugo.words

    hugo.follows("See or change my answers")
    hugo.changes("Pain")
    hugo.follows("Go back, I changed nothing")

    assert hugo.words == before


def test_somebody_under_18_is_stopped_and_may_mend_a_slip(meet, scripts):
    ivan = meet(scripts=scripts)
    ivan.starts_from_the_article(age=16)

    ivan.answers_page()

    assert ivan.heading == "Let's stop here for now"
    ivan.sees("18")
    assert ivan.page.locator("form").count() == 0

    ivan.follows("Go back and answer again")
    assert ivan.page.locator("[name='age']").input_value() == ""
    ivan.answers_page(age=61)

    assert ivan.heading == "Your mood"


def test_whoever_would_rather_not_say_is_shown_the_lines_and_may_answer_again(meet, scripts):
    june = meet(scripts=scripts)
    june.starts(country="in", self_harm="prefer_not_to_say")
    june.answers_until("Your mood")

    june.answers_page()

    assert june.heading == "Let's stop here for now"
    assert june.page.locator("a[href='tel:14416']").is_visible()
    assert june.page.locator("form").count() == 0

    june.follows("Go back and answer again")
    june.answers_page(self_harm="no")

    assert june.heading == "Signs to check first"
