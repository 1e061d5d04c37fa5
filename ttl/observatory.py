"""The score that the MDN HTTP Observatory would give an answer, by the table of its version 1.6.3.

Only what one answer shows is scored: whether browsers ship the site in their HSTS list is not.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

START = 100
# Good marks count only for those who have lost no more than ten.
NEEDED_FOR_BONUS = 90
HALF_A_YEAR_SECONDS = 15_768_000
BROAD = {"*", "http:", "https:", "ftp:", "http://*", "https://*"}
INLINE = {"'unsafe-inline'", "data:"}
SCRIPT = re.compile(r"<script\b([^>]*)\bsrc=[\"']([^\"']+)[\"']([^>]*)>", re.IGNORECASE)
OPENERS = {"same-origin", "same-origin-allow-popups", "noopener-allow-popups"}
CLOSED_REFERRERS = {
    "no-referrer",
    "same-origin",
    "strict-origin",
    "strict-origin-when-cross-origin",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One page over HTTPS, and where the same address leads over plain HTTP (None: nowhere)."""

    host: str
    headers: tuple[tuple[str, str], ...]
    html: str
    plain_leads_to: str | None

    def header(self, name: str) -> str:
        """Give the value of a header in lower case, or nothing."""
        found = (value for key, value in self.headers if key.lower() == name)
        return ", ".join(found).strip().lower()

    @property
    def policy(self) -> dict[str, set[str]]:
        """Give the sources of each directive of the Content-Security-Policy."""
        parts = (part.split() for part in self.header("content-security-policy").split(";"))
        return {name: set(sources) for name, *sources in filter(None, parts)}

    @property
    def has_hsts(self) -> bool:
        """Say whether browsers are told to keep to HTTPS for half a year or more."""
        return _hsts(self) == 0


def score(seen: Seen) -> tuple[int, dict[str, int]]:
    """Give the score, and what each test added or took away."""
    modifiers = {name: test(seen) for name, test in TESTS.items()}
    lost = sum(min(each, 0) for each in modifiers.values())
    kept = START + lost
    return (START + sum(modifiers.values()) if kept >= NEEDED_FOR_BONUS else kept), modifiers


def _policy(seen: Seen) -> int:
    policy = seen.policy
    if not policy:
        return -25
    default = policy.get("default-src", {"*"})
    scripts, objects, styles = (
        policy.get(name, default) for name in ("script-src", "object-src", "style-src")
    )
    if scripts & (BROAD | INLINE) or objects & BROAD:
        return -20
    if "'unsafe-eval'" in scripts | styles:
        return -10
    if styles & (BROAD | INLINE):
        return 0
    return 10 if default == {"'none'"} else 5


def _cookies(seen: Seen) -> int:
    cookies = [value.lower() for name, value in seen.headers if name.lower() == "set-cookie"]
    return min((_cookie(cookie, has_hsts=seen.has_hsts) for cookie in cookies), default=0)


def _cookie(cookie: str, *, has_hsts: bool) -> int:
    name, *flags = (part.strip() for part in re.split("[=;]", cookie))
    is_session = "sess" in name or "login" in name
    if "secure" not in flags:
        worst = (-10 if is_session else -5) if has_hsts else (-40 if is_session else -20)
    elif is_session and "httponly" not in flags:
        worst = -30
    elif "csrf" in name and "samesite" not in flags:
        worst = -20
    else:
        worst = 5 if "samesite" in flags else 0
    return worst


def _sharing(seen: Seen) -> int:
    reflected = seen.header("access-control-allow-origin") not in {"", "*"}
    return -50 if reflected and seen.header("access-control-allow-credentials") == "true" else 0


def _redirection(seen: Seen) -> int:
    if seen.plain_leads_to is None:
        return 0
    place = urlsplit(seen.plain_leads_to)
    if place.scheme != "https":
        return -20
    return 0 if place.hostname == seen.host else -5


def _hsts(seen: Seen) -> int:
    found = re.search(r"max-age=\"?(\d+)", seen.header("strict-transport-security"))
    if not found:
        return -20
    return 0 if int(found[1]) >= HALF_A_YEAR_SECONDS else -10


def _scripts(seen: Seen) -> int:
    foreign = own = 0
    for before, place, after in SCRIPT.findall(seen.html):
        has_digest = "integrity=" in before + after
        there = urlsplit(place)
        if there.hostname and there.hostname != seen.host:
            safe = 5 if has_digest else -5
            foreign = min(foreign, safe if there.scheme == "https" else -50)
        elif has_digest:
            own = 5
    return foreign or own


def _sniffing(seen: Seen) -> int:
    return 0 if seen.header("x-content-type-options") == "nosniff" else -5


def _framing(seen: Seen) -> int:
    closed = seen.header("x-frame-options") in {"deny", "sameorigin"}
    return 5 if closed or "frame-ancestors" in seen.policy else -20


def _one_of(name: str, good: set[str], points: int, neutral: set[str]) -> Callable[[Seen], int]:
    def test(seen: Seen) -> int:
        value = seen.header(name)
        return points if value in good else 0 if value in neutral | {""} else -5

    return test


TESTS: dict[str, Callable[[Seen], int]] = {
    "content-security-policy": _policy,
    "cookies": _cookies,
    "cross-origin-resource-sharing": _sharing,
    "cross-origin-opener-policy": _one_of(
        "cross-origin-opener-policy", OPENERS, 10, {"unsafe-none"}
    ),
    "cross-origin-embedder-policy": _one_of(
        "cross-origin-embedder-policy", {"require-corp", "credentialless"}, 10, {"unsafe-none"}
    ),
    "cross-origin-resource-policy": _one_of(
        "cross-origin-resource-policy", {"same-origin", "same-site"}, 10, {"cross-origin"}
    ),
    "redirection": _redirection,
    "referrer-policy": _one_of("referrer-policy", CLOSED_REFERRERS, 5, set()),
    "strict-transport-security": _hsts,
    "subresource-integrity": _scripts,
    "x-content-type-options": _sniffing,
    "x-frame-options": _framing,
}
