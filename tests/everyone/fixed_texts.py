"""Every fixed text that a visitor may read, once: the planner's tables and both catalogues."""

import re
from dataclasses import dataclass
from functools import cache

import polib
from django.conf import settings

from articles.readability import WORD
from planner.texts import every_text

CATALOGUES = ("locale", "planner/locale")
TAG = re.compile(r"<[^>]*>")
# Where a value comes in; a figure is left out of the measure as a name is.
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|(?<!\{)\{\w*\}(?!\})")
FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """One text in English, with what it is in Spanish, and the table or the file it stands in."""

    where: str
    english: str
    spanish: tuple[str, ...]

    @property
    def prose(self) -> str:
        """The words as they are read."""
        return PLACE.sub("7", TAG.sub("", self.english)).replace("%%", "%")

    @property
    def words(self) -> int:
        return len(WORD.findall(self.prose))


@cache
def fixed_texts() -> tuple[Fixed, ...]:
    """List them; a text of a table is told by its table and its place there."""
    places = {each.text: f"{each.kind.name} {each.where}" for each in every_text()}
    entries = [
        entry
        for folder in CATALOGUES
        for entry in polib.pofile(settings.BASE_DIR / folder / "es/LC_MESSAGES/django.po")
    ]
    return tuple(
        Fixed(
            where=places.get(english) or next(iter(entry.occurrences), ["elsewhere"])[0],
            english=english,
            spanish=(entry.msgstr, *entry.msgstr_plural.values()),
        )
        for entry in entries
        for english in filter(None, (entry.msgid, entry.msgid_plural))
    )
