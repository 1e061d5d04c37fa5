"""The list of erased plans as a plain file, kept beside the backups: one line a plan."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

from planner.models import ErasedPlan


def write_list(file: Path, erased: Iterable[ErasedPlan]) -> None:
    """Write uid, hash and week of each; a failure half-way leaves the older file whole."""
    lines = [f"{each.uid} {bytes(each.lookup).hex()} {each.erased_week}\n" for each in erased]
    fresh = file.with_name(file.name + ".new")
    with fresh.open("w") as target:
        target.writelines(lines)
        target.flush()
        os.fsync(target.fileno())
    fresh.replace(file)


def read_list(file: Path) -> Iterator[ErasedPlan]:
    """Read such a file; raises ValueError with the number of the first line that is not of it."""
    for number, line in enumerate(file.read_text().splitlines(), start=1):
        try:
            uid, lookup, week = line.split()
            yield ErasedPlan(
                uid=UUID(uid), lookup=bytes.fromhex(lookup), erased_week=date.fromisoformat(week)
            )
        except ValueError as error:
            raise ValueError(f"line {number} is not an entry of the list") from error
