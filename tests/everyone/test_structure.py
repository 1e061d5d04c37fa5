"""Every page tells a screen reader where it is, what it is about and where its parts are."""

import re
from itertools import pairwise

import pytest

from tests.ttl.pages import dangling_references, ids, read, text, without_keys

pytestmark = pytest.mark.django_db

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Read from files when nothing else works: no more than a heading, words and help.
BARE = ("not understood", "failed")
READ = {}
BY_SIGN = re.compile(r" \N{MULTIPLICATION SIGN}|\d ?x\b")


@pytest.fixture
def pages(album):
    """Every page of ours, read strictly; the admin's own frame around the desk is Django's."""
    if not READ:
        READ.update((page, read(page.html)) for page in album if not page.is_for_staff)
    return READ


def names(pages, is_at_fault):
    return [page.name for page, tree in pages.items() if is_at_fault(page, tree)]


def levels(tree):
    """The levels in order; a list of mistakes stands before everything, as its readers need it."""
    summary = summary_of(tree)
    apart = set() if summary is None else set(summary.iter())
    return [
        HEADINGS.index(each.tag)
        for each in tree.iter()
        if each.tag in HEADINGS and each not in apart
    ]


def test_every_page_has_one_heading_of_its_own_and_no_level_is_left_out(pages):
    def is_at_fault(page, tree):
        found = levels(tree)
        steps = pairwise(found)
        return found[0] != 0 or found.count(0) != 1 or any(b - a > 1 for a, b in steps)

    assert names(pages, is_at_fault) == []


def test_every_page_has_a_title_of_its_own_and_says_its_language(pages):
    def is_at_fault(page, tree):
        language = "es" if page.is_spanish else "en-GB"
        return tree.get("lang") != language or not text(tree.find(".//title"))

    assert names(pages, is_at_fault) == []


def test_every_page_has_its_landmarks_and_their_names_are_told_apart(pages):
    def is_at_fault(page, tree):
        counts = [len(list(tree.iter(name))) for name in ("main", "header", "footer")]
        navs = [each.get("aria-label") or each.get("aria-labelledby") for each in tree.iter("nav")]
        lacks = counts[0] != 1 or ((counts[1] < 1 or counts[2] < 1) and not is_bare(page))
        return lacks or None in navs or len(navs) != len(set(navs))

    assert names(pages, is_at_fault) == []


def is_bare(page):
    return page.name.removeprefix("es ") in BARE or page.name.startswith("proxy")


def test_no_page_has_an_id_twice_or_points_at_nothing(pages):
    def is_at_fault(page, tree):
        return len(ids(tree)) != len(set(ids(tree))) or dangling_references(tree)

    assert names(pages, is_at_fault) == []


def test_a_page_with_mistakes_says_so_in_its_title_and_its_list_of_mistakes_takes_the_focus(pages):
    wrong = {page: tree for page, tree in pages.items() if summary_of(tree) is not None}

    def is_at_fault(page, tree):
        summary = summary_of(tree)
        is_told = text(tree.find(".//title")).startswith("Error:")
        return not is_told or summary.get("autofocus") is None or summary.get("tabindex") != "-1"

    assert len(wrong) > 30
    assert names(wrong, is_at_fault) == []


def summary_of(tree):
    found = (each for each in tree.iter("div") if "error-summary" in (each.get("class") or ""))
    return next(found, None)


def test_a_dose_is_written_in_words(pages):
    def is_at_fault(page, tree):
        words = without_keys(text(tree.find("body")))
        return BY_SIGN.search(words)

    assert names(pages, is_at_fault) == []
    assert any("2 sets of" in text(tree) for tree in pages.values())
    assert any("2 series de" in text(tree) for tree in pages.values())
