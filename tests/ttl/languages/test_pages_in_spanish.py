"""Every page for visitors is there in Spanish, and none of our English is left in it."""

import re
from xml.etree.ElementTree import Element

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

from tests.planner.people import html

CATALOGUE = settings.BASE_DIR / "locale/es/LC_MESSAGES/django.po"
# As long as this and in English, it was forgotten; shorter ones may stand in a name or a title.
LEAST_WORDS = 4
PLAIN = re.compile(r"<[^>]*>|%\(\w+\)s")
SPANISH = [
    *("", "help/", "plan/", "plan/import/", "exercises/", "exercises/push-up/", "safety/"),
    *("report/", "report/sent/", "how-we-rate-evidence/", "search/", "search/?q=zzzzzz"),
    *("search/?q=sleep", "search/?q=suicidio", "no-such-page/"),
]
ENGLISH_TEXTS = [
    *("articles/", "articles/strength-training-in-later-life/", "articles/changes/", "topics/"),
    *("topics/later-life/", "questions/", "glossary/", "sources/", "sources/noetel-2024/"),
]
SHAPE = re.compile(r"<(?:svg|g|path|text|use|circle|line)\b[^>]*>")
# Their templates are not marked for translation yet.
UNMARKED = {"", "plan/"}
ASKED = {}
SENTENCES = {
    words
    for entry in polib.pofile(CATALOGUE)
    for words in PLAIN.split(entry.msgid)
    if len(words.split()) >= LEAST_WORDS
}


@pytest.fixture
def pages(client, db):
    """The shipped site in Spanish, by address, asked for once."""
    if not ASKED:
        call_command("load_content", verbosity=0)
        ASKED.update((address, client.get(f"/es/{address}")) for address in SPANISH + ENGLISH_TEXTS)
    return ASKED


def in_spanish(element: Element):
    """The words of an element, without what says that it is English."""
    if element.get("lang", "es") != "es" and element.tag != "html":
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [in_spanish(child), child.tail or ""]
    return " ".join(parts)


def left_in_english(page):
    words = " ".join(in_spanish(html(page)).split())
    told = {each.get("content", "") for each in html(page).iter("meta")}
    told |= {each.get("aria-label", "") for each in html(page).iter()}
    return [each for each in SENTENCES if any(each.strip() in text for text in (words, *told))]


def test_no_english_of_ours_is_left_on_a_page_in_spanish(pages):
    left = {address: left_in_english(page) for address, page in pages.items()}

    forgotten = {address: words for address, words in left.items() if words}
    assert {address: forgotten[address] for address in forgotten if address not in UNMARKED} == {}


def test_a_page_in_spanish_is_there_says_so_and_tells_nothing_else_than_in_english(pages):
    told = {
        address: (page.status_code, html(page).get("lang"), page["Vary"], dict(page.cookies))
        for address, page in pages.items()
    }

    statuses = {"no-such-page/": 404}
    assert told == {
        address: (statuses.get(address, 200), "es", "Accept-Encoding", {}) for address in pages
    }


def test_a_page_with_an_english_text_says_so_and_names_the_english_page_as_the_one(pages):
    said = {}
    for address in ENGLISH_TEXTS:
        page = html(pages[address])
        [canonical] = [a.get("href") for a in page.iter("link") if a.get("rel") == "canonical"]
        alternates = [a for a in page.iter("link") if a.get("hreflang")]
        marked = any(each.get("lang") == "en-GB" for each in page.find(".//main").iter())
        words = in_spanish(page.find(".//main"))
        said[address] = (canonical, alternates, marked, "Este texto está en inglés." in words)

    assert said == {
        address: (f"http://testserver/{address}", [], address != "articles/changes/", True)
        for address in ENGLISH_TEXTS
    }


def test_a_text_in_english_leads_on_to_pages_in_spanish(pages):
    leads_to = {
        link.get("href")
        for page in pages.values()
        for link in html(page).iter("a")
        if link.get("href", "").startswith("/") and not link.get("hreflang")
    }

    only_english = {each for each in leads_to if not each.startswith("/es/")}
    assert leads_to
    assert {each for each in only_english if not each.endswith("/feed/")} == set()


def test_a_drawing_is_the_same_in_both_languages(pages, client):
    drawings = [
        SHAPE.findall(page.content.decode())
        for page in (pages["exercises/push-up/"], client.get("/exercises/push-up/"))
    ]

    assert drawings[0] == drawings[1] != []


@pytest.mark.parametrize("address", ["articles/feed/", "topics/later-life/feed/", "review/x/"])
def test_what_is_in_english_only_leads_to_its_english_address(client, address):
    answer = client.get(f"/es/{address}")

    assert (answer.status_code, answer["Location"]) == (302, f"/{address}")
