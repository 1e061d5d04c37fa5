"""Seal plans in bulk: each row under a link of its own, kept only where it is asked for."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime, time
from itertools import cycle, islice
from pathlib import Path
from typing import TextIO

from django.urls import reverse

from planner import vault
from planner.models import PrivatePlan
from planner.models.plans import PLAN_LIFE
from ttl.load.batches import batches
from ttl.load.people import Record

PRIVATE = 0o600


def write(records: Sequence[Record], count: int, links: TextIO | None = None) -> None:
    """Write so many finished plans, the records over and over, and their links to a file."""
    for batch in batches(map(_sealed, islice(cycle(records), count))):
        PrivatePlan.objects.bulk_create(plan for _token, plan in batch)
        if links:
            links.writelines(f"{reverse('planner:plan', args=[token])}\n" for token, _plan in batch)


def keep_links(file: Path) -> TextIO:
    """Open a new file that only its owner can read, for the keys of these plans."""
    return os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE), "w")


def _sealed(record: Record) -> tuple[str, PrivatePlan]:
    # The same record is packed once, and sealed anew for each row as a real one is.
    token = vault.new_token()
    plan = PrivatePlan(
        lookup=vault.lookup(token),
        created_week=record.created_week,
        used_week=record.used_week,
        expires_at=datetime.combine(record.used_week + PLAN_LIFE, time(), UTC),
    )
    plan.sealed = plan.key(token).seal_packed(record.packed)
    return token, plan
