"""Seal the secrets of phones, so that whoever steals the database has no codes."""

import base64
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

KEY_BYTES = 32
NONCE_BYTES = 12
# Binds the key to this one use: the same server secrets seal private plans, by other labels.
LABEL = b"ttl/staff/phone/1"


class Unreadable(Exception):  # noqa: N818 - it reads as what the secret is
    """What is stored was altered, belongs to another account, or to a server secret now gone."""


def seal(secret: bytes, owner: int) -> str:
    """Seal a secret for one account by the newest server secret, as `version.base64`."""
    version = newest()
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = nonce + _cipher(version).encrypt(nonce, secret, _bound(version, owner))
    return f"{version}.{base64.urlsafe_b64encode(sealed).decode()}"


def unseal(stored: str, owner: int) -> bytes:
    """Return the secret; one from before there were seals stands there as it is, in hex."""
    if not is_sealed(stored):
        return bytes.fromhex(stored)
    version, _, text = stored.partition(".")
    if version not in settings.PLAN_SECRETS:
        raise Unreadable(f"No server secret has the version {version!r}.")
    try:
        sealed = base64.urlsafe_b64decode(text)
        nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        return _cipher(version).decrypt(nonce, rest, _bound(version, owner))
    except (InvalidTag, ValueError) as error:  # cut inside its nonce, or no base64
        raise Unreadable("The stored secret does not belong to this account.") from error


def is_sealed(stored: str) -> bool:
    return "." in stored


def is_newest(stored: str) -> bool:
    """Say whether a secret is sealed by the newest server secret."""
    return stored.startswith(f"{newest()}.")


def newest() -> str:
    return next(iter(settings.PLAN_SECRETS))


def _cipher(version: str) -> AESGCM:
    secret = settings.PLAN_SECRETS[version].encode()
    return AESGCM(HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=LABEL).derive(secret))


def _bound(version: str, owner: int) -> bytes:
    return b"/".join([LABEL, version.encode(), str(owner).encode()])
