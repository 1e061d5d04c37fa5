"""`make bench` measures every row on a site of its own; how long anything takes is no test."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from bench import bare
from bench.asking import ask
from bench.measuring import measured
from bench.rows import Row

ROOT = Path(__file__).parents[2]
ROWS = [
    "Bare Django view",
    "Home",
    "Article",
    "Article, not changed since",
    "Topic",
    "Questions and answers",
    "Search",
    "Page that is not there",
    "Questionnaire, a page",
    "Questionnaire, a page sent",
    "Building a plan, the engine alone",
    "Today, with a log",
    "The whole plan, 12 weeks and a log",
    "A session noted",
    "The plan as a file (JSON)",
    "The plan as a PDF",
]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The table of one round that is as short as can be, made with an environment full of traps."""
    out = tmp_path_factory.mktemp("bench") / "results.md"
    command = [sys.executable, "-m", "bench", "--rounds", "1", "--seconds", "0", "--out", str(out)]
    traps = {"DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none", "SECRET_KEY": "short"}

    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **traps}, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout == out.read_text()
    return out.read_text()


def cells(text):
    lines = [line for line in text.splitlines() if line.startswith("| ") and line[2] != "|"]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_row_is_measured(written):
    assert [row[0] for row in cells(written)] == ROWS


def test_the_bare_view_is_what_all_are_held_against(written):
    bare, *others = cells(written)

    assert (bare[2], bare[4], bare[5]) == ("1.0", "0", "40,015")
    assert [row[0] for row in others if float(row[1]) <= 0] == []


def test_the_table_says_where_and_when(written):
    heading = written.splitlines()[0]

    assert heading.startswith("`make bench` on 20")
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in heading
    assert "medians of 1 rounds" in heading


def test_an_answer_other_than_the_row_says_ends_the_run(db):
    act = partial(ask, bare.application(), "/bare/")

    with pytest.raises(SystemExit, match="Bare: answered 200, not 404"):
        measured(
            [Row(name="Bare", acts=lambda count: [act] * count, status=404)], rounds=1, seconds=0
        )
