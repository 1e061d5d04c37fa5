"""The command that puts a backup back, proves it and lets nothing erased return."""

import sqlite3
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from pyrage import x25519

from planner.erasures import read_list
from planner.models import ErasedPlan
from ttl.keeping import archive, databases, sealing
from ttl.keeping.census import Table
from ttl.keeping.manifest import Manifest, Refused, applied_migrations, check_use
from ttl.keeping.postgresql import ProgramFailed, ProgramMissing

UNCHANGED = "The database was not changed"


class Command(BaseCommand):
    help = (
        "Put a backup into an empty database, compare every table with what was saved, bring it up "
        "to this release and erase again what was erased since. Run it before the site serves."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the backup, the key that opens it and the list of what was erased since."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--key", type=Path, required=True, help="the file of the private key")
        task = parser.add_mutually_exclusive_group(required=True)
        task.add_argument(
            "--erasures", type=Path, metavar="LIST", help="the newest list of save_erasures"
        )
        task.add_argument(
            "--without-erasures", action="store_true", help="there is no list: take the risk"
        )
        task.add_argument("--check", action="store_true", help="read it and change nothing")
        parser.add_argument(
            "--replace", action="store_true", help="give up all that the database holds now"
        )
        parser.add_argument(
            "--without-secrets",
            action="store_true",
            help="the secrets are lost: bring back the articles, and plans that nobody can open",
        )

    def handle(self, *, file: Path, key: Path, **options: object) -> None:
        """Check everything that can be checked before anything is changed; then change it."""
        try:
            opener = sealing.private_key(key)
            erased = list(read_list(options["erasures"])) if options["erasures"] else []
            with tempfile.TemporaryDirectory(dir=settings.VAR_DIR, prefix=".restore-") as place:
                dump = Path(place) / "dump"
                manifest = _unpack(file, opener, dump, bool(options["without_secrets"]))
                self.stdout.write(
                    f"Made {manifest.made_at:%d %B %Y %H:%M} UTC by release {manifest.release}: "
                    f"{len(manifest.tables)} tables, whole."
                )
                if options["check"]:
                    return
                erased += _check_target(replace=bool(options["replace"]))
                databases.ours().restore(dump)
        except OSError as error:
            place = error.filename or settings.VAR_DIR
            raise CommandError(f"{place}: {error.strerror}. {UNCHANGED}.") from error
        except ValueError as error:
            raise CommandError(f"{error}. {UNCHANGED}.") from error
        except (sealing.NotOpened, Refused) as error:
            raise CommandError(f"{file} cannot be used: {error}. {UNCHANGED}.") from error
        except (ProgramMissing, ProgramFailed, sqlite3.Error) as error:
            raise CommandError(f"{error} {UNCHANGED}.") from error
        self._finish(manifest, erased)

    def _finish(self, manifest: Manifest, erased: list[ErasedPlan]) -> None:
        if differing := _differing(manifest.tables, databases.ours().count()):
            raise CommandError(
                f"What was restored is not what was saved, in {', '.join(differing)}. Do not serve."
            )
        rows = sum(table.rows for table in manifest.tables.values())
        self.stdout.write(f"Restored {rows} rows; every table is as it was saved.")
        call_command("migrate", interactive=False, verbosity=0)
        newer = len(applied_migrations()) - len(manifest.migrations)
        self.stdout.write(f"Migrations applied: {newer}.")
        ErasedPlan.objects.bulk_create(erased, ignore_conflicts=True)
        call_command("apply_erasures", stdout=self.stdout)
        if newer or manifest.release != settings.RELEASE:
            call_command("rebuild_search", stdout=self.stdout)
        self.stdout.write("The site can serve.")


def _unpack(file: Path, key: x25519.Identity, dump: Path, without_secrets: bool) -> Manifest:
    with dump.open("wb") as target:
        manifest = archive.read(file, key, target)
    check_use(manifest, without_secrets=without_secrets)
    counted = databases.ours().count_dump(dump)
    if counted is not None and (differing := _differing(manifest.tables, counted)):
        raise Refused(f"it is not what was saved, in {', '.join(differing)}")
    return manifest


def _check_target(*, replace: bool) -> list[ErasedPlan]:
    """Refuse a database that holds something; when it may go, keep its list of erased plans."""
    try:
        tables = connection.introspection.table_names()
    except DatabaseError as error:
        raise Refused(f"the database cannot be reached: {error}") from error
    if tables and not replace:
        raise Refused(
            "the database here is not empty. With --replace all that it holds is lost; to be safe, "
            "make a backup first, or restore into a new database"
        )
    if ErasedPlan._meta.db_table not in tables:
        return []
    return list(ErasedPlan.objects.all())


def _differing(saved: dict[str, Table], found: dict[str, Table]) -> list[str]:
    return sorted(name for name in saved.keys() | found if saved.get(name) != found.get(name))
