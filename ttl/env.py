"""Typed readers of the environment that stop the process and say how to mend it."""

import os
import re
from typing import NoReturn
from zoneinfo import available_timezones

SHORTEST_SECRET = 32
FEWEST_CHARACTERS = 10
ADDRESS = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)+")
ORIGIN = re.compile(r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?")
SECRET_BYTES = 48
MAKE_ONE = f"import secrets; print(secrets.token_urlsafe({SECRET_BYTES}))"


def text(name: str, default: str = "") -> str:
    """Read a plain value, or the default when it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def boolean(name: str, *, default: bool) -> bool:
    """Read `true` or `false`; anything else stops the process."""
    value = text(name, str(default)).lower()
    if value not in {"true", "false"}:
        _stop(f"{name} is {value!r}. Write {name}=true or {name}=false.")
    return value == "true"


def choice(name: str, values: tuple[str, ...], default: str) -> str:
    """Read one of a few words; anything else stops the process."""
    value = text(name, default).lower()
    if value not in values:
        _stop(f"{name} is {value!r}. Write one of: {', '.join(values)}.")
    return value


def words(name: str, default: str = "") -> list[str]:
    """Read a comma-separated list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def zone(name: str, default: str) -> str:
    """Read the name of a time zone; one that nobody knows stops the process."""
    value = text(name, default)
    if value not in available_timezones():
        _stop(f"{name} is {value!r}. Write the name of a place, as in {name}=Europe/London.")
    return value


def origin(name: str) -> str:
    """Read where a site is, such as `https://ttl.example.org`, or nothing when it is unset."""
    value = text(name).rstrip("/")
    if value and not ORIGIN.fullmatch(value):
        _stop(
            f"{name} is {value!r}. Write the scheme and the name of the site and nothing more, as"
            f" in {name}=https://ttl.example.org"
        )
    return value


def contact(name: str) -> str:
    """Read how somebody is reached, as an address that a program can open, or nothing."""
    value = text(name)
    if value and not value.startswith(("mailto:", "https://")):
        _stop(f"{name} is {value!r}. Write {name}=mailto:security@example.org or an https:// page.")
    return value


def address(name: str, default: str) -> str:
    """Read where a part of the site stands, such as `back-room/`."""
    value = text(name, default).strip("/") + "/"
    if not ADDRESS.fullmatch(value):
        _stop(
            f"{name} is {value!r}. Write small letters, digits and hyphens, as in {name}=back-room/"
        )
    return value


def secret(name: str, *, strict: bool, required: bool = True) -> str:
    """Read a secret, which has no default; `strict` refuses one that could be guessed."""
    value = text(name)
    if not value and not required:
        return ""
    if not value:
        _stop(f"{name} is not set. {_how_to_set(name)}")
    if strict and _is_weak(value):
        _stop(f"{name} is too short or only a placeholder. {_how_to_set(name)}")
    return value


def versioned_secrets(name: str, *, strict: bool) -> dict[str, str]:
    """Read secrets written as `version:secret`, newest first, with a comma between two."""
    pairs = words(name)
    if not pairs:
        _stop(f"{name} is not set. {_how_to_set(name, version='1:')}")
    secrets: dict[str, str] = {}
    for place, pair in enumerate(pairs, start=1):
        version, _, value = (part.strip() for part in pair.partition(":"))
        if not version.isdecimal() or not value or version in secrets:
            _stop(
                f"{name} is malformed at secret {place}. Write a number, a colon and a secret, the"
                f" newest first and each number once, as in {name}=2:newer-secret,1:older-secret."
            )
        if strict and _is_weak(value):
            _stop(
                f"{name} has a secret (version {version}) that is too short or only a placeholder."
                f" {_how_to_set(name, version=f'{version}:')}"
            )
        secrets[version] = value
    return secrets


def _is_weak(value: str) -> bool:
    return (
        len(value) < SHORTEST_SECRET
        or len(set(value)) < FEWEST_CHARACTERS
        or "change-me" in value.lower()
        or "insecure" in value.lower()
    )


def _how_to_set(name: str, *, version: str = "") -> str:
    return (
        "Set it once with this line (.env.example explains every variable):\n"
        f"    echo \"{name}={version}$(python3 -c '{MAKE_ONE}')\" >> .env"
    )


def _stop(message: str) -> NoReturn:
    # SystemExit rather than an exception: the operator reads the message, not a traceback.
    raise SystemExit(f"TTL cannot start: {message}")
