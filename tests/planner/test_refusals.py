"""Whoever needs a check first is shown no dose anywhere, and gets one page for their clinician."""

import re

import pytest

from planner.engine import EXERCISES, Disposition, Plan, build_plan
from planner.presenters.refusal import LEFT_OUT, PATTERNS
from tests.planner.engine.screening_table import LIFTED_BY_CLEARANCE, OUTCOMES, ROWS
from tests.planner.people import EVERY_TAIL, finished, holding, html
from tests.ttl.pages import text, without_keys

pytestmark = pytest.mark.django_db

PREGNANT = {"peripartum": "pregnant", "pregnancy_week": 20}
# Who is held back by each row, and what the clinician must read: the reason and telling answers.
PEOPLE = {
    "SCR-12": ({"symptoms": ["palpitations"]}, "the heart", "Racing or uneven heartbeat"),
    "SCR-13": ({"mental_flags": ["underweight"]}, "low weight", "underweight"),
    "SCR-14": (
        {"conditions": ["high_blood_pressure"], "bp_status": "180_110_or_more"},
        "180 over 110",
        "180 over 110 or more",
    ),
    "SCR-15": ({"conditions": ["aneurysm_or_eye_bleed"]}, "aneurysm", "Weak artery"),
    "SCR-16": (
        {"pain_sites": ["hip"], "pain_now": 4, "pain_flags": ["recent_major_fall"]},
        "together with pain",
        "after a bad fall or crash",
    ),
    "SCR-17": (PREGNANT | {"pregnancy_flags": ["pg_complication"]}, "pregnancy", "maternity team"),
    "SCR-18": (PREGNANT | {"medicines": ["glp1"]}, "GLP-1", "semaglutide"),
    "SCR-20": ({"conditions": ["stroke_or_tia"]}, "mini-stroke", "Stroke or mini-stroke"),
    "SCR-21": ({"conditions": ["kidney_disease"], "active_now": "no"}, "kidney", "Kidney disease"),
    "SCR-22": (
        {"conditions": ["high_blood_pressure"], "bp_status": "not_checked_6m"},
        "none in 6 months",
        "Not checked in 6 months",
    ),
    "SCR-23": ({"recent_event": ["surgery_12w"]}, "last 12 weeks", "An operation"),
    "SCR-24": ({"conditions": ["bone_fracture_fragility"]}, "small fall", "A broken spine bone"),
    "SCR-25": ({"conditions": ["other_serious"]}, "serious illness", "Cancer in treatment"),
    "SCR-26": (
        {"peripartum": "postpartum", "postpartum_week": 8, "birth_type": "caesarean"},
        "healing after birth",
        "Caesarean (C-section)",
    ),
    "SCR-27": ({"age": 70, "chair_stand": "cannot"}, "stand up from a chair", "No"),
    "SCR-28": ({"pain_sites": ["knee"], "pain_now": 8}, "7 out of 10 or more", "8"),
    "SCR-29": ({"severity_self": "severe", "under_care": "no"}, "contact with care", "Strong"),
    "SCR-30": (
        PREGNANT | {"severity_self": "moderate", "under_care": "no"},
        "in pregnancy or after birth",
        "Medium",
    ),
}
everyone = pytest.mark.parametrize("row", PEOPLE)
DOSE = re.compile(r"\bsets? of\b|\brepetitions?\b|\breps?\b|\d ?kg\b|\d+ seconds|\d+ sets?\b")


def held_back(row):
    return finished(**PEOPLE[row][0])


def test_every_row_that_asks_for_a_check_first_has_somebody():
    asking = [row for row, (outcome, *_) in ROWS.items() if outcome in {"withheld", "take along"}]

    assert ["SCR-10", "SCR-11", *PEOPLE] == asking


@everyone
def test_each_is_held_back_by_that_row(row):
    refusal = held_back(row).state.refusal

    assert refusal.screening_rules[0] == row
    assert refusal.disposition == OUTCOMES[ROWS[row][0]][0] == Disposition.CLEARANCE_FIRST


@everyone
def test_no_address_under_the_link_shows_an_exercise_or_a_dose(row):
    """INV-07 and INV-08, for both kinds of access."""
    visitor = held_back(row)

    for tail in EVERY_TAIL:
        response = visitor.get(tail)
        shown = without_keys(response.content.decode())
        assert response.status_code in {200, 302, 404}, tail
        low = shown.lower()
        assert [each.name for each in EXERCISES.values() if each.name.lower() in low] == [], tail
        assert [code for code in EXERCISES if code in low] == [], tail
        assert DOSE.findall(shown) == [], tail


