"""The result as one table in Markdown."""

import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import django
from django.db import connection

from bench.measuring import Measured
from bench.serving import Served

COLUMNS = (
    *("", "Processor time, ms", "times bare view", "Spread", "Queries", "Bytes sent"),
    *("Served a second", "of bare view", "Server's time, ms"),
)
BUSY = 0.5


def table(found: list[Measured], served: list[Served], rounds: int, size: str) -> str:
    """Write what was measured, where and when; the first row is the bare view."""
    by_server = {each.name: _served(each, served[0].rate) for each in served}
    lines = [
        (*_own(each, found[0].seconds), *by_server.pop(each.row.name, ("",) * 3)) for each in found
    ]
    # What only a server gives out.
    lines += [(name, *("",) * 5, *cells) for name, cells in by_server.items()]
    ruler = ("---", *("--:",) * (len(COLUMNS) - 1))
    return "\n".join([_heading(rounds, size), *map(_line, (COLUMNS, ruler, *lines)), ""])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _own(each: Measured, bare: float) -> tuple[str, ...]:
    size = "" if each.size is None else f"{each.size:,}"
    times, spread = f"{each.seconds / bare:.1f}", f"±{each.spread / 2:.0%}"
    return each.row.name, f"{each.seconds * 1000:.2f}", times, spread, str(each.queries), size


def _served(each: Served, bare: float) -> tuple[str, ...]:
    return f"{each.rate:,.0f}", f"{each.rate / bare:.3f}", f"{each.cost * 1000:.3f}"


def _heading(rounds: int, size: str) -> str:
    when, cores, load = datetime.now(UTC), os.cpu_count() or 1, os.getloadavg()[0]
    busy = ", a busy machine: read the ratios" if load > BUSY * cores else ""
    made_with = f"Python {platform.python_version()}, Django {django.get_version()}"
    return (
        f"`make bench` on {when:%Y-%m-%d}: {_processor()}, {cores} cores, load {load:.1f}{busy}.\n"
        f"{made_with}, {connection.vendor}, {size}. "
        f"Medians of {rounds} rounds, each row in turn, in one process "
        "without a server;\n“served”, where wrk is installed: by two processes of granian to eight "
        "clients at once.\n"
    )


def _processor() -> str:
    """Name the processor where the machine tells, which is on Linux."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
