"""`make growth` asks two sites in turn; how long anything takes is no test."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.test_bench import ROWS, cells

ROOT = Path(__file__).parents[2]
SITE = {
    "DEBUG": "false",
    "HTTPS": "false",
    "ALLOWED_HOSTS": "localhost",
    "SECRET_KEY": "4tQ-xVnY2mKd8RcZ7uWbP9sLeH6jGfA1oTiE3rNyB5kMvC0q",
    "PLAN_SECRETS": "1:Zk3nVbY7mQxR2tWcP8sLdH5jGfA9oTiE4rNyB6kMvC1uXe0w",
}
STEPS = (
    ("migrate", "--verbosity", "0"),
    ("collectstatic", "--no-input", "--verbosity", "0"),
    ("load_content",),
)


def run(*command, env):
    kept = {"PATH": os.environ["PATH"]}
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=kept | env,
        capture_output=True,
        text=True,
        check=False,
    )


def site_in(folder):
    """Write the file of variables of a site that keeps its things there."""
    variables = SITE | {"VAR_DIR": str(folder)}
    lines = "".join(f"{name}={value}\n" for name, value in variables.items())
    (folder / "site.env").write_text(lines)
    return str(folder / "site.env")


@pytest.fixture
def sites(tmp_path):
    """Two sites with what ships: measuring one makes plans there."""
    small, large = tmp_path / "small", tmp_path / "large"
    small.mkdir()
    file = site_in(small)
    for step in STEPS:
        done = run("manage.py", *step, env={"ENV_FILE": file})
        assert done.returncode == 0, done.stderr
    shutil.copytree(small, large)
    return file, site_in(large)


def test_each_page_is_measured_on_both_sites_and_compared(sites):
    done = run("-m", "bench.growth", "--rounds=1", "--seconds=0", *sites, env={})

    assert done.returncode == 0, done.stderr
    sizes = "sqlite: 16 articles, 0 plans, then sqlite: 16 articles, 0 plans; medians of 1."
    assert done.stdout.splitlines()[0] == sizes
    measured = {row[0]: row[1:] for row in cells(done.stdout)}
    assert {row for row in ROWS if "plan" in row or "session" in row} <= measured.keys()
    assert {len(numbers) for numbers in measured.values()} == {6}


def test_a_site_that_cannot_be_measured_ends_it_with_what_was_the_matter(tmp_path):
    empty = tmp_path / "empty.env"
    empty.touch()

    done = run("-m", "bench.growth", str(empty), str(empty), env={})

    assert done.returncode == 1
    assert "SECRET_KEY" in done.stderr
    assert "A site could not be measured" in done.stderr
