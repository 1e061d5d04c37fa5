"""Every address of the site as Django resolves it, so that a new one is fuzzed by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from urllib.parse import quote

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
GROUP = re.compile(r"\(\?P<(\w+)>[^)]*\)")

# What stands in an address where a name or a number should, already in percent signs.
ODD_PARTS = (
    *("0", "-1", "1.5", "01", "1e9", "9" * 19, "9" * 40, "9" * 5_000, "NaN", "None", "true"),
    *(
        "%00",
        "1%00",
        "%ED%A0%80",
        "%FF%FE",
        "%C0%AF",
        "%0A",
        "%0D%0ASet-Cookie:%20a=b",
        "%E2%80%AE",
    ),
    *(
        "..",
        "../..",
        "%2e%2e%2f",
        "..%2F..%2Fetc%2Fpasswd",
        ".",
        "/",
        "//",
        "%5C",
        "\\",
        "%",
        "%zz",
    ),
    *("_5F", "_00", "1_2F2", "a'b", "%22%3E%3Czq9%20zq9=1%3E", "%3Cscript%3Ezq9%3C/script%3E"),
    *("{{7*7}}", "${7*7}", "%27%20OR%201=1--", "1;DROP TABLE", "*", "%2A", "~", "@", "?", "#"),
    *("A" * 43, "A" * 44, "a" * 3_000, "a-" * 200, "%F0%9F%92%AA", "%D9%A3", "i%CC%87", "xn--a"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One line of the site map: its text with a mark for each part that varies."""

    text: str
    name: str

    @property
    def parts(self) -> list[str]:
        """Return the names of what varies."""
        return PARAMETER.findall(self.text)

    @property
    def is_for_staff(self) -> bool:
        return self.text.startswith(settings.ADMIN_PATH)

    def address(self, values: dict[str, str]) -> str:
        """Return the address with these values, which are quoted already."""
        return "/" + PARAMETER.sub(lambda part: values[part[1]], self.text)


def routes() -> list[Route]:
    """List every address once, in the order of the site map."""
    found: dict[str, Route] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found |= {route.text: route for route in _routes(get_resolver().url_patterns, "")}
    return list(found.values())


def _routes(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[Route]:
    for pattern in patterns:
        text = before + GROUP.sub(r"<\1>", str(pattern.pattern)).strip("^$")
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, text)
        else:
            yield Route(text=text, name=pattern.name or "")


def filled(route: Route, known: dict[str, list[str]], dice: Random, odd: float = 0.15) -> str:
    """Return an address of this route; the parts that are not odd name something that exists."""
    return route.address({part: _value(part, known, dice, odd) for part in route.parts})


def _value(part: str, known: dict[str, list[str]], dice: Random, odd: float) -> str:
    if known.get(part) and dice.random() >= odd:
        return quote(dice.choice(known[part]), safe="")
    return dice.choice(ODD_PARTS)
