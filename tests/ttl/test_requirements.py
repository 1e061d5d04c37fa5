"""What is pinned, what is locked and what the container installs are the same packages."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def pins(name):
    found = re.findall(r"^([\w-]+)(?:\[[\w, ]+\])?==(\S+)", (ROOT / name).read_text(), re.MULTILINE)
    return dict(found)


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_a_lock_holds_every_requirement_at_its_version(name):
    asked = pins(f"{name}.txt")
    locked = pins(f"{name}.lock")

    assert asked
    assert {package: locked.get(package) for package in asked} == asked


def test_tests_run_on_the_very_versions_that_the_site_runs_on():
    site = pins("requirements.lock")
    tools = pins("requirements-dev.lock")

    assert {package: tools.get(package) for package in site} == site


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_says_why_it_is_there(name):
    lines = [line for line in (ROOT / name).read_text().splitlines() if "==" in line]

    assert [line for line in lines if not re.search(r"\s# \w", line)] == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_line_of_a_lock_is_one_package_at_one_version_with_a_hash(name):
    lines = re.split(r"\n(?=[^\s#])", (ROOT / name).read_text())
    packages = [line for line in lines if not line.startswith("#")]
    whole = re.compile(
        r"[\w.-]+(\[[\w, -]+\])?==\S+( ; [^\\]+)?( \\\n +--hash=sha256:\w{64})+(\n|$)"
    )

    assert len(packages) > 30
    assert [package[:60] for package in packages if not whole.match(package)] == []


def test_no_server_writes_an_access_log():
    assert "--no-access-log" in (ROOT / "bin/granian").read_text()


def test_every_server_is_started_by_the_one_script_that_knows_its_limits():
    script = (ROOT / "bin/serve").read_text()

    assert "/granian" in script.splitlines()[-1]
    assert "--workers" not in script
