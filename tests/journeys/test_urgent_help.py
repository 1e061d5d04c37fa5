"""A call for help is answered at once, from whichever page it comes, and asked about afterwards."""

from dataclasses import dataclass, field

import pytest

from planner.engine import EXERCISES
from tests.journeys.visitor import ARTICLE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("shipped_content"),
]


@dataclass(frozen=True, kw_only=True)
class Call:
    """Who calls for help, on which page, with which answer, and their answer on coming back."""

    person: dict[str, object] = field(default_factory=dict)
    page: str
    answer: dict[str, object]
    calm_answer: dict[str, object]


CALLS = {
    "thoughts of self-harm": Call(
        page="Your mood",
        answer={"self_harm": "yes"},
        calm_answer={"self_harm": "no"},
    ),
    "the last item of the mood check": Call(
        page="Your mood",
        answer={"phq9": [0, 0, 0, 0, 0, 0, 0, 0, 1]},
        calm_answer={"phq9": None},
    ),
    "chest pain now": Call(
        page="Signs to check first",
        answer={"symptoms": ["chest_pain_now"]},
        calm_answer={"symptoms": ["none"]},
    ),
    "heavy bleeding in pregnancy": Call(
        person={"age": 31, "peripartum": "pregnant"},
        page="A little more about you",
        answer={"pregnancy_flags": ["pg_urgent"]},
        calm_answer={"pregnancy_flags": ["none"]},
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


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_call_for_help_is_answered_at_once_and_asked_about_on_the_way_back(meet, scripts, call):
    erin = meet(scripts=scripts)
    erin.starts_from_the_article(country="us", **call.person)
    erin.answers_until(call.page)

    erin.answers_page(**call.answer)

    is_shown_help(erin)

    erin.goes_to(erin.link)
    assert erin.heading == "Welcome back"
    erin.sees("Are you safe now?")
    erin.page.get_by_label("No, or I am not sure").check()
    erin.presses("Go on")

    is_shown_help(erin)

    erin.goes_to(erin.link)
    assert erin.heading == "Welcome back"
    erin.page.get_by_label("Yes, I am safe now").check()
    erin.presses("Go on")
    assert erin.heading == call.page
    erin.answers_page(**call.calm_answer)

    assert erin.heading not in {call.page, "Welcome back"}


def test_the_help_lines_are_one_press_away_from_everywhere(meet, scripts):
    finn = meet(scripts=scripts)

    for address in ("/", ARTICLE, "/plan/"):
        finn.goes_to(address)
        with finn.page.expect_navigation():
            finn.page.get_by_role("link", name="Need help now?").click()

        finn.look(finn.page)
        assert finn.heading == "You can talk to someone now"
        assert finn.page.locator("a[href='tel:116123']").first.is_visible()
