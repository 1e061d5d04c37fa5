"""`make bench` measures every row on a site of its own; how long anything takes is no test."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from bench import bare, serving
from bench.asking import ask
from bench.measuring import measured
from bench.rows import Row

# One run serves all of them.
pytestmark = pytest.mark.xdist_group("bench")

ROOT = Path(__file__).parents[2]
ROWS = [
    "Bare Django view",
    "Home",
    "Home, made anew",
    "Article",
    "Article, made anew",
    "Article, not changed since",
    "Topic",
    "Questions and answers",
    "Questions and answers, made anew",
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


SERVED = ["Bare Django view", "Home", "Article", "Article, not changed since", "Topic"]
SERVED += ["Questions and answers", "Search"]
# Asks once where wrk would ask for a second, and says what wrk would say.
QUICK_WRK = f"""\
#!{sys.executable}
import sys, urllib.error, urllib.request
pairs = zip(sys.argv, sys.argv[1:])
headers = dict(told.split(": ") for option, told in pairs if option == "-H")
try:
    urllib.request.urlopen(urllib.request.Request(sys.argv[-1], headers=headers))
except urllib.error.HTTPError as error:
    print("" if error.code == 304 else "  Non-2xx or 3xx responses: 1")
print("  1 requests in 1.00s, 1.00KB read\\nRequests/sec:      5.00")
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where one run finds its wrk and puts all that it makes; its servers carry this name."""
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(scope="module")
def written(folder):
    """The table of one round that is as short as can be, made with an environment full of traps."""
    out, wrk = folder / "results.md", folder / "wrk"
    wrk.write_text(QUICK_WRK)
    wrk.chmod(0o755)
    command = [sys.executable, "-m", "bench", "--rounds", "1", "--seconds", "0"]
    command += ["--articles", "2", "--plans", "1", "--out", str(out)]
    traps = {"DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none", "SECRET_KEY": "short"}
    env = {**os.environ, **traps, "TEST_DATABASE_URL": "", "TMPDIR": str(folder)}
    env["PATH"] = f"{folder}:{os.environ['PATH']}"

    # To files, as a pipe would only end with the last server that was forgotten.
    with (folder / "said").open("w") as said, (folder / "errors").open("w") as errors:
        done = subprocess.run(command, cwd=ROOT, env=env, stdout=said, stderr=errors, check=False)

    assert done.returncode == 0, (folder / "errors").read_text()
    assert (folder / "said").read_text() == out.read_text()
    return out.read_text()


def started_for(name):
    """The commands of the processes that carry a name in them, or in their environment."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended by now
            command, environment = [(process / of).read_bytes() for of in ("cmdline", "environ")]
            if name.encode() in command + environment:
                yield command


def cells(text):
    [_heading, _ruler, *lines] = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_row_is_measured(written):
    by_server = [serving.FILE] if shutil.which("nginx") else []

    assert [row[0] for row in cells(written)] == [*ROWS, *by_server]


def test_public_pages_are_asked_of_a_real_server_too(written):
    served = {row[0]: row[6] for row in cells(written) if row[6] and row[0] != serving.FILE}

    assert served == dict.fromkeys(SERVED, "5")


def test_no_server_is_left_running(written, folder):
    assert list(started_for(str(folder))) == []


def test_the_bare_view_is_what_all_are_held_against(written):
    [first, *_others] = cells(written)

    assert (first[0], first[2], first[4], first[5]) == ("Bare Django view", "1.0", "0", "40,015")


def test_the_table_says_where_and_when(written):
    heading = written.partition("\n\n")[0]

    assert heading.startswith("`make bench` on 20")
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in heading
    assert "sqlite, 18 articles, 1 plans. Medians of 1 rounds" in heading


def test_an_answer_other_than_the_row_says_ends_the_run(db):
    act = partial(ask, bare.application(), "/bare/")

    with pytest.raises(SystemExit, match="Bare: answered 200, not 404"):
        measured(
            [Row(name="Bare", acts=lambda count: [act] * count, status=404)], rounds=1, seconds=0
        )
