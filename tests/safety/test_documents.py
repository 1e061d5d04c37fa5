"""The papers on safety name only what exists, and leave no hazard without a proof."""

import ast
import re
from collections import Counter
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.ttl.pages import read, text

ROOT = Path(__file__).parents[2]
PAPERS = sorted((ROOT / "docs" / "safety").glob("*.md"))
PROOF = re.compile(r"`([\w/]+\.py)::(\w+)`")
HAZARD = re.compile(r"^## (H\d\d) (.+)$", re.MULTILINE)
PARTS = ["Cause", "Harm", "Control", "Proof", "Left"]


@cache
def names_in(file):
    path = ROOT / "tests" / file
    if not path.exists():
        return set()
    tree = ast.parse(path.read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def hazards():
    text = (ROOT / "docs/safety/hazard-log.md").read_text()
    _, *parts = HAZARD.split(text)
    return dict(zip(parts[0::3], parts[2::3], strict=True))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_proof_that_a_paper_names_is_a_test(paper):
    named = PROOF.findall(paper.read_text())

    assert [f"{file}::{test}" for file, test in named if test not in names_in(file)] == []


def test_there_are_25_hazards_and_more_numbered_without_a_gap():
    numbers = [int(name[1:]) for name in hazards()]

    assert len(numbers) >= 25
    assert numbers == [*range(1, len(numbers) + 1)]


@pytest.mark.parametrize(("name", "text"), hazards().items(), ids=hazards())
def test_every_hazard_has_a_cause_a_control_and_a_proof(name, text):
    assert re.findall(r"^- \*\*(\w+):\*\*", text, re.MULTILINE) == PARTS
    assert PROOF.findall(text)


def test_there_are_20_threats_each_with_a_proof():
    text = (ROOT / "docs/safety/threats.md").read_text()
    _, *parts = re.split(r"^## (T\d\d) .+$", text, flags=re.MULTILINE)

    assert parts[0::2] == [f"T{number:02}" for number in range(1, 21)]
    assert [
        name for name, part in zip(parts[0::2], parts[1::2], strict=True) if not PROOF.findall(part)
    ] == []


def test_the_table_of_the_asvs_counts_its_rows_and_leaves_none_without_a_reason():
    text = (ROOT / "docs/safety/asvs.md").read_text()
    rows = re.findall(r"^\| ([\d.]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", text, re.MULTILINE)
    states = Counter(state for _, _, state, _ in rows)
    elsewhere = [
        int(number) for number in re.findall(r"all (\d+) requirements of this chapter", text)
    ]

    met, in_part, owners, not_ours = (
        states[name] for name in ("met", "in part", "owner's task", "does not apply")
    )

    assert sum(states.values()) == met + in_part + owners + not_ours
    assert len(rows) + sum(elsewhere) == 253
    assert f"Met: {met},\nmet in part with the reason: {in_part}," in text
    assert f"owner: {owners}, does not apply: {not_ours + sum(elsewhere)}." in text
    assert [number for number, _, _, reason in rows if not reason.strip()] == []


def test_the_safety_case_counts_the_hazards_of_the_log():
    case = (ROOT / "docs/safety/safety-case.md").read_text()

    assert f"{len(hazards())} of them stand in the [hazard log]" in case


def test_the_list_of_what_waits_for_a_clinician_is_that_of_the_rules_in_use():
    """After a change of the rules: manage.py awaiting_review > docs/safety/awaiting-review.md"""
    printed = StringIO()
    call_command("awaiting_review", stdout=printed)

    assert (ROOT / "docs/safety/awaiting-review.md").read_text() == printed.getvalue()


def test_every_paper_is_listed_and_every_listed_paper_is_there():
    listed = set(re.findall(r"\]\(([\w-]+\.md)\)", (ROOT / "docs/safety/README.md").read_text()))

    assert listed == {paper.name for paper in PAPERS} - {"README.md"}


@pytest.mark.django_db
def test_the_page_says_what_ttl_is_for_in_the_words_of_the_paper(client):
    paper = (ROOT / "docs/safety/intended-use.md").read_text().replace("**", "")
    page = read(client.get("/safety/").content.decode())

    prose = next(each for each in page.iter("section") if each.get("aria-labelledby") == "for")
    said = [text(prose.find("p")), *(text(item) for item in prose.find("ul").iter("li"))]
    written = " ".join(paper.split())
    assert [each for each in said if each not in written] == []
    assert len(said) == 1 + sum(line.startswith("- ") for line in paper.splitlines())
