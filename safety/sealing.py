"""Seal what a person reports, so that a stolen copy of the database does not tell it.

Staff read it through the server's secret, unlike a plan, which only its link opens.
"""

import base64
from functools import lru_cache

import msgspec
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

KEY_BYTES = 32
LABEL = b"ttl/report/1"


class Unreadable(Exception):  # noqa: N818 - it reads as what the report is
    """The words were altered, or the secret that sealed them is no longer among those in use."""


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wrote: the message, and where they meant and how to answer, if they said so."""

    message: str
    place: str = ""
    contact: str = ""


def seal(words: Words) -> bytes:
    """Seal with the newest secret."""
    return _box(tuple(settings.PLAN_SECRETS.values())).encrypt(msgspec.json.encode(words))


def reseal(sealed: bytes) -> bytes:
    """Seal the same words with the newest secret; raises `Unreadable`."""
    return seal(unseal(sealed))


def unseal(sealed: bytes) -> Words:
    """Open with any secret in use; raises `Unreadable`."""
    try:
        opened = _box(tuple(settings.PLAN_SECRETS.values())).decrypt(sealed)
    except InvalidToken as error:
        raise Unreadable("No secret in use opens this report.") from error
    return msgspec.json.decode(opened, type=Words)


def is_newest(sealed: bytes) -> bool:
    """Say whether the newest secret alone opens it."""
    try:
        _box(tuple(settings.PLAN_SECRETS.values())[:1]).decrypt(sealed)
    except InvalidToken:
        return False
    return True


@lru_cache(maxsize=4)
def _box(secrets: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(_key(secret)) for secret in secrets])


def _key(secret: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=LABEL)
    return base64.urlsafe_b64encode(derived.derive(secret.encode()))
