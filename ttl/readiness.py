"""What a process needs before it should be sent requests, asked in at most a second."""

import os
import shutil
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from planner.rotation import versions_in_use
from ttl.cache import circuit

LIMIT_SECONDS = 1
LEAST_FREE = 0.05
# A file of this name says that the server is about to be stopped.
DRAINING = "draining"

# A thread of its own: a database that does not answer must not hold the answer back.
thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="readiness")


class Database:
    """The one question under way, and whether what cannot change back was found in order."""

    asked: Future[str] | None = None
    settled = False


def why_not_ready() -> str:
    """Say in a few words what is missing, or nothing."""
    if (settings.RUN_DIR / DRAINING).exists():
        return "shutting down"
    if Database.asked is None or Database.asked.done():
        Database.asked = thread.submit(_look)
    try:
        missing = Database.asked.result(LIMIT_SECONDS)
    except (TimeoutError, Error):
        return "no database"
    return missing or ("" if _has_space() else "the disk is nearly full")


def has_cache() -> bool:
    """Say whether the shared cache answers; TTL serves without it, only slower."""
    cache.get("readiness")
    return not circuit.is_open


def _look() -> str:
    try:
        if not _may_write():
            return "the database cannot be written"
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        missing = "" if Database.settled else _unsettled()
        Database.settled = not missing
        return missing
    finally:
        connection.close()


def _may_write() -> bool:
    """Say whether the rights of a SQLite file and its folder let this process write."""
    file = Path(settings.DATABASES["default"]["NAME"])
    if connection.vendor != "sqlite" or not file.exists():
        return True
    return all(os.access(place, os.W_OK) for place in (file, file.parent))


def _unsettled() -> str:
    """Ask what stays in order once it is, so that it is asked once in the life of a process."""
    migrations = MigrationExecutor(connection)
    if migrations.migration_plan(migrations.loader.graph.leaf_nodes()):
        return "migrations not applied"
    if missing := versions_in_use() - set(settings.PLAN_SECRETS):
        return f"plans are sealed with a secret that is not set: {', '.join(sorted(missing))}"
    return ""


def _has_space() -> bool:
    disk = shutil.disk_usage(settings.VAR_DIR)
    return disk.free >= LEAST_FREE * disk.total
