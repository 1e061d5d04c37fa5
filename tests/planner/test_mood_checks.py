"""Mood checks as a visitor takes them: asked by schedule, left out freely, answered in words."""

import pytest

from planner.engine import EXERCISES, Instrument, check_due
from planner.instruments import INSTRUMENTS
from tests.planner.people import html, typed
from tests.planner.weeks import check, today, weeks_in
from tests.ttl.pages import dangling_references, ids, text

pytestmark = pytest.mark.django_db

CALM = {"phq9_9": "0", "self_harm": "no"}


def phq(*items):
    return {f"phq9_{number}": str(item) for number, item in enumerate(items, 1)}


def gad(*items):
    return {f"gad7_{number}": str(item) for number, item in enumerate(items, 1)}


def questions(visitor):
    """What the page asks: every legend or label of a control."""
    page = html(visitor.get("mood/"))
    fields = [*page.findall(".//fieldset/legend"), *page.findall(".//form//div/label")]
    choices = {text(label) for label in page.findall(".//div[@class='choice']/label")}
    return [words for words in map(text, fields) if words not in choices]


def words(response):
    return text(html(response).find("body/main"))


SELF_HARM = (
    "In the last 2 weeks, have you had thoughts of hurting yourself, or that you would be better "
    "off dead?"
)


def test_the_short_check_asks_the_first_two_items_unchanged_and_the_self_harm_question():
    asked = questions(weeks_in(2))

    assert asked == ["Your mood", *map(str, INSTRUMENTS["phq9"].items[:2]), SELF_HARM]


def test_the_longer_check_asks_about_self_harm_once_as_item_9():
    asked = questions(weeks_in(4))

    assert asked == ["Your mood, the longer check", *map(str, INSTRUMENTS["phq9"].items)]
    assert SELF_HARM not in words(weeks_in(4).get("mood/"))


def test_somebody_with_anxiety_is_asked_about_worry_and_offered_nothing_they_did_not_take():
    asked = questions(weeks_in(2, condition="anxiety_gad"))

    assert asked[0] == "Worry"
    assert asked[1:3] == [str(item) for item in INSTRUMENTS["gad7"].items[:2]]
    assert SELF_HARM in asked


def test_what_is_only_offered_is_folded_away_and_item_9_stands_outside_of_the_fold():
    page = html(weeks_in(4, condition="anxiety_gad").get("mood/"))

    [fold] = page.findall(".//form/details")
    assert text(fold.find("summary")) == "Your mood, the longer check (if you like)"
    names = {control.get("name") for control in fold.iter("input")}
    assert names == {f"phq9_{number}" for number in range(1, 9)}
    assert fold.get("open") is None
    assert len([c for c in page.iter("input") if c.get("name") == "phq9_9"]) == 5


def test_todays_page_announces_a_check_that_is_due_and_no_other():
    due, not_due = weeks_in(2), weeks_in(2, checks=[check(2, phq=(0, 1))])

    links = [a.get("href") for a in html(due.get()).iter("a")]
    assert due.address("mood/") in links
    assert "It is fine to leave them out." in words(due.get())
    assert not_due.address("mood/") not in [a.get("href") for a in html(not_due.get()).iter("a")]


@pytest.mark.parametrize("weeks", [2, 4])
def test_nothing_is_ticked_beforehand_and_the_page_can_be_left(weeks):
    visitor = weeks_in(weeks)
    page = html(visitor.get("mood/"))

    assert [c for c in page.iter("input") if c.get("checked") is not None] == []
    away = [a.get("href") for a in page.find("body/main").iter("a") if text(a) == "Not now"]
    assert away == [visitor.address()] * 2
    assert len(ids(page)) == len(set(ids(page)))
    assert dangling_references(page) == []


def test_leaving_the_page_changes_nothing():
    visitor = weeks_in(2)
    before = visitor.sealed

    visitor.get("mood/")
    visitor.get()

    assert visitor.sealed == before