@everyone
def test_no_dose_is_even_in_the_sealed_record(row):
    visitor = held_back(row)

    assert visitor.state.plan is None
    sealed = visitor.sealed.decode()
    assert [code for code in EXERCISES if f'"{code}"' in sealed] == []
    for key in ("sets", "weeks", "template_a", "effort_cap", "moves", "prescriptions"):
        assert f'"{key}"' not in sealed


@everyone
def test_the_page_says_what_comes_first_and_offers_nothing_to_start(row):
    visitor = held_back(row)

    page = html(response := visitor.get())

    words = text(page.find("body/main"))
    assert response.status_code == 200
    assert text(page.find("body/main//h1")) == "A check comes first"
    assert [*page.find("body/main").iter("form")] == []
    links = [a.get("href") for a in page.iter("a")]
    assert visitor.address("summary/") in links
    assert "Do not stop, skip or change any medicine" in words  # INV-12
    assert "Stop if you feel unwell." in words
    may_be_cleared = row in LIFTED_BY_CLEARANCE
    assert (visitor.address("agreed/") in links) is may_be_cleared


@everyone
def test_the_summary_names_the_reason_and_the_telling_answers(row):
    _, reason, answer = PEOPLE[row]

    summary = html(held_back(row).get("summary/"))

    [why] = summary.find("body/main").iter("ul")
    answered, _ = summary.find("body/main").iter("dl")
    assert reason in text(why)
    assert answer in [text(each) for each in answered.iter("dd")] or answer in text(answered)
    assert "None of these" not in text(answered)
    assert "Is it suitable for me now, and is there anything to leave out?" in words_of_main(
        summary
    )


def words_of_main(page):
    return text(page.find("body/main"))


TAKE_ALONG = [row for row in PEOPLE if ROWS[row][0] == "take along"]


@pytest.mark.parametrize("row", TAKE_ALONG)
def test_the_summary_outlines_what_would_follow(row):
    visitor = held_back(row)
    behind = build_plan(visitor.state.full_answers)
    assert isinstance(behind, Plan)

    words = words_of_main(html(visitor.get("summary/")))

    assert f"{behind.sessions_per_week} days a week" in words
    assert f"up to {behind.session_minutes} minutes" in words
    assert f"never above {behind.effort_cap} out of 10" in words
    kinds = {EXERCISES[code].pattern for code in behind.template_a + behind.template_b}
    assert [kind for kind in PATTERNS if str(PATTERNS[kind]) in words] == [
        kind for kind in PATTERNS if kind in kinds
    ]
    for tag in behind.excluded_tags:
        assert str(LEFT_OUT[tag]) in words


def test_every_reason_is_named_when_there_are_several():
    visitor = finished(
        symptoms=["fainting"],
        conditions=["heart_disease", "other_serious"],
        recent_event=["surgery_12w"],
    )

    [why] = html(visitor.get("summary/")).find("body/main").iter("ul")

    assert len(why) == 4


@pytest.mark.parametrize("row", LIFTED_BY_CLEARANCE)
def test_an_agreement_opens_the_plan_without_asking_everything_again(row):
    visitor = held_back(row)

    onwards = visitor.answer(9, {"clearance": "yes"})

    assert onwards["Location"] == visitor.address("check/")
    visitor.agree()
    assert visitor.state.plan
    assert visitor.get("summary/").status_code == 404


def test_pressure_of_180_is_not_lifted_by_an_agreement():
    visitor = finished(
        conditions=["high_blood_pressure", "heart_disease"],
        bp_status="180_110_or_more",
        clearance="yes",
    )

    assert visitor.state.refusal.screening_rules[0] == "SCR-14"


def test_there_is_no_summary_before_there_is_a_result():
    assert holding(age=40).get("summary/").status_code == 404


def test_a_changed_answer_closes_the_summary():
    visitor = held_back("SCR-25")

    visitor.answer(6, {"conditions": ["heart_disease"], "recent_event": ["none"]})

    assert visitor.get("summary/").status_code == 404
    assert visitor.get()["Location"] == visitor.address("check/")
