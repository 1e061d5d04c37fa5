"""Pages that moved: a form that was open while the site changed is read where it belongs now."""

import pytest

from planner.engine import Answers, applies, parse_answers
from planner.pages import BY_QUESTION, MOVED, PAGES
from tests.planner.people import Visitor, as_fields, holding, html, somebody, typed, walked
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db

# The pages of the first release: the questions that stood on each, by its number.
BEFORE = {
    1: ("age", "country", "condition"),
    2: ("peripartum",),
    3: ("pregnancy_week", "pregnancy_flags", "postpartum_week", "birth_type", "postpartum_flags"),
    4: ("severity_self", "phq9", "gad7", "self_harm", "mental_flags"),
    5: ("under_care",),
    6: ("symptoms",),
    7: ("conditions", "recent_event"),
    8: ("pain_sites", "medicines"),
    9: (
        *("bp_status", "active_now", "pain_now", "pain_flags"),
        *("glp1_intake", "chair_stand", "floor_ok"),
    ),
    10: ("clearance",),
    11: ("supervision", "experience", "equipment", "energy_mode"),
    12: ("session_minutes", "days_per_week", "days_available", "days_preferred"),
}
# Somebody who is asked something on every page, and what they say another time.
ONCE = somebody(
    age=40,
    condition="depression_peripartum",
    peripartum="pregnant",
    severity_self="moderate",
    conditions=["kidney_disease"],
    pain_sites=["knee"],
    medicines=["glp1"],
)
NOW = ONCE | {
    "age": 41,
    "peripartum": "pregnant",
    "pregnancy_week": 21,
    "phq9": [1] * 8 + [0],
    "mental_flags": ["panic_attacks"],
    "under_care": "no",
    "symptoms": ["palpitations"],
    "conditions": ["kidney_disease", "epilepsy"],
    "pain_sites": ["knee", "hip"],
    "pain_now": 3,
    "clearance": "no",
    "equipment": ["band"],
    "session_minutes": "45",
    "days_preferred": ["mon"],
}
old_forms = pytest.mark.parametrize("number", sorted(BEFORE.keys() - {1}))


def test_the_pages_stand_in_order_without_gaps():
    assert [page.number for page in PAGES] == [*range(1, len(PAGES) + 1)]
    assert {name for names in BEFORE.values() for name in names} == set(BY_QUESTION)
    assert {n: BY_QUESTION[BEFORE[n][0]].number for n in BEFORE if n != 1} == MOVED


@old_forms
def test_a_form_of_an_old_page_is_kept_where_its_questions_stand_now(number):
    visitor = walked(**ONCE)
    told = {name: NOW[name] for name in BEFORE[number] if name in NOW}

    onwards = visitor.post(f"questions/{number}/", as_fields(told, told))

    expected = parse_answers(ONCE | told | {"self_harm": None, "consent": None})
    assert onwards.status_code == 302
    assert visitor.answers == expected


@old_forms
def test_a_form_of_an_old_page_is_kept_by_somebody_half_way(number):
    before = [name for page in BEFORE if page < number for name in BEFORE[page]]
    visitor = holding(**{name: ONCE[name] for name in before if name in ONCE} | {"self_harm": None})

    visitor.post(f"questions/{number}/", as_fields(BEFORE[number], ONCE))

    kept, expected = visitor.answers, parse_answers(ONCE | {"self_harm": None})
    for name in (*before, *BEFORE[number]):
        assert getattr(kept, name) == getattr(expected, name)
    assert visitor.state.self_harm_asked is (number == 4)


def test_the_old_first_page_is_asked_again_with_everything_that_was_typed():
    visitor = Visitor()

    page = visitor.post("questions/1/", as_fields(BEFORE[1], ONCE))

    assert page.status_code == 200
    assert typed(page) == {"age": ["40"], "country": ["gb"], "condition": [ONCE["condition"]]}


