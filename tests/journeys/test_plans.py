"""From the article to a plan, by clicking: a plain one, with cautions, under supervision."""

import pytest

from tests.planner.people import finished

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("shipped_content"),
]


def test_a_reader_of_the_article_gets_a_plain_plan_on_every_device(meet, scripts):
    alice = meet(scripts=scripts)

    alice.starts_from_the_article()
    alice.asks_for_the_plan()

    assert alice.heading == "Your strength plan"
    alice.sees("Bodyweight squat", "1 set of 8 repetitions")
    alice.follows("The whole plan")
    alice.sees("Your plan is ready.", "Your days: Monday and Thursday.")
    alice.sees("Bodyweight squat", "1 set of 8 to 12 repetitions", "Gordon 2018")

    at_work = meet(scripts=scripts)
    at_work.goes_to(alice.page.url)

    assert at_work.words == alice.words


def test_every_source_named_in_a_plan_has_a_page(meet):
    alice = meet()

    alice.goes_to(finished().address("plan/"))
    links = alice.page.locator("main a[href^='/sources/']")
    sources = set(links.evaluate_all("links => links.map(link => link.href)"))
    alice.follows("Gordon 2018")

    assert alice.page.url.endswith("/sources/gordon-2018/")
    alice.sees("Gordon")
    assert len(sources) > 5
    assert {alice.context.request.get(source).status for source in sources} == {200}


def test_somebody_pregnant_gets_a_plan_with_the_cautions_of_pregnancy(meet, scripts):
    beth = meet(scripts=scripts)

    beth.starts_from_the_article(
        age=31,
        condition="depression_peripartum",
        peripartum="pregnant",
        pregnancy_week=20,
        equipment=["chair_wall", "band"],
    )
    beth.asks_for_the_plan()

    assert beth.heading == "Your strength plan"
    beth.sees("baby")
    beth.follows("The whole plan")
    beth.sees("baby", "Band squat", "Rest 90 seconds")


def test_somebody_very_low_and_alone_gets_a_plan_for_use_with_a_trained_person(meet, scripts):
    carl = meet(scripts=scripts)

    carl.starts_from_the_article(severity_self="severe", under_care="yes", supervision="none")
    carl.asks_for_the_plan()

    assert carl.heading == "Your strength plan"
    carl.sees("For use with a qualified person present")
    carl.follows("The whole plan")
    carl.sees("For use with a qualified person present", "Find your trained person")
    carl.sees("Mini squat", "1 set of 8 to 12 repetitions")
