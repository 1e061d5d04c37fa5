"""Every command that a document shows is run here, or is listed with the reason why it is not."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import get_resolver
from markdown_it import MarkdownIt

from tests.deploy.proxy import ROOT
from tests.deploy.test_systemd import SERVICES, TIMERS
from tests.deploy.tracked import tracked
from tests.faults.postgres import Cluster
from tests.faults.site import Site
from tests.faults.test_papers_of_keeping import commands as commands_of_keeping

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/operations.md", "SECURITY.md")
# These build on each other, and on keys and backups that are made first; that test does them all.
IN_THEIR_ORDER = set(commands_of_keeping())
# Folders of the whole machine; in the test they are folders of its own.
MACHINE = ("/etc/systemd/system/", "/etc/nginx/conf.d/", "/var/www/ttl")


def shown(document):
    """The commands of a document's blocks of code, in order; a block in a list item counts too."""
    for token in MarkdownIt().parse((ROOT / document).read_text()):
        if token.type in {"code_block", "fence"}:
            yield from token.content.replace("\\\n", " ").strip().splitlines()


def is_a_target(command):
    target = command.split()[1]
    return re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def runs_in_the_container(command):
    """What docker is asked for names files that are there and a command of ours."""
    named = re.findall(r"manage\.py (\w+)", command)
    known = set(get_commands())
    service = re.search(r"compose run --rm (\S+)", command)
    is_ours = not service or f"\n  {service[1]}:\n" in (ROOT / "compose.yaml").read_text()
    return (
        is_ours
        and set(named) <= known
        and (named or "build" in command or "--read-only" in command)
    )


def names_units_of_ours(command):
    named = {word for word in command.split() if word.startswith("ttl-")}
    return named <= {*SERVICES, *TIMERS} and (
        named or command.split()[1] in {"daemon-reload", "reload"}
    )


def is_the_user_of_the_units(command):
    units = (ROOT / "deploy/systemd/ttl-.service.d/common.conf").read_text()
    return f"\nUser={command.split()[-1]}\n" in units


def is_a_variable(command):
    name = command.partition("=")[0]
    return f"\n{name}=" in (ROOT / ".env.example").read_text()


def stands_in_the_example(command):
    return command.split()[-1] in (ROOT / "deploy/nginx/ttl.conf").read_text()


def closes_what_it_opens(command):
    return command.count("{") == command.count("}") > 0


def names_our_page(_command):
    """Prometheus asks /metrics where nothing else is said."""
    return "/metrics" in {f"/{pattern.pattern}" for pattern in get_resolver().url_patterns}


# How a line begins that is not run, why, and what is looked at in its place.
OTHERWISE = {
    "make ": ("it would install anew, or run these very tests", is_a_target),
    "docker ": ("no engine here; make rehearse carries the Dockerfile out", runs_in_the_container),
    "systemctl ": ("systemd does not run here; test_systemd.py has it judge", names_units_of_ours),
    "useradd ": ("it would stay on this machine", is_the_user_of_the_units),
    "certbot ": ("it asks an authority on the internet", stands_in_the_example),
    "nginx -t": ("test_nginx.py starts nginx with the very file", lambda _: True),
    "location ": (
        "nginx's words; test_nginx.py starts it with the whole file",
        closes_what_it_opens,
    ),
    "scrape_configs:": ("Prometheus's words", names_our_page),
    "- job_name": ("Prometheus's words", names_our_page),
    "authorization:": ("Prometheus's words", names_our_page),
    "static_configs:": ("Prometheus's words", names_our_page),
    "DATABASE_URL=": ("a line of .env, not a command", is_a_variable),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder like that of a fresh clone, with a .env of its own and none of our data."""
    folder = tmp_path_factory.mktemp("clone")
    for name in tracked():
        top = folder / name.split("/")[0]
        if not top.exists():
            top.symlink_to(ROOT / top.name)
    secrets = Site(folder, "").environment
    names = ("SECRET_KEY", "PLAN_SECRETS")
    (folder / ".env").write_text("".join(f"{name}={secrets[name]}\n" for name in names))
    for name in MACHINE:
        Path(f"{folder}/machine{name}").mkdir(parents=True)
    return folder


def run(command, folder):
    """Run one line as a reader would; a line of SQL goes to a PostgreSQL."""
    for name in MACHINE:
        command = command.replace(name, f"{folder}/machine{name}")
    return subprocess.run(
        ["sh", "-ec", command],
        cwd=folder,
        env={
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "ENV_FILE": str(folder / ".env"),
            "VAR_DIR": str(folder / "var"),
        },
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def lines():
    found = [line.strip() for document in DOCUMENTS for line in shown(document)]
    return [line for line in found if line]


def reason(line):
    return next((each for start, each in OTHERWISE.items() if line.startswith(start)), None)


def test_every_command_of_the_documents_works(place):
    commands = [line for line in lines() if not reason(line) and not line.startswith("ALTER ROLE")]
    done = {line: run(line, place) for line in commands if line not in IN_THEIR_ORDER}

    assert len(done) > 10
    assert {line: each.stdout + each.stderr for line, each in done.items() if each.returncode} == {}


def test_every_line_for_the_database_server_is_one_that_it_takes():
    statements = [line for line in lines() if line.startswith("ALTER ROLE")]
    cluster = Cluster()
    try:
        cluster.create()
        answers = [cluster.sql(statement) for statement in statements]
    finally:
        cluster.remove()

    assert answers == ["ALTER ROLE"] * len(statements) != []


def test_what_cannot_run_here_is_true_as_far_as_can_be_seen():
    listed = {line: reason(line)[1] for line in lines() if reason(line)}

    assert listed
    assert [line for line, is_true in listed.items() if not is_true(line)] == []


def test_no_reason_is_left_for_a_command_that_no_document_shows():
    used = {start for start in OTHERWISE for line in lines() if line.startswith(start)}

    assert set(OTHERWISE) - used <= {"DATABASE_URL="}
