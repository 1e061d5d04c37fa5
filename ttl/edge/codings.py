"""Which coding of a body a browser likes best, and how each is made."""

import gzip
import re
from functools import lru_cache, partial

import brotli
import zstandard

IDENTITY = "identity"
# Those that make it smallest come first. Pages hold no secret and nothing that was typed, so that
# their length tells nothing.
MAKE = {
    "br": partial(brotli.compress, quality=5),
    "zstd": lambda body: zstandard.ZstdCompressor(level=9).compress(body),
    "gzip": partial(gzip.compress, compresslevel=6, mtime=0),
    IDENTITY: bytes,
}
PART = re.compile(r"\s*([\w*.-]+)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?", re.ASCII)
# Where nothing is said of it the plain body is taken, but last of all.
UNSAID = 0.0001


@lru_cache(maxsize=256)
def liked(accepts: str) -> tuple[str, ...]:
    """List the codings that a browser takes, the best first (RFC 9110, 12.5.3)."""
    said = {}
    for part in accepts.lower().split(","):
        if found := PART.fullmatch(part):
            said[found[1]] = float(found[2] or 1)
    rest = said.get("*", 0.0)
    weights = {name: said.get(name, rest) for name in MAKE}
    if IDENTITY not in said and "*" not in said:
        weights[IDENTITY] = UNSAID
    taken = [name for name in MAKE if weights[name]]
    # Who takes nothing at all gets the plain body rather than nothing.
    return (*sorted(taken, key=lambda name: -weights[name]), IDENTITY)
