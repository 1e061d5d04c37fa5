"""Mood checks and progress by clicking: on a phone, with and without scripts, light and dark."""

import pytest

from planner.engine import EXERCISES
from tests.journeys.test_urgent_help import is_shown_help
from tests.planner.logs import trained
from tests.planner.weeks import change, check, session, weeks_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("shipped_content"),
]


@pytest.fixture(params=["light", "dark"])
def colours(request):
    return request.param


def ticks(visitor, **answers):
    """Choose one answer of each of these questions."""
    for name, value in answers.items():
        visitor.page.locator(f"[name='{name}'][value='{value}']").check()


def items(name, count, value):
    return {f"{name}_{number}": value for number in range(1, count + 1)}


def test_a_short_check_leads_to_the_longer_one_and_to_words(meet, scripts, colours):
    ana = meet(scripts=scripts, color_scheme=colours)
    ana.goes_to(weeks_in(2).address("mood/"))

    ana.presses("Save my answers")
    ana.sees("There is a problem", "Thoughts of hurting yourself: Please choose one answer.")
    ticks(ana, phq9_1=2, phq9_2=2, self_harm="no")
    ana.presses("Save my answers")
    ana.sees("A longer look could help")
    ana.follows("Take the longer check")
    ticks(ana, **items("phq9", 8, 1), phq9_9=0)
    ana.presses("Save my answers")

    ana.sees("Thank you for checking in", "8 of 27, in the range often called mild")


def test_a_call_for_help_in_a_check_is_answered_at_once(meet, scripts):
    ben = meet(scripts=scripts)
    visitor = weeks_in(4, sessions=[session(1, 2)], country="us")
    ben.goes_to(visitor.address("mood/"))

    ticks(ben, phq9_9=1)
    ben.presses("Save my answers")

    is_shown_help(ben)
    ben.goes_to(visitor.address("progress/"))
    assert not any(each.name in ben.words for each in EXERCISES.values())


def test_progress_is_read_as_sentences_charts_and_tables(meet, scripts, colours):
    cleo = meet(scripts=scripts, color_scheme=colours)
    visitor = trained(12, equipment=["dumbbell", "band", "chair_wall"])
    cleo.goes_to(visitor.address("progress/"))

    cleo.sees("sessions done", "12", "Two lines that move together prove nothing.")
    folded = cleo.page.locator("main figure details:not([open]) > summary:visible")
    while folded.count():
        folded.first.click()
    table = cleo.page.locator("figure table").first
    assert table.is_visible()
    cleo.look(cleo.page)


def test_the_check_can_be_left_without_a_word(meet):
    dan = meet(scripts=False)
    visitor = weeks_in(6, age=70, condition="anxiety_gad", checks=[check(4, gad=(1,) * 7)])
    dan.goes_to(visitor.address("mood/"))

    dan.page.locator("main").get_by_role("link", name="Not now").first.click()

    assert dan.link in dan.page.url
    assert change(visitor, lambda state: state).state.chapters[-1].checks[0].week == 4
