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
def test_every_locked_package_has_a_hash(name):
    packages = re.split(r"\n(?=\S)", (ROOT / name).read_text())

    assert [p for p in packages if "==" in p and "--hash=sha256:" not in p] == []


def test_the_container_copies_only_what_is_there_and_what_is_sent_to_it():
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    copied = [line.split()[1] for line in lines if line.startswith("COPY")]
    sent = re.findall(r"^!(\S+)", (ROOT / ".dockerignore").read_text(), re.MULTILINE)

    assert copied
    assert [path for path in copied if not (ROOT / path).exists()] == []
    assert sorted(copied) == sorted(sent)


def test_the_container_runs_as_an_ordinary_user():
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    users = [line for line in lines if line.startswith("USER")]

    assert users == ["USER ttl"]


def test_no_server_writes_an_access_log():
    assert "--no-access-log" in (ROOT / "bin/granian").read_text()


@pytest.mark.parametrize("path", ["Dockerfile", "bin/serve"])
def test_every_server_is_started_by_the_one_script_that_knows_its_limits(path):
    started = [line for line in (ROOT / path).read_text().splitlines() if "granian" in line]

    assert "/granian" in started[-1]
    assert "--workers" not in (ROOT / path).read_text()
