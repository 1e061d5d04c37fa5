"""Under 18, and rather not say: stopped kindly, at once, with nothing of that page kept."""

import pytest

from planner.engine import EXERCISES, SCREENING_MESSAGES
from planner.pages import BY_NUMBER
from planner.state import NOTHING
from tests.planner.people import Visitor, finished, html, somebody, walked
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db

STOPS = {
    "17": (1, {"age": 17}, "SCR-10"),
    "10": (1, {"age": 10, "country": "ca"}, "SCR-10"),
    "rather not say": (3, {"self_harm": "prefer_not_to_say"}, "SCR-11"),
}
every_stop = pytest.mark.parametrize(("number", "said", "rule"), STOPS.values(), ids=STOPS)


@every_stop
def test_the_response_says_why_and_has_no_form_and_no_exercise(number, said, rule):
    response = walked().post(f"questions/{number}/", said)

    page = html(response)
    words = text(page.find("body/main"))
    assert response.status_code == 200
    assert text(page.find("body/main//h1")) == "Let's stop here for now"
    assert SCREENING_MESSAGES[rule] in words
    assert [*page.find("body/main").iter("form")] == []
    assert not any(exercise.name in words for exercise in EXERCISES.values())


@every_stop
def test_nothing_of_that_page_is_kept(number, said, rule):
    visitor = walked()

    visitor.post(f"questions/{number}/", said)

    state = visitor.state
    for name in BY_NUMBER[number].questions:
        assert getattr(state.answers, name) == getattr(NOTHING, name)
    assert b"prefer_not_to_say" not in visitor.sealed
    assert b'"age":1' not in visitor.sealed
    assert not state.help_shown


@every_stop
def test_a_plan_that_was_there_is_closed(number, said, rule):
    visitor = finished()

    visitor.post(f"questions/{number}/", said)

    assert visitor.state.plan is None
    assert visitor.get("")["Location"] == visitor.address(f"questions/{number}/")


def test_rather_not_say_gets_the_lines_of_the_country_and_an_under_18_the_words_alone():
    unsaid = walked(country="nz").post("questions/3/", {"self_harm": "prefer_not_to_say"})
    young = walked().post("questions/1/", {"age": 16})

    assert 'href="tel:1737"' in unsaid.content.decode()
    assert "tel:" not in young.content.decode()
    assert 'href="/help/"' in young.content.decode()


@every_stop
def test_it_may_be_answered_again(number, said, rule):
    visitor = walked()
    page = html(visitor.post(f"questions/{number}/", said))

    again = visitor.address(f"questions/{number}/")
    assert again in [a.get("href") for a in page.iter("a")]
    assert visitor.get(f"questions/{number}/").status_code == 200
    assert visitor.walk(somebody())["Location"] == visitor.address("check/")


def test_eighteen_goes_on():
    visitor = Visitor()

    onwards = visitor.answer(1, somebody(age=18))

    assert onwards["Location"] == visitor.address("questions/3/")
