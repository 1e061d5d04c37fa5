"""What holds of every answer, whatever was asked and whoever asked."""

import gzip
import json
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import lxml.html
from django.conf import settings
from django.http import HttpResponse
from lxml import etree

from articles.addresses import plain
from planner.private import PRIVATE_HEADERS
from safety.models import Pause
from tests.fuzz.hostile_table import MARK
from tests.ttl.pages import read
from tests.ttl.test_headers import EVERY, VISITOR_POLICY
from ttl.middleware import KEYED_ADDRESSES, PLAN_PAGE, PLAN_POLICY, STAFF_POLICY

NOT_READY = 503
STATUSES = {200, 301, 302, 304, 400, 403, 404, 405, 409, 410, 412, 413, 429}
# Reading strictly takes long; each form of a page is read once, and no more of them than this.
MOST_SHAPES = 60
# Signs that no page may hold to the letter, and which a browser shows as nothing at all.
NO_SIGNS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
TELL_TALES = (b"Traceback (most recent", b"only-for-tests", b"DJANGO_SETTINGS", b"django.core.exc")
# Where an address that acts could stand, what a browser does by itself, and data that it reads.
LEADING = ("href", "src", "action", "formaction", "xlink:href")
LOADING = ("src", "srcset", "srcdoc", "style", "action", "formaction", "background", "poster")
DATA = {"application/ld+json", "application/json"}
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
SKELETON = re.compile(rb'>[^<]+|="[^"]*"|\d+')
XML = ("application/atom+xml", "application/xml", "text/xml")


class Promises:
    """Looks at answers, and remembers the shapes of pages that were read in full."""

    def __init__(self, secrets: list[str], most_shapes: int = MOST_SHAPES) -> None:
        self.most_shapes = most_shapes
        self.secrets = [secret.encode() for secret in secrets]
        self.shapes: set[int] = set()

    def broken(self, address: str, response: HttpResponse) -> list[str]:
        """Say what is wrong with the answer to a request for this address."""
        found = [
            *_status(address, response),
            *_headers(address, response),
            *_location(address, response),
        ]
        content = body_of(response)
        found += [f"it tells {tale!r}" for tale in (*TELL_TALES, *self.secrets) if tale in content]
        kind = response.get("Content-Type", "").partition(";")[0]
        if content and kind == "text/html":
            found += self._html(content)
        elif content and (kind in XML or kind.endswith("json")):
            found += _well_formed(kind, content)
        elif kind == "text/calendar":
            found += [
                f"a line {line!r}" for line in content.splitlines() if line[:3] == MARK.encode()
            ]
        return found

    def _html(self, content: bytes) -> Iterator[str]:
        if MARK.encode() in content:
            tree = lxml.html.document_fromstring(content)
            obeyed = [each for each in tree.iter(etree.Element) if acts(each)]
            yield from (f"markup was obeyed: {etree.tostring(each)[:300]}" for each in obeyed)
        shape = hash(SKELETON.sub(b"", content))
        if shape not in self.shapes and len(self.shapes) < self.most_shapes:
            self.shapes.add(shape)
            try:
                read(NO_SIGNS.sub("", content.decode()))
            except Exception as error:  # noqa: BLE001 - whatever the strict parser says
                yield f"the HTML is broken: {error!r}"


def body_of(response: HttpResponse) -> bytes:
    """Return what an answer says, unpacked."""
    content = b"" if response.streaming else response.content
    return gzip.decompress(content) if response.get("Content-Encoding") == "gzip" else content


def acts(element: Element) -> bool:
    """Say whether an element, or something that it does, came from a text."""
    tag, held = str(element.tag), element.attrib
    schemes = {str(held.get(name, "")).strip().lower().partition(":")[0] for name in LEADING}
    return (
        any(MARK in name or name.startswith("on") for name in (tag, *held))
        or bool(schemes & {"javascript", "data", "vbscript"})
        or any(MARK in str(held.get(name, "")) for name in LOADING if not _is_ours(held.get(name)))
        or (tag in {"script", "style"} and not held.get("src") and held.get("type") not in DATA)
    )


def _is_ours(address: str | None) -> bool:
    """Say whether something leads to this site, as a form does that is sent to its own page."""
    return bool(address) and address.startswith("/") and not address.startswith("//")


def _status(address: str, response: HttpResponse) -> Iterator[str]:
    # It asks on another connection, which sees nothing of a test's own transaction.
    is_not_ready = address.startswith("/readyz") and response.status_code == NOT_READY
    # Somebody at the desk may have paused all plans a moment before.
    is_plan = plain(address).startswith(KEYED_ADDRESSES)
    is_paused = response.status_code == NOT_READY and is_plan and Pause.objects.in_force()
    if response.status_code not in STATUSES and not is_not_ready and not is_paused:
        yield f"the status is {response.status_code}"


# Over plain HTTP nothing is promised about HTTPS; the policy depends on whose page it is.
OTHERWISE = {"Strict-Transport-Security", "X-Request-ID"}
LOCKED = {name: EVERY[name] for name in EVERY if name not in OTHERWISE}


def _headers(address: str, response: HttpResponse) -> Iterator[str]:
    for name, value in _expected(address, response).items():
        if response.get(name) != value:
            yield f"{name} is {response.get(name)!r}"
    if response.cookies and not _is_for_staff(address):
        yield f"a cookie: {response.cookies}"
    for name, value in response.items():
        if CONTROL.search(name + value) or MARK in name.lower():
            yield f"a header that was typed: {name}: {value!r}"


def _expected(address: str, response: HttpResponse) -> dict[str, str]:
    policy = STAFF_POLICY if _is_for_staff(address) else VISITOR_POLICY
    if PLAN_PAGE.match(plain(urlsplit(address).path)):
        policy = PLAN_POLICY
    expected = LOCKED | {"Content-Security-Policy": policy}
    # A preview stands in a frame of the desk, when it is shown and not refused.
    is_framed = response.get("X-Frame-Options") == "SAMEORIGIN"
    if is_framed and _is_for_staff(address) and address.endswith("/preview/"):
        framed = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
        expected |= {"Content-Security-Policy": framed, "X-Frame-Options": "SAMEORIGIN"}
    if address.removeprefix("/es").startswith("/search/"):
        # What somebody looks for tells how they are; only an answer of the page itself says so.
        expected["Referrer-Policy"] = response.get("Referrer-Policy")
    is_keyed = address.removeprefix("/es").startswith(KEYED_ADDRESSES)
    return expected | (PRIVATE_HEADERS if is_keyed else {})


def _is_for_staff(address: str) -> bool:
    return address.startswith(f"/{settings.ADMIN_PATH}")


def _location(address: str, response: HttpResponse) -> Iterator[str]:
    if location := response.get("Location"):
        place = urlsplit(urljoin(f"http://testserver{address}", location))
        if place.scheme != "http" or place.hostname not in settings.ALLOWED_HOSTS:
            yield f"it leads to {location!r}"


def _well_formed(kind: str, content: bytes) -> Iterator[str]:
    try:
        if kind in XML:
            tree = etree.fromstring(content)
            yield from (f"{each.tag}" for each in tree.iter() if MARK in str(each.tag))
        else:
            json.loads(content)
    except (ValueError, etree.XMLSyntaxError) as error:
        yield f"broken {kind}: {error}"
