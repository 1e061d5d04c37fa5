"""What saves and restores the database in use."""

from types import ModuleType

from django.db import connection

from ttl.keeping import postgresql, sqlite

BY_VENDOR = {"sqlite": sqlite, "postgresql": postgresql}


def ours() -> ModuleType:
    """Return the module of the database in use."""
    return BY_VENDOR[connection.vendor]
