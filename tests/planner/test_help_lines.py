"""The help lines, number by number as the rulebook prints them (section 4.4)."""

import re

import pytest

from tests.planner import rulebook
from tests.planner.people import html
from tests.ttl.pages import dangling_references, text

# Every number as people write it, and the address that a telephone opens.
EXPECTED = {
    "us": {"911": "tel:911", "988": "tel:988"},
    "gb": {"999": "tel:999", "116 123": "tel:116123", "111": "tel:111", "85258": "sms:85258"},
    "ie": {
        "112": "tel:112",
        "999": "tel:999",
        "116 123": "tel:116123",
        "1800 247 247": "tel:1800247247",
        "50808": "sms:50808",
    },
    "ca": {"911": "tel:911", "988": "tel:988"},
    "au": {"000": "tel:000", "13 11 14": "tel:131114", "0477 13 11 14": "sms:0477131114"},
    "nz": {"111": "tel:111", "1737": "tel:1737"},
    "in": {"112": "tel:112", "14416": "tel:14416", "1 800 891 4416": "tel:18008914416"},
    "eu_other": {"112": "tel:112", "116 123": "tel:116123"},
    "elsewhere": {},
}
FALLBACK = {"findahelpline.com": "https://findahelpline.com"}
every_country = pytest.mark.parametrize("country", EXPECTED)


@pytest.fixture
def sections(client):
    """The help page's sections by country."""
    page = html(client.get("/help/"))
    return {each.get("aria-labelledby"): each for each in page.iter("section")}


def links(section):
    return {text(a): a.get("href") for a in section.iter("a")}


def digits(words):
    """Every number in a text, however it is broken up."""
    words = words.replace("9-8-8", "988").replace("-", " ")
    return {"".join(each.split()) for each in re.findall(r"\d[\d ]*\d", words)}


@every_country
def test_a_country_lists_its_numbers_as_links_that_call_or_text(sections, country):
    assert links(sections[country]) == EXPECTED[country] | FALLBACK


@every_country
def test_the_emergency_number_comes_first(sections, country):
    first = sections[country].find(".//li")

    assert text(first).startswith("Emergency" if EXPECTED[country] else "In an emergency")


@every_country
def test_every_number_is_one_that_the_rulebook_prints_and_none_is_missing(sections, country):
    emergency, lines = rulebook.LINES["other" if country == "elsewhere" else country]
    shown = "; ".join(sections[country].itertext())

    assert digits(shown) == digits(f"{emergency}; {lines}")


def test_the_page_lists_every_country_in_the_order_of_the_questionnaire(client, sections):
    assert [*sections] == [*(code for code in rulebook.LINES if code != "other"), "elsewhere"]
    page = html(client.get("/help/"))
    jumps = [a.get("href") for a in page.find("body/main/div/nav").iter("a")]
    assert jumps == [f"#{code}" for code in sections]
    assert dangling_references(page) == []


def test_the_help_page_needs_no_link_no_cookie_and_no_database(client):
    """Without the `django_db` mark any query is an error."""
    response = client.get("/help/")

    assert response.status_code == 200
    assert not response.cookies
    assert [*html(response).find("body/main").iter("form")] == []


def test_the_words_beside_the_numbers_say_how_to_use_them(sections):
    notes = {code: text(section) for code, section in sections.items()}

    assert "Call or text" in notes["us"]
    assert "Choose option 2 for mental health" in notes["gb"]
    assert "Text SHOUT" in notes["gb"]
    assert "Or text HELP to 51444" in notes["ie"]
    assert "Text HELLO" in notes["ie"]
    assert "English and French" in notes["ca"]
    assert "In the EU countries that run it" in notes["eu_other"]
