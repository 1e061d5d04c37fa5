"""Deleting for good: what is deleted must not stay readable in the files of the database."""

from django.db import connections

# A reader in the middle of a page makes us wait no longer: nobody's save may hang on this.
PATIENCE_MILLISECONDS = 200


def forget_deleted(using: str) -> bool:
    """Empty SQLite's write-ahead log into the file, whose deleted parts are zeroed.

    Returns False where somebody was reading; the next purge tries again. PostgreSQL does this work
    itself, by VACUUM.
    """
    connection = connections[using]
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return connection.vendor != "sqlite"
    with connection.cursor() as cursor:
        [usual] = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_MILLISECONDS}")
        try:
            [is_busy, *_pages] = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
    return not is_busy
