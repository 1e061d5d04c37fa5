"""Django's `migrate`, one at a time for each database, and whole steps only."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from django.core.management.commands import migrate
from django.db import DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState
from django.db.utils import OperationalError

# Any number will do, as long as nothing else on this database takes it.
TURN = 8_551_023
# A change of a table waits for those who use it, and everybody who comes later waits behind it.
LOCK_WAIT = "2s"
ATTEMPTS = 5
PAUSE_SECONDS = 2.0
LOCK_NOT_AVAILABLE = "55P03"


class WholeSteps(MigrationExecutor):
    """Keeps the note that a migration is applied in the transaction that applies it.

    Django may write it just after: a process that dies in between leaves tables that are there and
    a `migrate` that makes them again, and fails.
    """

    def apply_migration(
        self, state: ProjectState, migration: Migration, **options: bool
    ) -> ProjectState:
        """Apply one migration and note it, both or neither."""
        if not migration.atomic:
            return super().apply_migration(state, migration, **options)
        connection = self.connection
        # SQLite cannot leave foreign keys alone once a transaction has begun.
        with connection.constraint_checks_disabled(), transaction.atomic(connection.alias):
            return super().apply_migration(state, migration, **options)


class Command(migrate.Command):
    """Wait for a `migrate` that runs already, then apply what is left."""

    def handle(self, *args: object, **options: object) -> None:
        """Migrate in turn; where a table is in use for long, let go of it and try again."""
        connection = connections[options["database"]]
        migrate.MigrationExecutor = WholeSteps
        for left in reversed(range(ATTEMPTS)):
            try:
                with _turn(connection):
                    return super().handle(*args, **options)
            except OperationalError as error:
                if not left or getattr(error.__cause__, "sqlstate", "") != LOCK_NOT_AVAILABLE:
                    raise
            _begin_anew(connection)
            self.stderr.write("A table is in use; trying again.")
            time.sleep(PAUSE_SECONDS)
        return None


def _begin_anew(connection: BaseDatabaseWrapper) -> None:
    """Take a new connection: Django leaves a transaction open where deferred SQL has failed."""
    # The pool would keep the old one, and with it the lock of our turn.
    connection.connection.close()
    connection.close()
    connection.connect()


def _turn(connection: BaseDatabaseWrapper) -> object:
    if connection.vendor == "postgresql":
        return _turn_on_postgres(connection)
    in_memory = connection.vendor != "sqlite" or connection.is_in_memory_db()
    return nullcontext() if in_memory else _turn_on_file(f"{connection.settings_dict['NAME']}")


@contextmanager
def _turn_on_postgres(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Hold a lock that ends with the connection, and keep limits of its own, not the role's."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SET lock_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(%s)", [TURN])
        cursor.execute(f"SET lock_timeout = '{LOCK_WAIT}'")
    try:
        yield
    finally:
        # A broken connection has let go of everything already.
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [TURN])
            cursor.execute("RESET lock_timeout")
            cursor.execute("RESET statement_timeout")


@contextmanager
def _turn_on_file(name: str) -> Iterator[None]:
    """Hold a lock that ends with the process, on a file beside the database."""
    with Path(f"{name}-migrating").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
