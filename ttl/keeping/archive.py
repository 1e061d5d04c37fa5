"""The file of a backup: a manifest and a dump, sealed, and read again before it counts."""

import io
import os
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from errno import EEXIST
from hashlib import file_digest, sha256
from pathlib import Path
from typing import BinaryIO

import msgspec
from pyrage import x25519

from planner.models import BACKUP_DAYS
from ttl.keeping import sealing
from ttl.keeping.manifest import Manifest, Refused

TIME = "%Y%m%dT%H%M%SZ"
NAME = re.compile(r"ttl-(\d{8}T\d{6}Z)\.age")
# No manifest is as long; whatever is longer is none.
LONGEST_MANIFEST = 4_000_000


class Receiver:
    """Takes a manifest and then a dump, and hands the dump on."""

    def __init__(self, target: BinaryIO | None = None) -> None:
        self.target = target
        self.head: bytes = b""
        self.is_past_head = False
        self.digest = sha256()
        self.size_bytes = 0

    def write(self, piece: bytes) -> int:
        rest = piece if self.is_past_head else self._after_head(piece)
        self.digest.update(rest)
        self.size_bytes += len(rest)
        if self.target:
            self.target.write(rest)
        return len(piece)

    def flush(self) -> None:
        if self.target:
            self.target.flush()

    def _after_head(self, piece: bytes) -> bytes:
        self.head, newline, rest = (self.head + piece).partition(b"\n")
        self.is_past_head = bool(newline) or len(self.head) > LONGEST_MANIFEST
        return rest

    def manifest(self) -> Manifest:
        """Return the manifest, if all that it says of the dump is so."""
        try:
            manifest = msgspec.json.decode(self.head, type=Manifest)
        except msgspec.MsgspecError as error:
            raise Refused("it is no backup of TTL") from error
        found = self.size_bytes, self.digest.hexdigest()
        if found != (manifest.size_bytes, manifest.checksum):
            raise Refused("what it holds is not what it says it holds")
        return manifest


def checksum_of(file: Path) -> str:
    """Return the SHA-256 of a file of any size."""
    with file.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def write(
    target: Path, head: bytes, dump: Path | None, keys: Sequence[x25519.Recipient]
) -> x25519.Identity:
    """Seal into a new file that only we can read; give a key that opens it, kept nowhere else."""
    # A second way in, for as long as this process lives: to read back what was written although
    # the private key is elsewhere, as it must be.
    passing = x25519.Identity.generate()
    descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as sealed, dump.open("rb") if dump else io.BytesIO() as rest:
        parts = sealing.Chain([io.BytesIO(head), rest])
        sealing.seal(parts, sealed, [*keys, passing.to_public()])
        sealed.flush()
        os.fsync(sealed.fileno())
    return passing


def read(file: Path, key: x25519.Identity, target: BinaryIO | None = None) -> Manifest:
    """Open a backup to its last byte; raises NotOpened or Refused."""
    receiver = Receiver(target)
    with file.open("rb") as sealed:
        sealing.open_sealed(sealed, receiver, key)
    return receiver.manifest()


def publish(fresh: Path, target: Path) -> None:
    """Give a file that was proven good its name, at once and over nothing."""
    if target.exists():
        raise FileExistsError(EEXIST, "It is there already, and is never overwritten", str(target))
    fresh.rename(target)
    descriptor = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def name_at(moment: datetime) -> str:
    """Return the name of a backup made at this moment."""
    return f"ttl-{moment.astimezone(UTC).strftime(TIME)}.age"


def delete_old(folder: Path, now: datetime) -> list[str]:
    """Delete the backups whose days are over and give their names."""
    oldest = now - timedelta(days=BACKUP_DAYS)
    old = [
        file
        for file in sorted(folder.iterdir())
        if (named := NAME.fullmatch(file.name))
        and datetime.strptime(named[1], TIME).replace(tzinfo=UTC) < oldest
    ]
    for file in old:
        file.unlink()
    return [file.name for file in old]
