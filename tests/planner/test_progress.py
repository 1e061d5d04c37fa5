"""The progress page: what was done and how it felt, with nothing that can be lost."""

import re
from datetime import timedelta

import pytest
from django.utils.formats import date_format

from planner.engine import Kind
from tests.planner.logs import trained
from tests.planner.people import finished, html, walked
from tests.planner.test_mood_checks import words
from tests.planner.weeks import check, session, weeks_in
from tests.ttl.pages import dangling_references, ids, text

pytestmark = pytest.mark.django_db

NOTE = "Two lines that move together prove nothing."


def progress(*sessions, weeks=8, **person):
    """Somebody's progress page."""
    return weeks_in(weeks, sessions=sessions, **person).get("progress/")


def figures(response):
    """Each chart with its title: its sentence, and the rows of its table."""
    found = {}
    for figure in html(response).findall(".//figure"):
        rows = [[text(cell) for cell in row] for row in figure.findall(".//tbody/tr")]
        title = text(figure.find("{*}svg/{*}title"))
        found[title] = text(figure.find("figcaption")), rows
    return found


def dates(visitor, *days):
    first = visitor.state.first_monday
    return [date_format(first + timedelta(days=day), "j F") for day in days]


def test_before_the_first_session_the_page_is_kind_and_leads_to_the_plan():
    visitor = finished()

    page = visitor.get("progress/")

    assert "Nothing is here yet, and that is fine." in words(page)
    assert visitor.address() in [a.get("href") for a in html(page).iter("a")]
    assert figures(page) == {}


def test_sessions_and_weeks_count_what_was_done_and_tiny_ones_just_as_much():
    page = progress(
        session(1, 2),
        session(2, 4, kind=Kind.TINY),
        session(3, 9),
        session(4, 16, kind=Kind.SKIPPED),
        session(5, 23, kind=Kind.STOPPED),
        session(6, 25, kind=Kind.TINY),
    )

    stats = {text(s.find("dt")): text(s.find("dd")) for s in html(page).findall(".//dl/div")}
    assert stats == {"sessions done": "4", "weeks with a session": "3"}


def test_no_word_on_the_page_counts_what_was_missed_or_can_break():
    said = words(progress(session(1, 2), session(2, 40, kind=Kind.SKIPPED)))

    guilt = r"streak|in a row|missed|skipp|fail|behind|only \d|should have|lost|broke"
    assert re.findall(guilt, said, re.IGNORECASE) == []


def test_moods_wait_for_four_sessions_with_both():
    three = [session(n, 2 * n, moods=(4, 6)) for n in (1, 2, 3)]
    half = session(4, 9, moods=(4, None))

    waiting = progress(*three, half)
    shown = progress(*three, half, session(5, 11, moods=(3, 3)))

    assert "once 1 more session has a mood before and after" in words(waiting)
    assert figures(waiting) == {}
    sentence, rows = figures(shown)["Mood before and after each session"]
    assert sentence == (
        "In 4 sessions you noted your mood from 0 to 10, where 10 is best. "
        "Before: from 3 to 4. After: from 3 to 6."
    )
    assert [row[1:] for row in rows] == [["4", "6"]] * 3 + [["3", "3"]]


def test_a_chart_of_moods_comes_with_the_note_that_it_proves_nothing():
    moods = [session(n, 2 * n, moods=(4, 6)) for n in (1, 2, 3, 4)]

    said = words(progress(*moods))

    assert NOTE in said
    assert not re.search(r"because (of )?(you )?train|training (made|helped|improved)", said)
    assert NOTE not in words(progress(session(1, 2)))


def test_mood_checks_stand_in_words_with_the_start_as_the_first():
    visitor = weeks_in(
        8,
        checks=[check(2, phq=(1, 1)), check(4, phq=(1,) * 8 + (0,)), check(8, phq=(0,) * 9)],
        phq9=[1, 1, 1, 1, 1, 2, 2, 1, 0],
        under_care="yes",
    )

    page = visitor.get("progress/")

    [start, last] = dates(visitor, visitor.state.chapters[0].day, 55)
    sentence, rows = figures(page)["Mood checks over time"]
    assert sentence == (
        f"Mood: in the range often called moderate on {start}, and often called minimal on {last}."
    )
    assert [row[1:] for row in rows] == [
        ["moderate, 10 of 27", "not taken"],
        ["two questions", "not taken"],
        ["mild, 8 of 27", "not taken"],
        ["minimal, 0 of 27", "not taken"],
    ]
    assert "Things look lighter than at the start" in words(page)


def test_a_single_check_is_a_row_without_a_chart():
    page = html(weeks_in(2, checks=[check(2, phq=(1, 1))]).get("progress/"))

    assert [text(cell) for cell in page.findall(".//tbody/tr/td")] == ["two questions", "not taken"]
    assert page.findall(".//figure") == []


def test_chair_stands_have_a_column_once_they_were_counted():
    page = html(weeks_in(6, age=70, checks=[check(6, chair_stands=11)]).get("progress/"))

    assert text(page.findall(".//thead//th")[-1]) == "Chair stands in 30 seconds"
    assert text(page.findall(".//tbody//td")[-1]) == "11"


def test_two_kinds_of_check_are_two_lines_told_apart_by_shape():
    visitor = weeks_in(
        8,
        condition="depression_anxiety",
        checks=[check(4, phq=(1,) * 8 + (0,), gad=(1,) * 7), check(8, phq=(0,) * 9, gad=(0,) * 7)],
    )

    [figure] = html(visitor.get("progress/")).findall(".//figure")

    assert [text(item) for item in figure.findall("ul/li")] == ["Mood", "Worry"]
    lines = [line.get("class") for line in figure.findall("{*}svg/{*}polyline")]
    assert lines == ["chart__line chart__line--open", "chart__line"]


def test_somebody_who_has_trained_for_weeks_sees_every_exercise_once():
    visitor = trained(12)

    page = visitor.get("progress/")

    names = [text(summary) for summary in html(page).findall(".//section/details/summary")]
    logged = {e.exercise for s in visitor.state.chapters[-1].sessions for e in s.exercises}
    assert len(names) == len(logged)
    assert len(ids(html(page))) == len(set(ids(html(page))))
    assert dangling_references(html(page)) == []
    assert "12" in words(page)


@pytest.mark.parametrize("close", [{"self_harm": "yes"}, {"self_harm": "prefer_not_to_say"}])
def test_a_closed_plan_has_no_progress_page(close):
    visitor = weeks_in(8, sessions=[session(1, 2)])
    visitor.post("mood/", close)

    assert visitor.get("progress/")["Location"] == visitor.address()
    assert walked().get("progress/").status_code == 302


def test_the_page_only_shows():
    assert finished().post("progress/", {}).status_code == 405
