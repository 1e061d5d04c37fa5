"""Each text has its Spanish, with the same places for values and the same tags."""

import gettext
import re
from collections import Counter

import polib
import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
CATALOGUES = sorted(ROOT.glob("locale/es/**/django.po")) + sorted(
    ROOT.glob("*/locale/es/**/django.po")
)
NAMES = [str(path.relative_to(settings.BASE_DIR).parents[2]) for path in CATALOGUES]
each_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=NAMES)
# Places for values, in the ways of Python and of our templates, and the tags of HTML.
PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]|(?<!\{)\{\w*\}(?!\})|<[^>]*>")


def texts(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def places(text):
    return Counter(PLACES.findall(text))


def test_the_frame_of_the_site_has_a_catalogue():
    assert "locale" in NAMES


@each_catalogue
def test_each_text_is_translated_and_none_is_a_guess(path):
    catalogue = polib.pofile(path)

    assert len(catalogue) > 100
    assert catalogue.obsolete_entries() == []
    assert [entry.msgid for entry in catalogue if entry.fuzzy or not all(texts(entry))] == []


@each_catalogue
def test_a_translation_has_the_same_places_and_tags_as_its_text(path):
    wrong = [
        (entry.msgid, text)
        for entry in polib.pofile(path)
        for text in texts(entry)
        if places(text) not in (places(entry.msgid), places(entry.msgid_plural))
    ]

    assert wrong == []


@each_catalogue
def test_a_translation_begins_and_ends_as_its_text_does(path):
    """So that nothing runs into what stands beside it."""
    edge = re.compile(r"^[ ,:;.]?|[ ]?$")
    wrong = [
        (entry.msgid, text)
        for entry in polib.pofile(path)
        for text in texts(entry)
        if edge.findall(entry.msgid) != edge.findall(text)
    ]

    assert wrong == []


@each_catalogue
def test_what_runs_is_what_was_translated(path):
    with path.with_suffix(".mo").open("rb") as compiled:
        running = gettext.GNUTranslations(compiled)._catalog
    head = running.pop("")

    wanted = {}
    for entry in polib.pofile(path):
        key = f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid
        if entry.msgid_plural:
            wanted |= {(key, number): text for number, text in entry.msgstr_plural.items()}
        else:
            wanted[key] = entry.msgstr
    assert "Language: es" in head
    assert running == wanted
