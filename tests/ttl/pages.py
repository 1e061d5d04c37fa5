"""A strict reading of a page, for tests that ask about its structure."""

import re
from xml.etree.ElementTree import Element

import html5lib

# The key of a private link is random letters and digits: a dose, a rule or an age among others.
KEY = re.compile(r"(?<![\w-])[\w-]{43}(?![\w-])")


def read(html: str) -> Element:
    """Parse a page or a fragment; an HTML error stops the test."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    if html.lstrip().lower().startswith("<!doctype"):
        return parser.parse(html)
    return parser.parse(f"<!doctype html><html><head><title>.</title></head><body>{html}")


def text(element: Element) -> str:
    """Return the words of an element with single spaces."""
    return " ".join("".join(element.itertext()).split())


def without_keys(words: str) -> str:
    """Return a text without the keys of private links, in which any short word can stand."""
    return KEY.sub("", words)


def ids(page: Element) -> list[str]:
    """Return every id on the page, in order and with repeats."""
    return [element.get("id") for element in page.iter() if element.get("id")]


def dangling_references(page: Element) -> list[str]:
    """Return ids that something points at and that are not on the page."""
    pointers = [
        target
        for element in page.iter()
        for name in ("aria-describedby", "aria-labelledby", "for")
        for target in element.get(name, "").split()
    ]
    anchors = [link.get("href")[1:] for link in page.iter("a") if link.get("href", "")[:1] == "#"]
    present = set(ids(page))
    return [target for target in pointers + anchors if target not in present]