def test_a_check_is_kept_with_its_week_and_without_the_self_harm_answer():
    visitor = weeks_in(2)

    visitor.post("mood/", phq(0, 1) | CALM)

    [kept] = visitor.state.chapters[-1].checks
    assert (kept.week, kept.phq, kept.gad) == (2, (0, 1), ())
    assert kept.day == today(visitor)
    assert visitor.state.answers.self_harm is None
    assert check_due(visitor.state.chapters, today=kept.day) is None


def test_a_second_press_counts_once_and_shows_the_same_page():
    visitor = weeks_in(2)
    made_for = typed(visitor.get("mood/"))["made_for"][0]

    first = visitor.post("mood/", phq(2, 2) | CALM | {"made_for": made_for})
    second = visitor.post("mood/", phq(2, 2) | CALM | {"made_for": made_for})

    assert len(visitor.state.chapters[-1].checks) == 1
    assert words(first) == words(second)


@pytest.mark.parametrize(
    ("weeks", "given", "complaint"),
    [
        (2, phq(1) | CALM, "Your mood: Please answer every item, or skip the check."),
        (2, phq(1, 1), "Thoughts of hurting yourself: Please choose one answer."),
        (2, phq(1, 7) | CALM, "This is not one of the choices. Please choose again."),
        (4, phq(*[0] * 8), "Thoughts of hurting yourself: Please choose one answer."),
        (
            4,
            phq(*[0] * 7) | CALM,
            "Your mood, the longer check: Please answer every item, or skip the check.",
        ),
    ],
)
def test_a_check_with_a_gap_is_asked_again_and_keeps_what_was_ticked(weeks, given, complaint):
    visitor = weeks_in(weeks)

    response = visitor.post("mood/", given)

    page = html(response)
    summary = page.find(".//div[@class='error-summary']")
    assert [text(item) for item in summary.iter("li")] == [complaint]
    assert summary.find(".//a").get("href")[1:] in ids(page)
    valid = {name: [value] for name, value in given.items() if value != "7"}
    shown = {name: value for name, value in typed(response).items() if name != "made_for"}
    assert shown == {name: value for name, value in valid.items() if name in shown}
    assert set(shown) >= set(valid) - {"self_harm", "phq9_9"}
    assert text(page.find("head/title")).startswith("Error: Your strength plan")
    assert visitor.state.chapters[-1].checks == ()


def test_a_page_of_offers_needs_one_answer_or_none():
    visitor = weeks_in(2, condition="wellbeing")

    response = visitor.post("mood/", {"self_harm": "no"})

    assert 'Please answer one part, or press "Not now".' in words(response)
    assert visitor.state.chapters[-1].checks == ()


def test_chair_stands_are_offered_to_older_people_with_a_safe_how_to():
    visitor = weeks_in(0, age=70)

    page = words(visitor.get("mood/"))
    visitor.post("mood/", {"chair_stands": "11"})

    assert "firm chair against a wall" in page
    assert "Leave it out today if you feel unwell" in page
    [kept] = visitor.state.chapters[-1].checks
    assert (kept.chair_stands, kept.week, kept.phq) == (11, 1, ())


@pytest.mark.parametrize("typo", ["-1", "61", "many"])
def test_an_unlikely_number_of_chair_stands_is_asked_again(typo):
    visitor = weeks_in(0, age=70)

    response = visitor.post("mood/", {"chair_stands": typo})

    assert "from 0 to 60" in words(response)
    assert typed(response)["chair_stands"] == [typo]


def test_a_younger_person_is_never_asked_to_count():
    due = check_due(weeks_in(6).state.chapters, today=42)

    assert Instrument.CHAIR_STANDS not in due.asked + due.offered


def test_the_pages_of_a_check_show_no_dose():
    visitor = weeks_in(4)

    pages = [visitor.get("mood/"), visitor.post("mood/", phq(*[0] * 9))]

    shown = " ".join(words(page) for page in pages)
    assert not any(exercise.name in shown for exercise in EXERCISES.values())
