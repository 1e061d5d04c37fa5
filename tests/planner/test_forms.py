"""Every question of the rulebook stands on its page with its own words, options and hint."""

import re
from functools import cache

import pytest

from planner.instruments import INSTRUMENTS
from planner.pages import BY_QUESTION, PARTS
from tests.planner import rulebook
from tests.planner.engine.questions import DAYS, MANY, ONE
from tests.planner.people import holding, html
from tests.ttl.pages import dangling_references, ids, text

pytestmark = pytest.mark.django_db

ASKED = {name: row for name, row in rulebook.QUESTIONS.items() if name != "consent"}
CLOSED = [name for name, row in ASKED.items() if row.options]
NUMBERS = ["age", "pregnancy_week", "postpartum_week", "pain_now"]
CHECKS = ["phq9", "gad7"]
# Who is asked what only some are asked; everything else the base person is asked.
BROUGHT_UP_BY = {
    "pregnancy_week": {"peripartum": "pregnant"},
    "pregnancy_flags": {"peripartum": "pregnant"},
    "postpartum_week": {"peripartum": "postpartum"},
    "birth_type": {"peripartum": "postpartum"},
    "postpartum_flags": {"peripartum": "postpartum"},
    "under_care": {"severity_self": "moderate"},
    "bp_status": {"conditions": ["high_blood_pressure"]},
    "active_now": {"conditions": ["kidney_disease"]},
    "pain_now": {"pain_sites": ["knee"]},
    "pain_flags": {"pain_sites": ["knee"]},
    "glp1_intake": {"medicines": ["glp1"]},
    "chair_stand": {"age": 70},
    "floor_ok": {"pain_sites": ["knee"]},
    "clearance": {"conditions": ["heart_disease"]},
}
WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
# Where the page says it in other words than the table, with the same meaning.
OTHER_WORDS = {
    "Where are you now? (for help lines)": "Where are you now?",
    "What can you use? (pick all)": "What can you use?",
    "Lets you go on once it is checked.": "It lets you go on once it is checked.",
}
OTHER_OPTIONS = {
    "pain_sites": [
        "Neck",
        "Shoulder",
        "Elbow",
        "Wrist or hand",
        "Upper back",
        "Lower back",
        "Hip",
        "Knee",
        "Ankle or foot",
        "All over",
        "No, or not most weeks",
    ],
    "session_minutes": ["20 minutes", "30 minutes", "45 minutes", "60 minutes"],
    "days_available": WEEK,
    "days_preferred": WEEK,
}


@cache
def page_with(name):
    """The page that asks a question, for somebody who is asked it."""
    visitor = holding(**{"age": 34} | BROUGHT_UP_BY.get(name, {}))
    return html(visitor.get(f"questions/{BY_QUESTION[name].number}/"))


def controls(page, name):
    return [each for each in page.iter("input") if each.get("name") == name]


def fieldset_of(page, name):
    [group] = [
        group
        for group in page.iter("fieldset")
        if any(each.get("name") == name for each in group.iter("input"))
    ]
    return group


def label_of(page, control):
    [label] = [each for each in page.iter("label") if each.get("for") == control.get("id")]
    return text(label)


def hint_of(page, described):
    """The hint that a group or a box points at."""
    by_id = {each.get("id"): each for each in page.iter() if each.get("id")}
    return text(by_id[described.get("aria-describedby").split()[0]])


def test_the_rulebook_is_read_whole():
    assert len(ASKED) == 36
    assert set(ASKED) == set(BY_QUESTION)
    printed = {name: [*ASKED[name].options] for name in CLOSED}
    # The engine's own tests read the table too; the two readings agree.
    many = {name: [*codes, "none"] for name, codes in MANY.items()}
    assert printed == ONE | many | {"days_available": DAYS, "days_preferred": DAYS}


@pytest.mark.parametrize("name", CLOSED)
def test_a_closed_question_offers_the_codes_of_the_rulebook_in_their_order(name):
    boxes = controls(page_with(name), name)

    assert [each.get("value") for each in boxes] == [*ASKED[name].options]
    kind = "checkbox" if ASKED[name].kind.startswith("multi") else "radio"
    assert {each.get("type") for each in boxes} == {kind}


