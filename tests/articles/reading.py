"""How the tests of articles read a page."""

from xml.etree.ElementTree import Element

import html5lib
from django.http import HttpResponse


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
