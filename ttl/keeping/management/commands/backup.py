"""The command that saves the whole database, sealed, proven and dated, while the site runs."""

import fcntl
import os
import shutil
import sqlite3
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone
from pyrage import x25519

from planner.rotation import resting_on_each_version
from ttl.keeping import archive, databases, sealing, secrets_copy
from ttl.keeping.manifest import Manifest, Refused, applied_migrations, describe, secrets_needed
from ttl.keeping.postgresql import ProgramFailed, ProgramMissing

# What a run that was cut off leaves behind; no name of a finished file begins so.
UNFINISHED = ".ttl-"


class Command(BaseCommand):
    help = (
        "Save the whole database into a new file of FOLDER, sealed for BACKUP_RECIPIENTS, read it "
        "back to its last byte, keep a sealed copy of the secrets in another folder, and delete "
        "the backups whose days are over. The site may serve meanwhile."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the two folders."""
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--secrets",
            type=Path,
            required=True,
            metavar="FOLDER",
            help="where the sealed copy of the secrets is kept, apart from the backups",
        )

    def handle(self, *, folder: Path, secrets: Path, **_options: object) -> None:
        """Save, prove, tell and tidy up; what went wrong is said in one plain sentence."""
        try:
            keys = sealing.recipients(settings.BACKUP_RECIPIENTS)
            _check_places(keys, folder.resolve(), secrets.resolve())
            with _alone_in(folder):
                self._back_up(folder, secrets, keys)
        except ValueError as error:
            raise CommandError(f"BACKUP_RECIPIENTS: {error}.") from error
        except OSError as error:
            raise CommandError(f"{error.filename or folder}: {error.strerror}.") from error
        except (DatabaseError, sqlite3.Error, sealing.NotOpened, Refused) as error:
            raise CommandError(f"No backup was made: {error}") from error
        except (ProgramMissing, ProgramFailed) as error:
            raise CommandError(str(error)) from error
        if unknown := resting_on_each_version().keys() - settings.PLAN_SECRETS.keys():
            raise CommandError(
                f"A backup was made, but PLAN_SECRETS lacks version {', '.join(sorted(unknown))}: "
                "nobody can open the plans that rest on it."
            )

    def _back_up(self, folder: Path, secrets: Path, keys: list[x25519.Recipient]) -> None:
        copy, is_new = secrets_copy.keep(secrets, keys)
        target, manifest = _save(folder, keys)
        rows = sum(table.rows for table in manifest.tables.values())
        self.stdout.write(
            f"{target}: {len(manifest.tables)} tables, {rows} rows, "
            f"{target.stat().st_size:,} bytes, read back whole."
        )
        self.stdout.write(f"Secrets: {copy}, {'new: copy it away' if is_new else 'as before'}.")
        for name in archive.delete_old(folder, timezone.now()):
            self.stdout.write(f"Deleted, its days are over: {name}.")


def _save(folder: Path, keys: list[x25519.Recipient]) -> tuple[Path, Manifest]:
    if not applied_migrations():
        raise Refused("the database has no tables")
    with tempfile.TemporaryDirectory(dir=folder, prefix=UNFINISHED) as place:
        dump, fresh = Path(place) / "dump", Path(place) / "sealed"
        # Asked first: meanwhile plans may move to the newest, and to no other.
        secrets = secrets_needed()
        tables = databases.ours().dump(dump)
        manifest = describe(tables, dump.stat().st_size, archive.checksum_of(dump)).marked(secrets)
        passing = archive.write(fresh, msgspec.json.encode(manifest) + b"\n", dump, keys)
        if archive.read(fresh, passing) != manifest:
            raise Refused("it does not read back as it was written")
        target = folder / archive.name_at(manifest.made_at)
        archive.publish(fresh, target)
    return target, manifest


def _check_places(keys: list[x25519.Recipient], folder: Path, secrets: Path) -> None:
    if not keys:
        raise CommandError(
            "BACKUP_RECIPIENTS is not set: backups are sealed for whoever holds a private key, "
            "kept elsewhere. `new_backup_key` makes one."
        )
    for place in (folder, secrets):
        if not place.is_dir():
            raise CommandError(f"{place} is no folder. Make it, or mount it.")
    if folder.is_relative_to(secrets) or secrets.is_relative_to(folder):
        raise CommandError("The secrets must be kept apart from the backups: name two folders.")


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Let one backup run in a folder at a time, and clear away what a cut-off one left."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for left in folder.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left)
        yield
    except BlockingIOError as error:
        raise CommandError(f"Another backup is being written into {folder}.") from error
    finally:
        os.close(descriptor)
