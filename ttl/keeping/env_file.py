"""Change variables in the file of the environment, all of them at once or none."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import dotenv


class NotInFile(Exception):  # noqa: N818 - it reads as what is the matter
    """A variable does not come from the file, so that a change there would do nothing."""


def write(file: Path, old: Mapping[str, str], new: Mapping[str, str]) -> None:
    """Change these variables from their old values; a failure half-way changes nothing."""
    written = dotenv.dotenv_values(file) if file.is_file() else {}
    if strangers := [name for name, value in old.items() if (written.get(name) or "") != value]:
        raise NotInFile(f"{file} does not hold the {' and '.join(strangers)} in use.")
    fresh = file.with_name(f"{file.name}.new")
    fresh.unlink(missing_ok=True)
    # Made before anything is in it, so that at no moment others can read it.
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    fresh.write_bytes(file.read_bytes())
    for name, value in new.items():
        dotenv.set_key(fresh, name, value, quote_mode="never")
    with fresh.open("rb") as ready:
        os.fsync(ready.fileno())
    owner = file.stat()
    shutil.copymode(file, fresh)
    os.chown(fresh, owner.st_uid, owner.st_gid)
    fresh.replace(file)
