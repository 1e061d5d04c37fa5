"""People who change their mind: earlier answers, answers behind a plan, and stopping for now."""

import pytest

from tests.planner.logs import trained
from tests.planner.people import finished, somebody

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
    assert gina.page.get_by_label("Pregnant", exact=True).is_checked()
    gina.answers_page(peripartum="not_applicable")

    assert gina.heading == "Your mood"
    gina.answers_until("Check your answers")
    assert "Weeks pregnant" not in gina.words

    gina.follows("Change Pregnancy and birth")
    gina.answers_page(peripartum="pregnant")

    assert gina.heading == "A little more about you"
    assert gina.page.locator("[name='pregnancy_week']").input_value() == ""


def test_a_changed_answer_waits_until_its_owner_has_seen_what_it_changes(meet, scripts):
    hugo = meet(scripts=scripts)
    hugo.starts_from_the_article()
    hugo.asks_for_the_plan()
    before = hugo.words

    hugo.follows("See or change my answers")
    hugo.changes("What you can use", equipment=["band", "chair_wall"])

    assert hugo.heading == "Check your answers"
    hugo.goes_to(hugo.link)
    hugo.sees("You changed some answers", "Bodyweight squat")

    hugo.follows("See what would change")
    hugo.sees("Band squat", "Bodyweight squat", "You have no session in your log yet")
    hugo.presses("Use the new plan")

    assert hugo.heading == "Your strength plan"
    hugo.sees("Band squat")
    assert hugo.words != before


def test_a_changed_answer_can_be_left_and_the_plan_stays_as_it_was(meet, scripts):
    hugo = meet(scripts=scripts)
    hugo.goes_to(trained(4).address())
    before = hugo.words

    hugo.follows("See or change my answers")
    hugo.answers = somebody()
    hugo.changes("What you can use", equipment=["band", "chair_wall"])
    hugo.follows("See what would change")
    hugo.sees("Your 4 sessions stay in your log")
    hugo.presses("Keep my plan as it is")

    assert hugo.words == before


def test_looking_around_and_asking_what_if_changes_nothing(meet, scripts):
    hugo = meet(scripts=scripts)
    hugo.goes_to(trained(2).address())
    before = hugo.words

    hugo.follows("The whole plan")
    hugo.follows("Does this apply to you?")
    hugo.sees("Who was studied")
    hugo.follows("Back to the whole plan")
    hugo.follows("What would change my plan?")
    hugo.sees("Nothing changes by looking")
    hugo.follows("Back to today")

    assert hugo.words == before


def test_after_five_weeks_away_the_questions_come_first_and_the_plan_goes_on(meet, scripts):
    hugo = meet(scripts=scripts)
    hugo.answers = somebody()
    hugo.goes_to(trained(6, rested=36).address())

    hugo.follows("Look at my answers")
    hugo.presses("Open the questions")
    assert hugo.heading == "Your mood"
    hugo.goes_to(hugo.link)
    assert hugo.heading == "Your plan is waiting for an answer"
    hugo.follows("Answer what is open")
    hugo.answers_until("Check your answers")
    hugo.follows("See what would change")
    hugo.sees("The weeks start again at week 1")
    hugo.presses("Use the new plan")

    assert hugo.heading.startswith("Today")


def test_after_the_last_week_each_way_on_can_be_read_before_it_begins(meet, scripts):
    hugo = meet(scripts=scripts)
    hugo.goes_to(trained(24).address())

    hugo.follows("See how to go on")
    hugo.sees("The same plan again", "Keep it")
    hugo.presses("Begin: Keep it")

    assert hugo.heading.startswith("Today")


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
