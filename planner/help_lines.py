"""Emergency numbers and free listening lines by country (rulebook, section 4.4).

Every number is to be checked again before launch and every six months.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from planner.engine import codes
from planner.labels import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: what it is, the number as people write it, and the address that reaches it."""

    name: Text
    number: str
    href: str
    note: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """The emergency lines of one country, then the listening lines."""

    emergency: tuple[Line, ...]
    lines: tuple[Line, ...] = ()


def _emergency(*numbers: str) -> tuple[Line, ...]:
    return tuple(Line(name=_("Emergency"), number=n, href=f"tel:{n}") for n in numbers)


def _call(name: Text, number: str, note: Text = "") -> Line:
    return Line(name=name, number=number, href=f"tel:{number.replace(' ', '')}", note=note)


def _text(name: Text, number: str, note: Text) -> Line:
    return Line(name=name, number=number, href=f"sms:{number.replace(' ', '')}", note=note)


FALLBACK = Line(
    name=_("Find a line in your country"),
    number="findahelpline.com",
    href="https://findahelpline.com",
    note=_("A list of free lines by country."),
)

COUNTRIES: dict[codes.Country, Country] = {
    codes.Country.US: Country(
        emergency=_emergency("911"),
        lines=(
            _call(_("988 Suicide and Crisis Lifeline"), "988", _("Call or text, day and night")),
        ),
    ),
    codes.Country.GB: Country(
        emergency=_emergency("999"),
        lines=(
            _call("Samaritans", "116 123", _("Free, day and night")),
            _call("NHS 111", "111", _("Choose option 2 for mental health")),
            _text("Shout", "85258", _("Text SHOUT")),
        ),
    ),
    codes.Country.IE: Country(
        emergency=_emergency("112", "999"),
        lines=(
            _call("Samaritans", "116 123", _("Free, day and night")),
            _call("Pieta", "1800 247 247", _("Or text HELP to 51444")),
            _text(_("Text 50808"), "50808", _("Text HELLO")),
        ),
    ),
    codes.Country.CA: Country(
        emergency=_emergency("911"),
        lines=(
            _call(
                _("9-8-8 Suicide Crisis Helpline"),
                "988",
                _("Call or text, day and night, English and French"),
            ),
        ),
    ),
    codes.Country.AU: Country(
        emergency=_emergency("000"),
        lines=(
            _call("Lifeline", "13 11 14"),
            _text("Lifeline", "0477 13 11 14", _("Text")),
        ),
    ),
    codes.Country.NZ: Country(
        emergency=_emergency("111"),
        lines=(_call("1737", "1737", _("Call or text any time, free")),),
    ),
    codes.Country.IN: Country(
        emergency=_emergency("112"),
        lines=(
            _call("Tele-MANAS", "14416", _("Day and night")),
            _call("Tele-MANAS", "1 800 891 4416", _("Day and night")),
        ),
    ),
    codes.Country.EU_OTHER: Country(
        emergency=_emergency("112"),
        lines=(_call(_("Emotional support"), "116 123", _("In the EU countries that run it")),),
    ),
    codes.Country.OTHER: Country(emergency=()),
}
