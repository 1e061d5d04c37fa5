"""The help lines of one person's country, with a fallback for everywhere."""

from dataclasses import dataclass

from planner.engine import codes
from planner.help_lines import COUNTRIES, FALLBACK, Country, Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What a help page lists: emergency first, then free lines, then how to find others."""

    country: Country
    fallback: Line


def help_for(country: codes.Country | None) -> Help:
    """Choose the lines; where the country is not known the fallback stands alone."""
    return Help(country=COUNTRIES[country or codes.Country.OTHER], fallback=FALLBACK)
