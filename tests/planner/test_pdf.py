"""The PDF of a plan holds all that is needed away from the site, and tells it to a listener too."""

import re
from collections import Counter
from functools import cache

import pytest
from django.conf import settings

from planner.drawings import DRAWINGS, picture
from planner.engine import EXERCISES, RULES, words
from planner.engine.caveats import CAVEATS
from planner.exports.typeset import LAYOUT
from planner.plan_data import plan_as_data
from planner.presenters.drawing import drawing
from planner.presenters.help import help_for
from planner.presenters.why import source_links
from tests.planner import pdf
from tests.planner.pdf import squeezed
from tests.planner.people import finished
from tests.planner.test_plan_pages import ROLES, SHOWN, SUPERVISED

pytestmark = pytest.mark.django_db

every_plan = pytest.mark.parametrize("name", SHOWN)


@cache
def made(name):
    """The state of a golden person, and the PDF of their plan with its words."""
    visitor = finished(**SHOWN[name])
    reader = pdf.opened(visitor.get("strength-plan.pdf").content)
    return visitor.state, reader, pdf.words(reader)


@pytest.fixture
def state(name):
    return made(name)[0]


@pytest.fixture
def plan(state):
    return plan_as_data(state.plan)


@pytest.fixture
def reader(name):
    return made(name)[1]


@pytest.fixture
def said(name):
    return made(name)[2]


def exercises(plan):
    for week in plan["weeks"]:
        for session in week["sessions"]:
            yield from session["exercises"]


def dose(each):
    counted = "seconds" if "seconds_low" in each else "repetitions"
    low, high = each[f"{counted}_low"], each[f"{counted}_high"]
    return f"{each['sets']} set{'s' * (each['sets'] > 1)} of {low} to {high}"


@every_plan
def test_every_exercise_is_there_with_how_to_do_it(plan, said):
    for each in exercises(plan):
        for text in (each["name"], each["cue"], each["tempo"], each["starting_load"]):
            assert squeezed(text) in said
        for other in filter(None, (each["easier"], each["harder"])):
            assert squeezed(EXERCISES[other].name) in said


@every_plan
def test_every_session_of_all_twelve_weeks_is_there_once_with_its_effort(plan, said):
    for week in plan["weeks"]:
        lighter = ",lighter" if week["is_lighter"] else ""
        effort = f"Effort{week['effort_low']}to{week['effort_high']}."
        for session in week["sessions"]:
            head = f"Session{session['number']}Week{week['number']}{lighter},"
            assert said.count(head) == 1
            assert said.partition(head)[2].partition("Effort")[2].startswith(effort[6:])


@every_plan
def test_every_dose_of_the_plan_is_there_as_often_as_it_is_planned(plan, said):
    for text, times in Counter(map(dose, exercises(plan))).items():
        assert said.count(squeezed(text)) == times, text
    notes = [each["note"] for each in exercises(plan) if each["note"]]
    assert said.count(squeezed(words.STAND_UP_FASTER)) == len(notes)


@every_plan
def test_the_cautions_come_before_anything_to_do_and_the_help_lines_with_them(state, plan, said):
    places = [said.index(squeezed(CAVEATS[caveat])) for caveat in plan["caveats"]]

    assert places == sorted(places)
    assert places[-1] < said.index("Warmup.") < said.index("Session1Week1")
    help_ = help_for(state.answers.country)
    for line in (*help_.country.emergency, *help_.country.lines, help_.fallback):
        assert squeezed(f"{line.name}: {line.number}") in said


@every_plan
def test_it_says_what_it_is_for_and_where_its_numbers_come_from(state, plan, said):
    assert [role for role, text in ROLES.items() if squeezed(text) in said] == [plan["role"]]
    rules = {rule for reason in state.plan.reasons for rule in reason.rules}
    cited = {key for rule in rules for key in RULES[rule].sources}
    assert cited
    for source in source_links(tuple(cited)):
        assert squeezed(source.name) in said
    for text in ("Rest.", "Cool down.", "Hard day? Do the tiny version."):
        assert squeezed(text) in said
    assert squeezed(words.effort_words(plan["effort_cap"])) in said


@every_plan
def test_a_supervised_plan_is_marked_on_top_and_no_other_is(name, said):
    label = squeezed("For use with a qualified person present.")

    assert (label in said) is (name in SUPERVISED)
    assert said.find(label) < said.index(squeezed("Read these first"))


@every_plan
def test_it_takes_no_more_sheets_than_it_must(plan, reader):
    usual = plan["sessions_per_week"] == 2

    assert len(reader.pages) <= (7 if usual else 9)


@every_plan
def test_it_names_its_language_and_title_and_declares_the_standard(reader):
    catalogue = reader.trailer["/Root"]

    assert catalogue["/Lang"] == "en-GB"
    assert reader.metadata.title == "Your strength plan"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert pdf.declares_the_standard(reader)


@every_plan
def test_its_headings_lists_and_tables_are_tagged(plan, reader):
    tags = pdf.tags(reader)

    count = Counter(tag for tag, _attributes in tags)

    levels = [tag for tag, _attributes in tags if tag in {"/H1", "/H2", "/H3"}]
    assert levels[:2] == ["/H1", "/H2"]
    assert (count["/H1"], count["/H2"]) == (1, 7)
    assert count["/LI"] >= len(plan["caveats"])
    # A table for effort, exercises and numbers, and one for every three sessions.
    cards = 12 * plan["sessions_per_week"] // 3
    assert count["/Table"] == count["/THead"] == 3 + cards
    heads = [attributes for tag, attributes in tags if tag == "/TH"]
    assert len(heads) == 2 + 5 + 3 + 4 * cards
    assert {attributes["/Scope"] for attributes in heads} == {"/Column"}


@every_plan
def test_every_exercise_of_the_plan_is_drawn_and_said_in_words(state, reader):
    codes = dict.fromkeys((*state.plan.template_a, *state.plan.template_b))
    views = [drawing(EXERCISES[code]) for code in codes]

    drawn = [f"{each.title}. 1. {each.start} 2. {each.end}" for each in views]
    assert pdf.alternatives(reader) == drawn


def test_lines_are_as_thick_on_paper_as_on_the_screen():
    """Where a drawing has a kind of line that paper does not know, no PDF can be made at all."""
    kinds = {
        path.kind for code in DRAWINGS for frame in picture(code).frames for path in frame.paths
    }
    css = re.sub(r":is\(([^)]*)\)", r"\1", (settings.BASE_DIR / "static/css/ttl.css").read_text())
    on_screen = {
        kind.strip(" ."): float(width)
        for chosen, width in re.findall(
            r"\.drawing__frame ([^{]+){[^}]*stroke-width: ([\d.]+)", css
        )
        for kind in chosen.split(",")
    }
    on_paper = {
        kind: float(width)
        for kind, width in re.findall(r'"?([a-z-]+)"?: \(([\d.]+), ', LAYOUT.read_text())
    }

    assert set(on_paper) >= kinds
    assert on_paper == on_screen


@every_plan
def test_the_boxes_say_nothing_to_a_listener(plan, reader, said):
    """A hundred times "effort, pain" between the doses would bury them; a box is for the hand."""
    heard = pdf.heard(reader)

    assert said.count("effortpain") == len([*exercises(plan)])
    assert said.count("moodbeforemoodafter") == 12 * plan["sessions_per_week"]
    assert "effortpain" not in heard
    assert "moodbefore" not in heard
    assert squeezed(dose(next(exercises(plan)))) in heard
