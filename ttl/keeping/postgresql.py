"""PostgreSQL: its own programs, and one snapshot for what they write and what we count."""

import os
import shutil
import subprocess
from pathlib import Path

from django.db import connection, transaction
from django.db.backends.postgresql.client import DatabaseClient

from ttl.keeping.census import Table, census

# Limits set on the role are for pages; a backup of a large database takes longer.
PATIENTLY = "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0"
DEBIAN_FOLDERS = "/usr/lib/postgresql"


class ProgramMissing(Exception):  # noqa: N818 - it reads as what is the matter
    """PostgreSQL's programs are not on this machine."""


class ProgramFailed(Exception):  # noqa: N818 - it reads as what happened
    """One of them said why it could not."""


def dump(target: Path) -> dict[str, Table]:
    """Write the database as it is at one moment, while others write, and count that moment."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute(PATIENTLY)
        cursor.execute("SELECT pg_export_snapshot()")
        [snapshot] = cursor.fetchone()
        _run("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={target}")
        return _counted()


def restore(dump_file: Path) -> None:
    """Put the dump in the place of all that is there, in one transaction or not at all."""
    script = dump_file.with_name("script.sql")
    # A script first, and whole: a pipe that broke in the middle would look like its end.
    _program("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(dump_file))
    tables = connection.introspection.table_names()
    quoted = ", ".join(connection.ops.quote_name(table) for table in tables)
    connection.close()
    _run(
        *("psql", "--no-psqlrc", "--quiet", "--single-transaction", "--output", os.devnull),
        *("--set", "ON_ERROR_STOP=1", "--set", "VERBOSITY=terse"),
        *("--command", f"DROP TABLE IF EXISTS {quoted} CASCADE" if tables else "SELECT 1"),
        *("--file", str(script)),
    )


def count_dump(_file: Path) -> None:
    """Count nothing: only a server can read a dump."""


def count() -> dict[str, Table]:
    """Count what is there now."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(PATIENTLY)
        return _counted()


def _counted() -> dict[str, Table]:
    tables = connection.introspection.table_names()
    with connection.chunked_cursor() as cursor:
        return census(cursor, tables)


def _run(name: str, *arguments: str) -> None:
    """Run a program on our own database."""
    place, environment = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    _program(name, *arguments, *place[1:], environment=environment)


def _program(name: str, *arguments: str, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(  # noqa: S603 - one of PostgreSQL's own programs
        [find(name), *arguments],
        env=os.environ | (environment or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ProgramFailed(f"{name} failed: {done.stderr.strip()}")


def find(name: str) -> str:
    """Find a program, among those of Debian's newest PostgreSQL where none is on the path."""
    newest = sorted(Path(DEBIAN_FOLDERS).glob(f"*/bin/{name}"), key=lambda each: int(each.parts[4]))
    if found := shutil.which(name) or (newest and str(newest[-1])):
        return found
    raise ProgramMissing(
        f"There is no {name} on this machine. It comes with PostgreSQL's client programs, of the "
        "server's version or newer: apt-get install postgresql-client"
    )
