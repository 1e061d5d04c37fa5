"""Typed readers of the environment that fail loudly and say how to mend it."""

import os

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    """Read a plain value, or the default when it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def boolean(name: str, *, default: bool) -> bool:
    """Read `true` or `false`; anything else stops the process."""
    value = text(name, str(default)).lower()
    if value not in {"true", "false"}:
        raise ImproperlyConfigured(f"{name} is {value!r}. Write {name}=true or {name}=false.")
    return value == "true"


def words(name: str, default: str = "") -> list[str]:
    """Read a comma-separated list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def secret(name: str, *, make: str) -> str:
    """Read a secret that has no default; `make` is Python that prints a fresh one."""
    value = text(name)
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set, and TTL does not start without it. Set it once with this line:\n"
            f'    echo "{name}=$(python3 -c \'{make}\')" >> .env'
        )
    return value
