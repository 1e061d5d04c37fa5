"""Bring the database to the newest tables: Django's own command, made whole on SQLite."""

from django.core.management.commands import migrate
from django.db import connections, transaction

# A second one waits for the first; Django's five seconds are for a visitor.
PATIENCE_MILLISECONDS = 600_000


class Command(migrate.Command):
    """Django notes a migration after it has committed it: who dies in between leaves work for a
    person, and so do two at once. In one transaction all is done and noted, or nothing is.
    """

    def handle(self, *args: object, **options: object) -> None:
        """Migrate alone, all or nothing, where the database is a SQLite file."""
        using = options["database"]
        connection = connections[using]
        if connection.vendor != "sqlite" or connection.in_atomic_block:
            super().handle(*args, **options)
            return
        with connection.cursor() as cursor:
            [usual] = cursor.execute("PRAGMA busy_timeout").fetchone()
            cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_MILLISECONDS}")
        try:
            # Changes of tables need them off, and inside a transaction it is too late for that.
            with connection.constraint_checks_disabled(), transaction.atomic(using):
                super().handle(*args, **options)
                connection.check_constraints()
        finally:
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA busy_timeout = {usual}")
