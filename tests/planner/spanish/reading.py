"""A plan read in Spanish, and whatever English is left on a page: words of the catalogues."""

import re
from functools import cache
from html import unescape
from urllib.parse import urlencode

import polib
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from tests.planner.people import FORM

CATALOGUES = [
    settings.BASE_DIR / folder / "locale/es/LC_MESSAGES/django.po" for folder in (".", "planner")
]
# Where a text has a number, a name or a tag in it.
GAPS = re.compile(r"%\(\w+\)[sd]|\{\w*\}|<[^>]+>")
TAGS = re.compile(r"<[^>]*>")
ALOUD = re.compile(r'\b(?:aria-label|alt|title|placeholder|value)="([^"]*)"')
ENOUGH_WORDS = 3


@cache
def english_pieces():
    """Every piece of three words or more of an English text that is not in its Spanish one."""
    entries = [entry for file in CATALOGUES for entry in polib.pofile(file)]
    return {
        piece
        for entry in entries
        for words in filter(None, (entry.msgid, entry.msgid_plural))
        for gap in GAPS.split(words)
        if len((piece := " ".join(gap.split()).strip(" .,:;")).split()) >= ENOUGH_WORDS
        and piece not in " ".join((entry.msgstr, *entry.msgstr_plural.values()))
    }


def english_in(words):
    """The English that is left in a text."""
    words = " ".join(str(words).split())
    return sorted(piece for piece in english_pieces() if piece in words)


def english_on(response):
    """The English that is left on a page: in its title, in its words, and in what is read aloud."""
    page = unescape(response.content.decode())
    title, main = (re.search(f"<{tag}.*?</{tag}>", page, re.DOTALL)[0] for tag in ("title", "main"))
    return english_in(" | ".join([TAGS.sub("", title), TAGS.sub("", main), *ALOUD.findall(main)]))


def asked(visitor, name, fields=None, language="es", **where):
    """The answer to a visitor who asks for a page, or sends a form, in Spanish if not otherwise."""
    with translation.override(language):
        address = reverse(f"planner:{name}", kwargs={"token": visitor.token} | where)
        if fields is None:
            return visitor.client.get(address)
        return visitor.client.post(address, urlencode(fields, doseq=True), FORM)
