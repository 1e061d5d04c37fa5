"""Migrate, and die at one of the statements; then migrate again, as an operator would.

Run as a program with the path of a SQLite file, where its tables stand so far, and the statements
to die at. With "stock" as the last word Django's own command is used.
"""

import json
import os
import shutil
import sys
from functools import partial
from pathlib import Path

import django

from tests.faults.killing import put_back, send_and_die


def tries(migrate, file: Path, points: list[int]) -> list[bool]:
    """Die at each of these statements, and say whether migrating once more came to its end."""
    from django.db import connection  # noqa: PLC0415 - Django is set up by main

    kept = file.with_name("kept.sqlite3")
    connection.close()
    shutil.copy(file, kept)
    mended = []
    for point in points:
        put_back(kept, file)
        send_and_die(migrate, at=point)
        mended.append(_works(migrate))
        connection.close()
    return mended


def _works(migrate) -> bool:
    from django.db import DatabaseError  # noqa: PLC0415

    try:
        migrate()
    except DatabaseError:
        return False
    return True


def main(file: str, *words: str) -> None:
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.core.management.commands import migrate as stock  # noqa: PLC0415

    *points, which = words
    command = stock.Command() if which == "stock" else "migrate"
    migrate = partial(call_command, command, interactive=False, verbosity=0)
    sys.stdout.write(json.dumps(tries(migrate, Path(file), [int(point) for point in points])))


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "ttl.settings"
    main(*sys.argv[1:])
