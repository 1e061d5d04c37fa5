"""Long streams in pieces, so that memory stays the same however many rows are made."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

BATCH = 500
T = TypeVar("T")


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Cut a stream into lists of so many."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch
