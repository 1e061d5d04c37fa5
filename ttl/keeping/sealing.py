"""Seal a stream for whoever holds a private key: the age format, which other programs open too."""

import io
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO, Protocol

import pyrage
from pyrage import x25519

# The library's own words, the only way it has to tell the two apart.
NO_MATCH = "No matching keys"
OTHER_KEY = "it is sealed for another key"
DAMAGED = "it is cut or damaged"


class NotOpened(Exception):  # noqa: N818 - it reads as what happened
    """The file is not ours, or damaged, or sealed for another key."""


class Sink(Protocol):
    """Whatever takes bytes."""

    def write(self, piece: bytes, /) -> int: ...

    def flush(self) -> None: ...


class Chain(io.RawIOBase):
    """Several files read as one, a piece at a time."""

    def __init__(self, files: Iterable[BinaryIO]) -> None:
        self.files = list(files)

    def read(self, size: int = -1) -> bytes:
        while self.files:
            if piece := self.files[0].read(size):
                return piece
            self.files.pop(0)
        return b""


def recipients(public_keys: Sequence[str]) -> list[x25519.Recipient]:
    """Read public keys; raises ValueError with the first that is none."""
    found = []
    for number, key in enumerate(public_keys, start=1):
        try:
            found.append(x25519.Recipient.from_str(key))
        except pyrage.RecipientError as error:
            raise ValueError(f"key {number} is not a public key that begins with age1") from error
    return found


def private_key(file: Path) -> x25519.Identity:
    """Read the private key of a file, whose other lines are notes."""
    lines = file.read_text(errors="replace").splitlines()
    for line in lines:
        if line.startswith("AGE-SECRET-KEY-"):
            try:
                return x25519.Identity.from_str(line.strip())
            except pyrage.IdentityError as error:
                raise ValueError(f"{file} holds a damaged private key") from error
    raise ValueError(f"{file} holds no private key: no line begins with AGE-SECRET-KEY-")


def seal(plain: BinaryIO, sealed: BinaryIO, keys: Sequence[x25519.Recipient]) -> None:
    """Seal a stream of any length in constant memory."""
    pyrage.encrypt_io(plain, sealed, list(keys))


def open_sealed(sealed: BinaryIO, sink: Sink, key: x25519.Identity) -> None:
    """Open a stream of any length in constant memory.

    What reaches the sink before NotOpened is raised is genuine, but not the whole.
    """
    try:
        pyrage.decrypt_io(sealed, sink, [key])
    except pyrage.DecryptError as error:
        raise NotOpened(OTHER_KEY if NO_MATCH in str(error) else DAMAGED) from error
    except OSError as error:
        if error.errno is not None:
            raise
        raise NotOpened(DAMAGED) from error


if __name__ == "__main__":
    # Without Django, whose settings want the very secrets that are about to be opened.
    with Path(sys.argv[2]).open("rb") as sealed_file:
        open_sealed(sealed_file, sys.stdout.buffer, private_key(Path(sys.argv[1])))
