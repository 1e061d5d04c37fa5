"""The Dockerfile keeps to good practice, and takes only what it needs."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from deploy.rehearse import instructions
from tests.deploy.proxy import ROOT

TEXT = (ROOT / "Dockerfile").read_text()
LINES = list(instructions(TEXT))


def test_a_linter_of_dockerfiles_finds_no_fault():
    checked = subprocess.run(
        [Path(sys.executable).with_name("hadolint"), "--no-color", ROOT / "Dockerfile"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (checked.returncode, checked.stdout) == (0, "")


def test_it_copies_only_what_is_there_and_what_is_sent_to_it():
    copied = [
        path
        for name, rest in LINES
        if name == "COPY" and not rest.startswith("--from=")
        for path in rest.split()[:-1]
    ]
    sent = re.findall(r"^!(\S+)", (ROOT / ".dockerignore").read_text(), re.MULTILINE)

    assert copied
    assert [path for path in copied if not (ROOT / path).exists()] == []
    assert sorted(copied) == sorted(sent)


def test_it_copies_every_package_of_ours():
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]

    assert [each for each in packages["root_packages"] if f"COPY {each} {each}\n" not in TEXT] == []


def test_the_last_stage_runs_as_an_ordinary_user_by_its_number():
    last = [name for name, _ in LINES][::-1].index("FROM")
    users = [rest for name, rest in LINES[-last:] if name == "USER"]

    assert len(users) == 1
    assert re.fullmatch(r"[1-9]\d{3,}", users[0])
    assert f"--uid {users[0]} " in TEXT


def test_the_base_has_a_tag_and_no_secret_is_set():
    bases = [rest.split()[0] for name, rest in LINES if name == "FROM"]
    made = {rest.split()[-1] for name, rest in LINES if name == "FROM" and " AS " in rest}

    assert {base for base in bases if base not in made} == {"debian:trixie-slim"}
    assert [name for name, _ in LINES if name == "ARG"] == []
    assert [rest for name, rest in LINES if name == "ENV" and "SECRET" in rest] == []


def test_the_health_of_the_container_is_asked_for_and_packages_are_checked_by_hash():
    names = [name for name, _ in LINES]
    installing = [rest for name, rest in LINES if name == "RUN" and "pip install" in rest]

    assert names.count("HEALTHCHECK") == 1
    assert [line for line in installing if "--require-hashes" not in line] == []
    assert len(installing) == 1


def test_how_ttl_is_served_stands_in_one_script():
    [command] = [rest for name, rest in LINES if name == "CMD"]

    assert command == '["bin/serve", "0.0.0.0", "8000"]'
    assert "granian" not in TEXT
