"""Every page for visitors is there in Spanish, and none of our English is left in it."""

import re
from xml.etree.ElementTree import Element

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

from safety.models import Pause
from tests.planner.people import html
from tests.ttl.pages import text

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
SENTENCES = {
    words
    for entry in polib.pofile(CATALOGUE)
    for words in PLAIN.split(entry.msgid)
    if len(words.split()) >= LEAST_WORDS
}


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """The shipped articles, loaded once for the pages here."""
    from django.db import transaction  # noqa: PLC0415

    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_content", verbosity=0)
        yield
        transaction.set_rollback(True)


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


@pytest.mark.parametrize("address", SPANISH + ENGLISH_TEXTS)
def test_no_english_of_ours_is_left_on_a_page_in_spanish(site, client, address):
    page = client.get(f"/es/{address}")

    assert page.status_code == (404 if "no-such" in address else 200)
    assert html(page).get("lang") == "es"
    assert left_in_english(page) == []
    assert page.cookies == {}
    assert page["Vary"] == "Accept-Encoding"