@pytest.mark.parametrize("name", CLOSED)
def test_every_option_has_the_words_of_the_rulebook(name):
    page = page_with(name)

    said = [label_of(page, each) for each in controls(page, name)]

    assert said == OTHER_OPTIONS.get(name, [*ASKED[name].options.values()])


@pytest.mark.parametrize("name", CLOSED)
def test_a_closed_question_is_a_group_named_by_the_question_with_a_hint_why(name):
    page = page_with(name)

    group = fieldset_of(page, name)

    row = ASKED[name]
    assert text(group.find("legend")) == OTHER_WORDS.get(row.question, row.question)
    assert OTHER_WORDS.get(row.why, row.why) in hint_of(page, group)


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_is_typed_into_a_labelled_box_with_a_hint_why(name):
    page = page_with(name)

    [box] = controls(page, name)

    assert (box.get("type"), box.get("inputmode")) == ("text", "numeric")
    assert label_of(page, box) == ASKED[name].question
    assert ASKED[name].why in hint_of(page, box)


def test_pain_says_what_nought_and_ten_mean():
    page = page_with("pain_now")

    hint = hint_of(page, controls(page, "pain_now")[0])

    assert "0 is no pain" in hint
    assert "10 is the worst" in hint


def test_blood_pressure_says_which_band_counts_when_two_do():
    page = page_with("bp_status")

    assert "pick the higher" in hint_of(page, fieldset_of(page, "bp_status"))


def test_equipment_asks_for_everything_somebody_has():
    page = page_with("equipment")

    assert "Pick all that you have." in hint_of(page, fieldset_of(page, "equipment"))


@pytest.mark.parametrize(("name", "items"), [("phq9", 9), ("gad7", 7)])
def test_a_mood_check_is_folded_and_has_its_published_items_and_source(name, items):
    page = page_with(name)

    [fold] = [
        fold for fold in page.iter("details") if text(fold.find("summary")) == ASKED[name].question
    ]

    assert fold.get("open") is None
    groups = [fieldset_of(page, f"{name}_{item}") for item in range(1, items + 1)]
    assert [text(group.find("legend")) for group in groups] == [*INSTRUMENTS[name].items]
    assert all(group in list(fold.iter("fieldset")) for group in groups)
    for item in range(1, items + 1):
        boxes = controls(page, f"{name}_{item}")
        assert [each.get("value") for each in boxes] == ["0", "1", "2", "3"]
    assert INSTRUMENTS[name].source in text(fold)


def test_a_check_with_answers_is_unfolded():
    page = html(holding(phq9=[0] * 9).get("questions/3/"))

    opened = [text(each.find("summary")) for each in page.iter("details") if "open" in each.attrib]

    assert opened == [ASKED["phq9"].question]


@pytest.mark.parametrize("name", ASKED)
def test_a_question_stands_in_its_part_of_the_questionnaire(name):
    # The first page asks what help is wanted, because that decides whether birth is asked about.
    part = "About you" if name == "condition" else ASKED[name].part
    page = page_with(name)

    [progress] = [each for each in page.iter("p") if each.get("class") == "progress"]

    number = [*PARTS.values()].index(part) + 1
    assert text(progress) == f"Part {number} of 4: {part}"


@pytest.mark.parametrize("name", ASKED)
def test_every_page_of_questions_is_well_formed_and_puts_nothing_in_its_title(name):
    page = page_with(name)

    assert dangling_references(page) == []
    assert len(ids(page)) == len(set(ids(page)))
    assert len(list(page.iter("h1"))) == 1
    title = text(page.find("head/title"))
    assert re.fullmatch(r"Part \d of 4\. Your strength plan \u2013 TTL", title)
    [form] = page.find("body/main").iter("form")
    assert (form.get("method"), form.get("action")) == ("post", None)
    assert "Need help now?" in text(page.find("body/header"))
