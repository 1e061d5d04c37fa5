"""What a page fills in by itself: the defaults of the rulebook, and a country to correct."""

import pytest

from tests.planner.people import Visitor, holding, somebody, typed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("number", "filled_in"),
    [
        (1, {"country": ["other"], "condition": ["wellbeing"]}),
        (3, {}),
        (
            10,
            {"energy_mode": ["usual"], "session_minutes": ["30"], "days_per_week": ["you_choose"]},
        ),
    ],
)
def test_only_the_defaults_of_the_rulebook_are_filled_in(number, filled_in):
    visitor = holding(condition="wellbeing")

    assert typed(visitor.get(f"questions/{number}/")) == filled_in


def test_nothing_is_filled_in_on_any_other_page():
    person = {"age": 70, "peripartum": "postpartum", "condition": "depression_peripartum"}
    other = {"conditions": ["high_blood_pressure"], "pain_sites": ["hip"], "medicines": ["glp1"]}
    visitor = holding(**person, **other)

    blank = {n: typed(visitor.get(f"questions/{n}/")) for n in (2, 3, 5, 8, 9)}

    assert blank == {2: {}, 3: {}, 5: {}, 8: {}, 9: {}}


@pytest.mark.parametrize(
    ("languages", "country"),
    [
        ("en-GB,en;q=0.9", "gb"),
        ("en-US", "us"),
        ("en-ie", "ie"),
        ("hi-IN,en-US;q=0.5", "in"),
        ("en-NZ;q=1", "nz"),
        ("de-DE,en-GB;q=0.8", "other"),
        ("en", "other"),
        ("*", "other"),
        ("zh-Hant-TW", "other"),
        ("eu_other", "other"),
        ("\x00\udcff-GB", "other"),
        ("", "other"),
    ],
)
def test_the_country_is_guessed_from_the_language_of_the_browser(languages, country):
    visitor = Visitor(**{"Accept-Language": languages})

    assert typed(visitor.get("questions/1/"))["country"] == [country]


def test_a_guess_never_replaces_an_answer():
    visitor = Visitor(**{"Accept-Language": "en-US"})
    visitor.answer(1, somebody(age=40, country="au"))

    assert typed(visitor.get("questions/1/"))["country"] == ["au"]


def test_a_guess_alone_is_not_kept():
    visitor = Visitor(**{"Accept-Language": "en-US"})
    visitor.get("questions/1/")

    assert visitor.answers.country is None
