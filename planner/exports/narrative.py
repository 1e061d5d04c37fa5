"""The readable part of a FHIR resource: XHTML in which no text can act."""

import re
from html import escape

from planner.exports.language import language_tag

# What XML 1.0 cannot hold, not even escaped.
NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def narrative(heading: str, lines: list[str]) -> str:
    """Write a heading and a list."""
    items = "".join(f"<li>{_text(line)}</li>" for line in lines)
    tag = language_tag()
    return (
        f'<div xmlns="http://www.w3.org/1999/xhtml" lang="{tag}" xml:lang="{tag}">'
        f"<h2>{_text(heading)}</h2><ul>{items}</ul></div>"
    )


def plain(text: str) -> str:
    """Take out of a text what a FHIR string cannot hold."""
    return NO_XML.sub(" ", text).strip()


def _text(text: str) -> str:
    return escape(plain(text))
