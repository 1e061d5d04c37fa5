"""The help lines of one person's country, with a fallback for everywhere."""

import re
from dataclasses import dataclass

from django.http import HttpRequest

from planner.engine import codes
from planner.help_lines import COUNTRIES, FALLBACK, Country, Line
from planner.labels import LABELS, Text

LANGUAGE_REGION = re.compile(r"[a-zA-Z]{2,3}-([a-zA-Z]{2})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What a help page lists: emergency first, then free lines, then how to find others."""

    country: Country
    fallback: Line


def help_for(country: codes.Country | None) -> Help:
    """Choose the lines; where the country is not known the fallback stands alone."""
    return Help(country=COUNTRIES[country or codes.Country.OTHER], fallback=FALLBACK)


def every_country() -> list[tuple[codes.Country, Text, Help]]:
    """List the lines of every country that we know, with its code and its name."""
    names = LABELS["country"].options
    return [
        (code, names[code], help_for(code)) for code in COUNTRIES if code is not codes.Country.OTHER
    ]


def likely_country(request: HttpRequest) -> codes.Country:
    """Guess the country from the browser's first language; the visitor sees and can change it."""
    region = LANGUAGE_REGION.match(request.headers.get("Accept-Language", ""))
    code = region[1].lower() if region else ""
    return codes.Country(code) if code in set(codes.Country) else codes.Country.OTHER
