"""Every command that the papers give for backups and secrets does what they say."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.faults.site import ROOT

PAPER = ROOT / "docs" / "operations.md"
SECTIONS = ("Backups", "Secrets")


def commands():
    """Every line of code of the two sections, in their order."""
    parts = re.split(r"^## (.+)$", PAPER.read_text(), flags=re.MULTILINE)
    texts = dict(zip(parts[1::2], parts[2::2], strict=True))
    lines = [line for name in SECTIONS for line in texts[name].splitlines()]
    # Code stands four spaces further in than the text around it; that of a list's item has three.
    return [line.strip() for line in lines if re.match(r" {4}(?: {3})?\S", line)]


@pytest.fixture
def machine(migrated, tmp_path):
    """A folder where TTL is installed and in use, and a `python` as the papers say it."""
    for name in ("manage.py", "ttl", "articles", "planner", "templates", "static"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "bin").mkdir()
    python = tmp_path / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    (tmp_path / "var").mkdir()
    shutil.copy(migrated / "ttl.sqlite3", tmp_path / "var" / "ttl.sqlite3")
    secret = "0123456789abcdefghijklmnopqrstuvwxyz"
    (tmp_path / ".env").write_text(f"SECRET_KEY={secret}\nPLAN_SECRETS=1:{secret}\n")
    return tmp_path


def run(machine, command):
    place = {"ENV_FILE": machine / ".env", "VAR_DIR": machine / "var", "HTTPS": "false"}
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=machine,
        env={"PATH": f"{machine / 'bin'}:{os.environ['PATH']}"} | place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def lose_everything(machine):
    """Leave the backups, the sealed secrets, the list of erased plans and the private key."""
    run(machine, "python manage.py save_erasures var/erased.txt")
    (machine / ".env").unlink()
    (machine / "var" / "ttl.sqlite3").unlink()


def test_the_commands_on_backups_and_secrets_work_one_after_another(machine):
    said = {}
    for command in commands():
        if "ttl.keeping.sealing" in command:
            lose_everything(machine)
        said[command] = run(machine, command)
        if "new_backup_key" in command:
            with (machine / ".env").open("a") as file:
                file.write(said[command])

    assert len(said) == 12
    assert [text for text in said.values() if "The site can serve." in text] != []
    assert re.search(r"^PLAN_SECRETS=2:\S+$", (machine / ".env").read_text(), re.MULTILINE)
