"""A call for help is answered at once, from whichever page it comes, and asked about afterwards."""

import pytest

from planner.engine import EXERCISES
from tests.journeys.visitor import ARTICLE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("shipped_content"),
]

PREGNANT = {"age": 31, "peripartum": "pregnant"}
# Who it is, on which page, what they answer there, and what they answer when they come back.
CALLS = {
    "thoughts of self-harm": (
        {},
        "Your mood",
        {"self_harm": "yes"},
        {"self_harm": "no"},
    ),
    "the last item of the mood check": (
        {},
        "Your mood",
        {"phq9": [0, 0, 0, 0, 0, 0, 0, 0, 1]},
        {"phq9": None},
    ),
    "chest pain now": (
        {},
        "Signs to check first",
        {"symptoms": ["chest_pain_now"]},
        {"symptoms": ["none"]},
    ),
    "heavy bleeding in pregnancy": (
        PREGNANT,
        "A little more about you",
        {"pregnancy_flags": ["pg_urgent"]},
        {"pregnancy_flags": ["none"]},
    ),
}


def is_shown_help(visitor):
    """The lines of the United States to tap, and neither a form nor an exercise."""
    main, page = visitor.page.locator("main"), visitor.page.content()
    assert visitor.heading == "Please get help now"
    assert main.locator("a[href='tel:911']").is_visible()
    assert main.locator("a[href='tel:988']").is_visible()
    assert visitor.page.locator("form").count() == 0
    assert [each.name for each in EXERCISES.values() if each.name in page] == []


def comes_back(visitor, page, **answers):
    """Open the link again, answer the page again, and go on to wherever that leads."""
    visitor.goes_to(visitor.link)
    assert visitor.heading == page
    visitor.answers_page(**answers)


@pytest.mark.parametrize(("person", "page", "call", "calm"), CALLS.values(), ids=CALLS)
def test_a_call_for_help_is_answered_at_once_and_asked_about_on_the_way_back(
    meet, scripts, person, page, call, calm
):  # fmt: skip
    erin = meet(scripts=scripts)
    erin.starts_from_the_article(country="us", **person)
    erin.answers_until(page)

    erin.answers_page(**call)

    is_shown_help(erin)

    comes_back(erin, page, **calm)
    if erin.heading == "Your mood":
        erin.answers_page()

    assert erin.heading == "Welcome back"
    erin.sees("Are you safe now?")

    erin.page.get_by_label("No, or I am not sure").check()
    erin.presses("Go on")

    is_shown_help(erin)

    erin.goes_to(erin.link)
    erin.page.get_by_label("Yes, I am safe now").check()
    erin.presses("Go on")
    erin.asks_for_the_plan()

    assert erin.heading == "Your strength plan"


def test_the_help_lines_are_one_press_away_from_everywhere(meet, scripts):
    finn = meet(scripts=scripts)

    for address in ("/", ARTICLE, "/plan/"):
        finn.goes_to(address)
        with finn.page.expect_navigation():
            finn.page.get_by_role("link", name="Need help now?").click()

        finn.look(finn.page)
        assert finn.heading == "You can talk to someone now"
        assert finn.page.locator("a[href='tel:116123']").first.is_visible()
