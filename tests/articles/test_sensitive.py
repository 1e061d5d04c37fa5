"""A change is told to readers when its words touch dose, safety, medicines or figures."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from articles.content.files import ArticleText, ClaimText, FaqText, PageText
from articles.sensitive import Kind, Touch, kinds_in_words, touches

ARTICLE = ArticleText(
    slug="lifting",
    title="Lifting",
    summary="What lifting does.",
    body="Lifting helps some people. Do not stop your medicine.",
    clinical_context="Ask first if you are unwell.",
    rating="limited",
    rating_reason="Few trials.",
    author_line="Us",
    cta_label="Go",
    cta_target="planner:start",
    topics=(),
    applies_to=(),
    takeaways=("Start small.",),
    citations=(),
)
CLAIM = ClaimText(
    key="doe-2020-mood",
    source="doe-2020",
    outcome="Mood",
    population="Adults",
    measure="smd",
    estimate=Decimal("-0.50"),
    checked_date=date(2026, 11, 1),
)


def page(*questions, **fields):
    return PageText(article=replace(ARTICLE, **fields), questions=questions)


def question(answer, section="start"):
    return FaqText(slug="how", question="How?", answer=answer, section=section, on_site_page=False)


def kinds(before, after):
    return kinds_in_words(touches(page(body=before), page(body=after)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Liftng helps people.", "Lifting helps people."),
        ("Liftng helps. Take 5 mg.", "Lifting helps. Take 5 mg."),
        ("Liftng helps your medicine.", "Lifting helps your medicine."),
        ("Lifting helps people", "Lifting, helps people."),
        ("Lifting helps people.", "lifting helps people."),
        ("Some like it.\n\nDo three sets.", "Many like it.\n\nDo three sets."),
    ],
    ids=[
        "a slip",
        "a slip beside another sentence on a dose",
        "a slip beside a medicine that stays",
        "commas",
        "capitals",
        "words of another paragraph",
    ],
)
def test_mended_spelling_is_not_told(before, after):
    assert kinds(before, after) == ""


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Train often.", "Train for ten minutes.", "dose"),
        ("Do 2 sets.", "Do 3 sets.", "dose"),
        ("Do 1.5 minutes.", "Do 15 minutes.", "dose"),
        ("Do not take more tablets.", "Do take more tablets.", "medicines"),
        ("Never lift with chest pain.", "Lift with chest pain.", "safety"),
        ("Lift when pregnant.", "Lift.", "safety"),
        ("Call a friend.", "Call 999.", "safety"),
        ("You may lift.", "You may lift after a dose of lithium.", "dose, medicines"),
        ("A change of [[doe-2020-mood]].", "A change of [[roe-2021-mood]].", "figures"),
        ("A change of -0.5 kg a week.", "A change of 0.5 kg a week.", "dose"),
    ],
)
def test_a_change_that_touches_what_matters_is_told(before, after, told):
    assert kinds(before, after) == told


def test_any_change_of_a_marked_section_is_told():
    touched = touches(page(), page(clinical_context="Ask first if you feel unwell."))

    assert touched == (Touch(where="clinical context", kinds=(Kind.SAFETY,)),)


def test_another_rating_is_told():
    assert kinds_in_words(touches(page(), page(rating="moderate"))) == "figures"


def test_a_takeaway_and_a_removed_question_are_told_by_their_place():
    before = page(question("Stop when it hurts."), takeaways=("Start small.",))
    after = page(takeaways=("Start with ten minutes.",))

    assert touches(before, after) == (
        Touch(where="takeaways", kinds=(Kind.DOSE,)),
        Touch(where="question “How?”", kinds=(Kind.SAFETY,)),
    )


def test_every_answer_on_safety_is_a_marked_section():
    before, after = question("Yes, it is.", "safety"), question("Yes, mostly.", "safety")

    assert kinds_in_words(touches(before, after)) == "safety"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"estimate": Decimal("0.50")}, "figures"),
        ({"population": "Adults over 60"}, "figures"),
        ({"checked_date": date(2026, 11, 26)}, ""),
        ({"note": "Small trials only."}, ""),
    ],
    ids=["the sign of a figure", "who was studied", "checked again", "a note"],
)
def test_a_row_of_the_ledger_is_told_when_what_it_says_changes(changes, told):
    assert kinds_in_words(touches(CLAIM, replace(CLAIM, **changes))) == told
