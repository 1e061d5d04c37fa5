"""Do one write again and again, and die before every statement of it that changes anything.

Run as a program with the name of a kind of write, a folder with an empty, migrated site, and how
many statements to go on between two tries. The
statements are those that SQLite itself reports, COMMIT among them. Each try begins with the same
file, in a process of its own that ends by SIGKILL; what it leaves behind is looked at afterwards.
"""

import json
import os
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import django

READS = ("SELECT", "--", "EXPLAIN")
PARTS = ("", "-wal", "-shm")


def tries(write, file: Path, step: int) -> dict[str, object]:
    """Kill the write at every step-th point until it goes through, and say what was wrong."""
    from django.db import connection  # noqa: PLC0415 - Django is set up by main

    kept = file.with_name("kept.sqlite3")
    before = _standing(write)
    connection.close()
    shutil.copy(file, kept)
    left = []
    is_done = False
    while not is_done:
        put_back(kept, file)
        is_done = send_and_die(write.send, at=1 + step * len(left))
        left.append((_standing(write), _faults(file)))
        connection.close()
    after = left[-1][0]
    put_back(kept, file)
    return {
        "tried": len(left),
        "is_seen": before["seen"] != after["seen"],
        "wrong": [
            1 + step * number
            for number, (standing, faults) in enumerate(left)
            if faults or standing not in (before, after)
        ],
        "kept": sum(standing == after for standing, _faults in left),
    }


def send_and_die(send, at: int) -> bool:
    """Send in a child that kills itself before that statement; say whether it was answered."""
    from django.db import connection  # noqa: PLC0415

    reader, writer = os.pipe()
    if not (child := os.fork()):
        counted = iter(range(1, at))

        def count(statement: str) -> None:
            if not statement.lstrip().upper().startswith(READS) and next(counted, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        connection.ensure_connection()
        connection.connection.set_trace_callback(count)
        answer = send()
        assert getattr(answer, "status_code", 200) in {200, 302}, answer
        os.write(writer, b"answered")
        os.kill(os.getpid(), signal.SIGKILL)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        is_answered = told.read() == b"answered"
    _child, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, "the write itself failed"
    return is_answered


def _standing(write) -> dict[str, object]:
    """What is there: to whoever looks, and how many rows in every table."""
    from django.apps import apps  # noqa: PLC0415

    rows = {str(model._meta): model._base_manager.count() for model in apps.get_models()}
    return {"seen": write.seen(), "rows": rows}


def _faults(file: Path) -> list[object]:
    with closing(sqlite3.connect(file)) as database:
        found = database.execute("PRAGMA integrity_check").fetchall()
        return [row for row in found if row != ("ok",)] + database.execute(
            "PRAGMA foreign_key_check"
        ).fetchall()


def put_back(kept: Path, file: Path) -> None:
    for part in PARTS:
        file.with_name(file.name + part).unlink(missing_ok=True)
    shutil.copy(kept, file)


def main(name: str, folder: str, step: str) -> None:
    django.setup()
    from tests.faults import writes  # noqa: PLC0415

    found = tries(getattr(writes, name)(), Path(folder) / "ttl.sqlite3", int(step))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "ttl.settings"
    main(*sys.argv[1:])
