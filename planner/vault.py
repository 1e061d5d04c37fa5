"""Seal a private plan so that only its link, with the server's secret, can open it."""

import base64
import secrets
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
# One layer, under the link and the server's secret together: read, but not written any more.
FIRST_FORM_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES
# Two layers: the inner under the link alone, the outer under the server's secret alone.
WRAPPED_KEY_BYTES = FIRST_FORM_BYTES + NONCE_BYTES + TAG_BYTES
# A sealed payload grows in steps, so that its size says little about the answers in it.
STEP_BYTES = 4096

PAYLOAD_LABEL = b"ttl/plan/payload/1"


class Use(StrEnum):
    """What a link is for: its owner's plan, a look at it, or the feed of a calendar.

    Each use has labels of its own, so that nothing made for one is accepted in another.
    """

    PLAN = "plan"
    SHARE = "share"
    CALENDAR = "calendar"

    @property
    def lookup_label(self) -> bytes:
        """What binds the hash that finds a row."""
        return f"ttl/{self}/lookup/1".encode()

    @property
    def first_label(self) -> bytes:
        """What bound the one key that wrapped a data key in the first form."""
        return f"ttl/{self}/wrapping/1".encode()

    @property
    def inner_label(self) -> bytes:
        """What binds the key, made from the link, that wraps a data key."""
        return f"ttl/{self}/inner/2".encode()

    @property
    def outer_label(self) -> bytes:
        """What binds the key, made from the server's secret, that wraps it once more."""
        return f"ttl/{self}/outer/2".encode()


class Unreadable(Exception):  # noqa: N818 - it reads as what the plan is
    """What is stored was altered, or was sealed for another link, row or secret."""


class UnknownKeyVersion(Unreadable):
    """The secret that sealed this record is not among the secrets in use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrappedKey:
    """A data key under one link and the secret of one version."""

    wrapped_key: bytes
    key_version: str

    @property
    def is_of_first_form(self) -> bool:
        """Say whether it has one layer only, which nobody can change without the link."""
        return len(self.wrapped_key) == FIRST_FORM_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed(WrappedKey):
    """What is stored: the payload under a data key, and that key wrapped under the link."""

    payload: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class OuterKey:
    """What opens the outer layer of one row; it needs no link, so all rows can be changed."""

    uid: bytes
    secrets: Mapping[str, str] = field(repr=False)
    use: Use = Use.PLAN

    def wrap(self, inner: bytes) -> WrappedKey:
        """Put the outer layer on, by the newest secret."""
        version = next(iter(self.secrets))
        wrapped = _encrypt(self._key(version), inner, self._bound(version))
        return WrappedKey(wrapped_key=wrapped, key_version=version)

    def unwrap(self, wrapped: WrappedKey) -> bytes:
        """Take the outer layer off."""
        version = wrapped.key_version
        return _decrypt(self._key(version), wrapped.wrapped_key, self._bound(version))

    def rewrap(self, wrapped: WrappedKey) -> WrappedKey:
        """Change the outer layer for one by the newest secret."""
        return self.wrap(self.unwrap(wrapped))

    def secret(self, version: str) -> str:
        """Return the secret of this version."""
        if version not in self.secrets:
            raise UnknownKeyVersion(f"No secret has the key version {version!r}.")
        return self.secrets[version]

    def _key(self, version: str) -> bytes:
        return _derive(self.secret(version), salt=None, label=self.use.outer_label)

    def _bound(self, version: str) -> bytes:
        return self.use.outer_label + self.uid + version.encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What opens one row: its link, its uid and the server's secrets by version, newest first."""

    token: str = field(repr=False)
    uid: bytes
    secrets: Mapping[str, str] = field(repr=False)
    use: Use = Use.PLAN

    def seal(self, payload: bytes) -> Sealed:
        """Seal a first payload under a fresh data key."""
        return self.seal_packed(pack(payload))

    def seal_packed(self, packed: bytes) -> Sealed:
        """Seal what was packed before, under a fresh data key."""
        return self._seal(packed, secrets.token_bytes(KEY_BYTES))

    def reseal(self, sealed: Sealed, payload: bytes) -> Sealed:
        """Seal the next payload under the same data key, wrapped anew by the newest secret."""
        return self._seal(pack(payload), self._data_key(sealed))

    def wrap_for(self, other: "Key", sealed: WrappedKey) -> WrappedKey:
        """Wrap the same data key for another link, by the newest secret."""
        return other._wrap(self._data_key(sealed))

    def unseal(self, sealed: Sealed, wrapped: WrappedKey | None = None) -> bytes:
        """Return the payload, or raise Unreadable; `wrapped` is its data key under another link."""
        data_key = self._data_key(wrapped or sealed)
        padded = _decrypt(data_key, sealed.payload, PAYLOAD_LABEL + self.uid)
        return zlib.decompressobj().decompress(padded)

    def _seal(self, packed: bytes, data_key: bytes) -> Sealed:
        wrapped = self._wrap(data_key)
        return Sealed(
            wrapped_key=wrapped.wrapped_key,
            key_version=wrapped.key_version,
            payload=_encrypt(data_key, packed, PAYLOAD_LABEL + self.uid),
        )

    @property
    def _outer(self) -> OuterKey:
        return OuterKey(uid=self.uid, secrets=self.secrets, use=self.use)

    def _wrap(self, data_key: bytes) -> WrappedKey:
        return self._outer.wrap(_encrypt(self._inner_key(), data_key, self._inner_bound()))

    def _data_key(self, sealed: WrappedKey) -> bytes:
        if sealed.is_of_first_form:
            return self._data_key_of_first_form(sealed)
        return _decrypt(self._inner_key(), self._outer.unwrap(sealed), self._inner_bound())

    def _inner_key(self) -> bytes:
        return _derive(self.token, salt=None, label=self.use.inner_label)

    def _inner_bound(self) -> bytes:
        return self.use.inner_label + self.uid

    def _data_key_of_first_form(self, sealed: WrappedKey) -> bytes:
        version, label = sealed.key_version, self.use.first_label
        key = _derive(self.token, salt=self._outer.secret(version).encode(), label=label)
        return _decrypt(key, sealed.wrapped_key, label + self.uid + version.encode())


def pack(payload: bytes) -> bytes:
    """Compress a payload and fill it up to a whole step: most of what sealing costs."""
    packed = zlib.compress(payload)
    return packed + bytes(-len(packed) % STEP_BYTES)


def new_token() -> str:
    """Return the secret part of a new link: 256 random bits in 43 characters."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).rstrip(b"=").decode()


def lookup(token: str, use: Use = Use.PLAN) -> bytes:
    """Return what finds the row of a token; no server secret, so rotation never moves a row."""
    return _derive(token, salt=None, label=use.lookup_label)


def _derive(source: str, *, salt: bytes | None, label: bytes) -> bytes:
    # The text of a token, not its bytes: two spellings of one base64 value are two tokens.
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=label).derive(source.encode())


def _encrypt(key: bytes, plain: bytes, bound: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound)


def _decrypt(key: bytes, stored: bytes, bound: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(stored[:NONCE_BYTES], stored[NONCE_BYTES:], bound)
    except (InvalidTag, ValueError) as error:  # a stored value cut inside its nonce is a ValueError
        raise Unreadable("The stored bytes do not belong to this link, row and secret.") from error
