"""The page to print is the whole plan, made for paper and pen."""

from functools import cache

import pytest

from planner.engine import EXERCISES
from planner.engine.caveats import CAVEATS
from planner.plan_data import plan_as_data
from planner.presenters.plan_paper import plan_paper
from tests.planner.logs import trained
from tests.planner.people import finished, html
from tests.planner.test_pdf import dose, exercises
from tests.planner.test_plan_pages import ROLES, SHOWN, SUPERVISED
from tests.ttl.pages import dangling_references, ids, text

pytestmark = pytest.mark.django_db

every_plan = pytest.mark.parametrize("name", SHOWN)
# INV-10: what no page may say to somebody whose plan stands beside other care.
ALONE = ("standalone", "stand-alone", "on its own", "by itself", "instead of medicine")


@cache
def made(name):
    visitor = finished(**SHOWN[name])
    return visitor, html(visitor.get("print/")), plan_as_data(visitor.state.plan)


@pytest.fixture
def page(name):
    return made(name)[1]


@pytest.fixture
def plan(name):
    return made(name)[2]


def main(page):
    return text(page.find("body/main"))


def tables(page):
    """Every table as rows of cells."""
    return [[[*row] for row in table.iter("tr")] for table in page.iter("table")]


def cards(page):
    """The tables with boxes to write in."""
    return [rows for rows in tables(page) if boxes(rows[1][-1])]


def boxes(cell):
    """The labels of the boxes in a cell."""
    return [text(label) for each in cell if each.get("class") == "paper-boxes" for label in each]


def words_of(cell):
    """What a cell says; boxes and notes left out."""
    return " ".join((cell.text or "").split())


@every_plan
def test_every_session_is_a_column_with_the_dose_of_each_exercise(page, plan):
    shown = {}
    for head, *rows, _day in cards(page):
        for column, session in enumerate(head[1:], 1):
            shown[words_of(session)] = [(words_of(row[0]), words_of(row[column])) for row in rows]

    assert {
        f"Session {session['number']}": [
            (each["name"], dose(each)) for each in session["exercises"]
        ]
        for week in plan["weeks"]
        for session in week["sessions"]
    } == shown


@every_plan
def test_there_is_a_box_for_each_set_for_effort_and_for_pain_and_for_a_load_if_there_is_one(
    page,
):
    for _head, *rows, day in cards(page):
        for name, *doses in rows:
            [exercise] = [each for each in EXERCISES.values() if each.name == words_of(name)]
            for cell in doses:
                sets = int(words_of(cell).split()[0])
                assert boxes(cell) == [
                    *(["load"] if exercise.is_loadable else []),
                    *(f"set {number}" for number in range(1, sets + 1)),
                    "effort",
                    "pain",
                ]
        assert {tuple(boxes(cell)) for cell in day[1:]} == {("date", "mood before", "mood after")}


@every_plan
def test_the_page_says_all_that_is_needed_away_from_the_site(name, page, plan):
    said = main(page)

    places = [said.index(CAVEATS[caveat]) for caveat in plan["caveats"]]
    assert places == sorted(places)
    assert places[-1] < said.index("Warm up.")
    for each in exercises(plan):
        for words in (each["name"], each["cue"], each["tempo"], each["starting_load"]):
            assert words in said
    assert [role for role, words in ROLES.items() if words in said] == [plan["role"]]
    for words in ("Emergency", "Rest.", "Cool down.", "tiny version", "not medical care"):
        assert words in said
    assert ("For use with a qualified person present." in said) is (name in SUPERVISED)
    # Their sessions are not logged here (INV-08).
    assert ("Type it in on your page" in said) is (name not in SUPERVISED)


@every_plan
def test_nobody_with_other_care_is_told_that_training_is_enough(page, plan):
    if plan["role"] == "adjunct":
        assert [words for words in ALONE if words in main(page).lower()] == []


@every_plan
def test_the_page_is_well_formed_and_its_tables_have_headers_both_ways(page):
    assert dangling_references(page) == []
    assert len(ids(page)) == len(set(ids(page)))
    for table in page.iter("table"):
        head, body = table.find("thead"), table.find("tbody")
        assert {(each.tag, each.get("scope")) for row in head for each in row} == {("th", "col")}
        assert {(row[0].tag, row[0].get("scope")) for row in body} == {("th", "row")}


def test_the_private_link_is_on_the_paper_only_if_asked_for():
    visitor = finished()

    without = html(visitor.get("print/"))
    with_it = html(visitor.get("print/?link=yes"))

    assert visitor.token not in main(without)
    assert f"http://testserver{visitor.address()}" in main(with_it)


def test_the_choices_stand_as_they_were_made():
    page = html(finished().get("print/?sheet=letter&size=large&link=no"))

    ticked = {
        each.get("name"): each.get("value")
        for each in page.iter("input")
        if each.get("checked") is not None
    }
    assert ticked == {"sheet": "letter", "size": "large", "link": "no"}
    assert [form.get("method", "get") for form in page.find("body/main").iter("form")] == ["get"]


def test_on_large_sheets_two_sessions_stand_side_by_side():
    visitor = finished()

    def columns(query):
        return {len(head) - 1 for head, *_ in cards(html(visitor.get(f"print/{query}")))}

    assert (columns(""), columns("?size=large")) == ({3}, {2})


def test_paper_says_where_the_log_has_led_and_nothing_before_there_is_one():
    fresh, trained_one = finished(), trained(4, equipment=["dumbbell"])

    [now] = [
        table for table in html(trained_one.get("print/")).iter("table") if "In week" in text(table)
    ]

    assert "Where you are now" not in main(html(fresh.get("print/")))
    assert "10 kg" in text(now)
    assert "In week 3." in text(now)


def test_the_page_and_the_pdf_are_made_of_the_same_document():
    state = finished().state

    document = plan_paper(state.plan, state.answers)

    assert [section.title for section in document.sections] == [
        "Read these first",
        "Help lines",
        "What this plan is for",
        "How to do a session",
        "The exercises",
        "Your sessions",
        "Where the numbers come from",
    ]
