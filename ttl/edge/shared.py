"""Finished pages in the cache that all processes share; without it each makes its own."""

import time
from hashlib import blake2b
from secrets import compare_digest

import brotli
import msgspec
from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from ttl.cache import circuit
from ttl.edge.memory import Key
from ttl.edge.page import Page
from ttl.edge.release import release_id

KEEP_SECONDS = 86_400
# How long a process waits for another that makes a page, and how often it looks.
WAIT_SECONDS, LOOK_SECONDS = 2, 0.05
SEAL_BYTES = 32


class Sealed(msgspec.Struct, array_like=True):
    """What is kept of a page: its body in the coding that nearly every browser takes."""

    route: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


class Shared:
    """Pages under a name that only this release, this edition and this site can have made."""

    def __init__(self) -> None:
        self.release = release_id() if settings.CACHE_URL else ""
        self.secret = salted_hmac("ttl.edge", "pages", algorithm="sha256").digest()

    def get(self, key: Key, edition: str | None) -> Page | None:
        """Find a page, or wait for who makes it; nothing: it is ours to make."""
        if edition == "" or not self._is_there:
            return None
        name = self._name(key, edition)
        until = time.monotonic() + WAIT_SECONDS
        while True:
            if page := self._opened(name, edition):
                return page
            is_ours = cache.add(f"{name}/claim", 1, timeout=WAIT_SECONDS)
            if is_ours or time.monotonic() > until or not self._is_there:
                return None
            time.sleep(LOOK_SECONDS)

    def put(self, key: Key, page: Page) -> None:
        """Keep a page for all processes."""
        if self._is_there:
            name, form = self._name(key, page.edition), page.form("br")
            body = form.body if form.body is not page.body else brotli.compress(page.body)
            plain = msgspec.msgpack.encode(Sealed(page.route, page.headers, body))
            cache.set(name, self._seal(name, plain) + plain, timeout=KEEP_SECONDS)

    def let_go(self, key: Key, edition: str | None) -> None:
        """Let nobody wait any longer for a page that this process has made, or failed to make."""
        if self._is_there:
            cache.delete(f"{self._name(key, edition)}/claim")

    @property
    def _is_there(self) -> bool:
        return bool(settings.CACHE_URL) and not circuit.is_open

    def _name(self, key: Key, edition: str | None) -> str:
        what = repr((self.release, edition, key)).encode()
        return f"page/{blake2b(what, digest_size=16).hexdigest()}"

    def _seal(self, name: str, plain: bytes) -> bytes:
        # Whoever can write to the cache must not be able to write our pages.
        return blake2b(name.encode() + plain, digest_size=SEAL_BYTES, key=self.secret).digest()

    def _opened(self, name: str, edition: str | None) -> Page | None:
        found = cache.get(name)
        if not isinstance(found, bytes):
            return None
        seal, plain = found[:SEAL_BYTES], found[SEAL_BYTES:]
        if not compare_digest(seal, self._seal(name, plain)):
            return None
        kept = msgspec.msgpack.decode(plain, type=Sealed)
        body = brotli.decompress(kept.body)
        return Page(edition=edition, route=kept.route, headers=kept.headers, body=body)
