"""The units for systemd are sound, and what they may do is little."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.deploy.proxy import ROOT, program

UNITS = ROOT / "deploy/systemd"
SERVICES = sorted(file.name for file in UNITS.glob("*.service"))
TIMERS = sorted(file.name for file in UNITS.glob("*.timer"))
# The commands that other parts of TTL bring; known here by name until they are there.
# Of 10, by systemd's own count; a service that nobody has thought about has 9.6.
MOST_EXPOSED = 1.5


@pytest.fixture
def machine(tmp_path):
    """An empty machine that has systemd's own units, ours, and TTL where they look for it."""
    (tmp_path / "etc/systemd").mkdir(parents=True)
    shutil.copytree(UNITS, tmp_path / "etc/systemd/system")
    (tmp_path / "usr/lib/systemd").mkdir(parents=True)
    shutil.copytree("/usr/lib/systemd/system", tmp_path / "usr/lib/systemd/system", symlinks=True)
    for path in ("bin/serve", ".venv/bin/python", "docs/operations.md"):
        file = tmp_path / "opt/ttl" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")
        file.chmod(0o755)
    return tmp_path


def analyze(machine, *words):
    return subprocess.run(
        [program("systemd-analyze"), f"--root={machine}", *words],
        capture_output=True,
        text=True,
        check=False,
    )


def test_systemd_finds_no_fault_in_any_unit(machine):
    checked = analyze(machine, "verify", *SERVICES, *TIMERS)

    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_may_do_little(machine, name):
    judged = analyze(machine, "security", "--offline=yes", name)

    exposure = re.search(r"exposure level for \S+: ([\d.]+)", judged.stdout)
    assert float(exposure[1]) <= MOST_EXPOSED, judged.stdout


def test_what_guards_a_service_is_written_once_for_all():
    common = (UNITS / "ttl-.service.d/common.conf").read_text()
    guards = set(
        re.findall(r"^(Protect\w+|Private\w+|Restrict\w+|\w*Capabilit\w+|User)=", common, re.M)
    )

    assert len(guards) > 15
    for name in SERVICES:
        assert name.startswith("ttl-")
        assert [g for g in guards if f"\n{g}=" in (UNITS / name).read_text()] == []


def test_every_timer_has_its_service_and_no_job_waits_for_nobody():
    assert TIMERS
    assert {name.removesuffix(".timer") for name in TIMERS} == {
        name.removesuffix(".service") for name in SERVICES
    } - {"ttl-web"}


def test_every_command_in_a_unit_is_one_of_ours():
    text = "".join((UNITS / name).read_text() for name in SERVICES)
    started = re.findall(r"^ExecStart=(\S+)(?: manage\.py (\w+))?", text, re.M)

    programs = {program.removeprefix("/opt/ttl/") for program, _ in started}
    assert programs == {"bin/serve", ".venv/bin/python"}
    assert {command for _, command in started if command} - set(get_commands()) == set()


def test_the_server_has_longer_to_end_than_a_request_may_take():
    proxy = (ROOT / "deploy/nginx/ttl.conf").read_text()
    unit = (UNITS / "ttl-web.service").read_text()

    longest = int(re.search(r"proxy_read_timeout (\d+)s", proxy)[1])
    assert int(re.search(r"TimeoutStopSec=(\d+)", unit)[1]) > longest
    assert (
        int(re.search(r"stop_grace_period: (\d+)s", (ROOT / "compose.yaml").read_text())[1])
        > longest
    )


def test_secrets_stand_in_one_file_that_no_unit_holds():
    text = "".join(file.read_text() for file in UNITS.rglob("*") if file.is_file())

    assert "ENV_FILE=/etc/ttl/ttl.env" in text
    assert re.findall(r"(?:SECRET|PASSWORD|TOKEN)\w*=", text) == []
    assert Path("/opt/ttl") == Path(re.search(r"WorkingDirectory=(\S+)", text)[1])
