"""The commands say what is missing, and make what they can only once."""

import os
import re
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    """A folder with a space in its name, holding a copy of nothing but the commands."""
    place = tmp_path / "a new folder"
    place.mkdir()
    (place / "bin").symlink_to(ROOT / "bin")
    (place / "requirements.lock").write_text("")
    return place


def a_python_that(folder, *, version="Python 3.11.2", fails_at="nothing"):
    """Make a stand-in for python3 that fails when its arguments hold the given words."""
    stand_in = folder / "python3"
    stand_in.write_text(
        f'#!/bin/sh\ncase "$*" in *"{fails_at}"*) exit 1;; --version) echo "{version}";; esac\n'
    )
    stand_in.chmod(0o755)
    return str(stand_in)


def run(folder, *command, **variables):
    return subprocess.run(
        command,
        cwd=folder,
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_python_it_says_what_to_install(folder):
    attempt = run(folder, "bin/install", "requirements.lock", PYTHON="python3.99")

    assert attempt.returncode == 1
    assert "there is no python3.99 here" in attempt.stderr
    assert "apt-get install python3 python3-venv" in attempt.stderr


def test_an_old_python_is_named_and_refused(folder):
    python = a_python_that(folder, version="Python 3.9.2", fails_at="version_info")

    attempt = run(folder, "bin/install", "requirements.lock", PYTHON=python)

    assert attempt.returncode == 1
    assert f"TTL needs Python 3.11 or newer; {python} is Python 3.9.2." in attempt.stderr


def test_without_venv_it_names_the_package_that_brings_it(folder):
    python = a_python_that(folder, fails_at="import ensurepip, venv")

    attempt = run(folder, "bin/install", "requirements.lock", PYTHON=python)

    assert attempt.returncode == 1
    assert "apt-get install python3-venv" in attempt.stderr
    assert not (folder / ".venv").exists()


def test_the_environment_file_is_made_once_with_secrets_only_its_owner_reads(folder):
    (folder / ".venv").symlink_to(Path(sys.prefix))

    first = run(folder, "bin/make-env")
    made = (folder / ".env").read_text()
    second = run(folder, "bin/make-env")

    assert (first.stdout, second.stdout) == ("Wrote .env with fresh secrets\n", "")
    assert re.search(r"^SECRET_KEY=[\w-]{64}$", made, re.MULTILINE)
    assert re.search(r"^PLAN_SECRETS=1:[\w-]{64}$", made, re.MULTILINE)
    assert (folder / ".env").read_text() == made
    assert stat.S_IMODE((folder / ".env").stat().st_mode) == 0o600


def test_without_a_browser_it_says_how_to_get_one_or_do_without(folder):
    tools = folder / "tools"
    tools.mkdir()
    for tool in ("sh", "cat", "dirname"):
        (tools / tool).symlink_to(f"/bin/{tool}" if tool != "dirname" else "/usr/bin/dirname")

    attempt = run(folder, "bin/chromium", "--install", PATH=str(tools))

    assert attempt.returncode == 1
    assert "apt-get install chromium" in attempt.stderr
    assert "make test-quick" in attempt.stderr


def test_a_port_that_is_taken_is_named_and_nothing_is_started(folder):
    (folder / ".venv").symlink_to(Path(sys.prefix))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])

        attempt = run(folder, "bin/serve", "127.0.0.1", port)

    assert (attempt.returncode, attempt.stdout) == (1, "")
    assert f"Port {port} is taken" in attempt.stderr


def test_every_command_that_papers_name_is_there():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    papers = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    named = {name for paper in papers for name in re.findall(r"`make ([a-z-]+)", paper.read_text())}

    assert named
    assert sorted(named - targets) == []


def test_help_lists_every_command():
    makefile = (ROOT / "Makefile").read_text()
    targets = re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)

    listed = re.findall(r"^  make (\S+) ", run(ROOT, "make", "help").stdout, re.MULTILINE)

    assert listed == targets
