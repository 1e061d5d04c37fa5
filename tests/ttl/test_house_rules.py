"""Files, functions and templates stay small enough to read at one sitting."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("ttl", "articles", "planner", "safety", "bench", "tests")
SOURCES = sorted(
    source
    for package in PACKAGES
    for source in (ROOT / package).rglob("*.py")
    if "migrations" not in source.parts
)
SETTINGS = ROOT / "ttl" / "settings.py"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
# Tables: codes, words, exercises, rules and cases, as long as the rulebook's own.
DATA = {"answers", "golden_cases", "labels", "library", "prescription_rules"}


def is_data(source):
    return source.stem in DATA or source.stem.endswith("_table")


def name_of(path):
    return str(path.relative_to(ROOT))


def lines_in(path):
    return len(path.read_text().splitlines())


def functions_in(source):
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.end_lineno - node.lineno + 1


@pytest.mark.parametrize(
    ("paths", "limit"),
    [
        ([source for source in SOURCES if not is_data(source) and source != SETTINGS], 250),
        (TEMPLATES, 150),
    ],
    ids=["source files", "templates"],
)
def test_no_file_is_long(paths, limit):
    assert paths
    assert {name_of(path): lines_in(path) for path in paths if lines_in(path) > limit} == {}


def test_no_function_is_long():
    longest = {
        f"{name_of(source)}:{function}": length
        for source in SOURCES
        for function, length in functions_in(source)
        if length > (30 if "views" in {source.stem, source.parent.name} else 40)
    }

    assert longest == {}


def test_the_settings_fit_on_three_screens():
    assert lines_in(SETTINGS) <= 257


def test_a_decision_record_is_short_and_whole():
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))
    headings = ("## Status", "## Context", "## Decision", "## Consequences")

    assert [record.name[:4] for record in records] == [
        f"{number:04}" for number in range(1, len(records) + 1)
    ]
    for record in records:
        assert lines_in(record) <= 40, record.name
        assert [h for h in headings if h not in record.read_text()] == [], record.name


@pytest.mark.parametrize("name", ["services", "utils", "helpers", "signals"])
def test_no_module_is_named_after_nothing(name):
    assert [name_of(source) for source in SOURCES if source.stem == name] == []
