"""Content as text: the very files that `files.py` reads."""

import re
from dataclasses import MISSING, asdict, fields
from typing import Any

import tomli_w

from articles.content.files import FENCE, SECTION_HEADINGS, PageText

HEADINGS = {"body": ""} | {
    field: f"## {heading}\n\n" for heading, field in SECTION_HEADINGS.items()
}
# What the reader of a file would take for the end of a section, or of the facts.
SPLITTING = re.compile("^## ", re.MULTILINE)
FENCED = re.compile(rf"^{re.escape(FENCE)}", re.MULTILINE)


def page_text(page: PageText) -> str:
    """Write an article as its file; its questions stand among the facts."""
    facts = _facts(page.article)
    texts = {
        field: facts.pop(field)
        for field in HEADINGS
        if field in facts and not SPLITTING.search(facts[field])
    }
    if page.questions:
        facts["questions"] = [_facts(question) for question in page.questions]
    sections = [f"{HEADINGS[field]}{text}\n" for field, text in texts.items() if text]
    return "\n".join([f"{FENCE}{_toml(facts)}{FENCE}", *sections])


def table_text(name: str, rows: tuple[Any, ...]) -> str:
    """Write rows as a file of tables that all bear its name, such as `topics`."""
    return _toml({name: [_facts(row) for row in rows]})


def _facts(value: Any) -> dict[str, Any]:
    """Return the columns of a value, without those that say no more than their default."""
    defaults = {field.name: field.default for field in fields(value)}
    return {
        name: list(each) if isinstance(each, tuple) else each
        for name, each in asdict(value).items()
        if defaults[name] is MISSING or each != defaults[name]
    }


def _toml(table: dict[str, Any]) -> str:
    written = tomli_w.dumps(table, multiline_strings=True)
    return tomli_w.dumps(table) if FENCED.search(written) else written
