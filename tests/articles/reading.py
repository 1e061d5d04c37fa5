"""How the tests of articles read a page."""

from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
from django.http import HttpResponse
from lxml import etree

SCHEMAS = Path(__file__).parent / "schemas"


def text_of(page: HttpResponse) -> str:
    assert page.status_code == 200, page
    return page.content.decode()


def in_order(text: str, *parts: str) -> bool:
    """Say whether the parts stand in the text one after another."""
    place = 0
    for part in parts:
        place = text.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True


def said_of(page: HttpResponse) -> dict[str, str]:
    """Return what a page's head says of it: its one address and what a shared link shows."""
    tree = html5lib.parse(text_of(page), namespaceHTMLElements=False)
    said = {meta.get("property"): meta.get("content") for meta in tree.iter("meta")}
    said |= {link.get("rel"): link.get("href") for link in tree.iter("link")}
    kept = (name for name in said if name and (name == "canonical" or ":" in name))
    return {name: said[name] for name in kept}


def values_on(page: HttpResponse) -> dict[str, list[str]]:
    """Return what a browser would send back from an editing page that nobody touched."""
    tree = html5lib.parse(text_of(page), namespaceHTMLElements=False)
    values: dict[str, list[str]] = {}
    for field in tree.find(".//div[@id='content-main']/form").iter():
        if field.get("name") and field.get("type") != "submit":
            values.setdefault(field.get("name"), []).extend(_values_of(field))
    return values


def _values_of(field: Element) -> list[str]:
    if field.tag == "textarea":
        return [(field.text or "").removeprefix("\n")]
    if field.tag == "select":
        return [o.get("value") for o in field.iter("option") if o.get("selected") is not None]
    if field.get("type") == "checkbox":
        return [] if field.get("checked") is None else ["on"]
    return [field.get("value", "")]


def read_xml(page: HttpResponse, schema: str) -> etree._Element:
    """Parse a document that must be what its schema says."""
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / f"{schema}.rng"))
    document = etree.fromstring(page.content)
    grammar.assertValid(document)
    return document
