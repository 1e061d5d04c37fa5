"""SQLite: a whole copy of a file that others write, and putting one in its place."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection

from ttl.keeping.census import Table, census

TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def dump(target: Path) -> dict[str, Table]:
    """Copy the database as it is at one moment, while others write, and count the copy."""
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as live:
        live.execute("VACUUM INTO ?", [str(target)])
    return count_dump(target)


def count() -> dict[str, Table]:
    """Count what is there now."""
    connection.close()
    return count_dump(Path(connection.settings_dict["NAME"]))


def count_dump(file: Path) -> dict[str, Table]:
    """Hold a copy to SQLite's own check and count its tables."""
    with closing(sqlite3.connect(file)) as copy:
        if (verdict := copy.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
            raise OSError(f"the copy fails SQLite's own check: {verdict[0][0]}")
        return census(copy.cursor(), [name for (name,) in copy.execute(TABLES).fetchall()])


def restore(dump_file: Path) -> None:
    """Put the copy in the place of all that is there, in one transaction or not at all."""
    connection.close()
    # By SQLite's own way of copying: a process that still has the file open sees the change, whole.
    with (
        closing(sqlite3.connect(dump_file)) as copy,
        closing(sqlite3.connect(connection.settings_dict["NAME"])) as live,
    ):
        live.execute("PRAGMA synchronous = FULL")
        copy.backup(live)
        live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