def test_a_mistake_in_a_form_of_an_old_page_loses_nothing_of_it():
    visitor = walked(**ONCE)
    before = visitor.sealed
    wrong = {"pain_now": "eleven", "pain_flags": ["none"], "floor_ok": "no"}

    page = visitor.post("questions/9/", wrong)
    told = typed(page)
    mended = visitor.post("questions/9/", told | {"pain_now": "7"})

    assert page.status_code == 200
    assert {name: told[name] for name in wrong} == {
        "pain_now": ["eleven"],
        "pain_flags": ["none"],
        "floor_ok": ["no"],
    }
    assert before != visitor.sealed
    assert mended.status_code == 302
    assert (visitor.answers.pain_now, visitor.answers.floor_ok) == (7, "no")
    assert visitor.answers.glp1_intake == ONCE["glp1_intake"]


CALLS = {
    "in pregnancy": (3, {"pregnancy_flags": ["pg_urgent"]}),
    "of self-harm": (4, {"self_harm": "yes"}),
    "in the mood check": (4, {"phq9_9": "1"}),
    "of the heart": (6, {"symptoms": ["chest_pain_now", "none"]}),
}


@pytest.mark.parametrize(("number", "said"), CALLS.values(), ids=CALLS)
def test_a_call_for_help_from_an_old_page_is_answered_at_once(number, said):
    visitor = walked(**ONCE)

    page = visitor.post(f"questions/{number}/", said)

    forgotten = parse_answers({})
    assert text(html(page).find("body/main//h1")) == "Please get help now"
    assert visitor.state.help_shown
    for name in BEFORE[number]:
        assert getattr(visitor.answers, name) == getattr(forgotten, name)


@pytest.mark.parametrize("number", [11, 12])
def test_an_address_that_is_gone_shows_the_page_that_took_its_place(number):
    visitor = walked()

    page = visitor.get(f"questions/{number}/")
    mended = visitor.post(f"questions/{number}/", as_fields(BEFORE[11] + BEFORE[12], NOW))

    assert text(html(page).find("body/main//h1")) == "Your training"
    assert {*BEFORE[11], "session_minutes", "days_available"} <= set(typed(page))
    assert mended["Location"] == visitor.address("check/")
    assert visitor.answers.session_minutes == "45"


def test_an_old_page_sent_without_an_answer_changes_nothing():
    visitor = walked(**ONCE)
    before = visitor.sealed

    for number in BEFORE:
        visitor.post(f"questions/{number}/", {"looked_again": ""})

    assert visitor.sealed == before


def test_pregnancy_is_asked_beside_the_age_and_may_be_left_out_by_whom_it_cannot_be_about():
    page = html(Visitor().get("questions/1/"))
    visitor = Visitor()

    onwards = visitor.post("questions/1/", {"age": 61, "country": "gb", "condition": "depression"})

    assert "If you are over 60, you can leave this out." in text(page)
    assert onwards["Location"] == visitor.address("questions/3/")
    assert visitor.answers.age == 61
    assert not applies("peripartum", Answers(age=61))
    assert applies("peripartum", Answers(age=60))


def test_an_answer_about_pregnancy_is_not_kept_of_whom_it_is_not_about():
    visitor = Visitor()

    visitor.answer(1, somebody(age=61, peripartum="pregnant"))

    assert visitor.answers.peripartum is None


def test_nobody_over_sixty_is_asked_about_pregnancy_once_the_age_is_known():
    older = html(holding(**somebody(age=61)).get("questions/1/"))
    younger = html(holding(**somebody(age=60)).get("questions/1/"))

    def names(page):
        return {each.get("name") for each in page.iter("input")} - {"looked_again"}

    assert names(older) == {"age", "country", "condition"}
    assert names(younger) == {"age", "country", "condition", "peripartum"}
    assert "leave this out" not in text(younger)


def test_a_younger_age_brings_the_question_up_on_the_same_page():
    visitor = walked(age=75)

    onwards = visitor.post("questions/1/", {"age": 57, "country": "gb", "condition": "depression"})

    assert onwards["Location"] == visitor.address("questions/1/")
    assert visitor.answers.age == 57
    asked = {each.get("name") for each in html(visitor.get("questions/1/")).iter("input")}
    assert "peripartum" in asked
