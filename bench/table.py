"""The result as one table in Markdown."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

import django

from bench.measuring import Measured

HEAD = """\
| | Processor time, ms | times bare view | Spread | Queries | Bytes sent |
|---|--:|--:|--:|--:|--:|
"""
BUSY = 0.5


def table(found: list[Measured], rounds: int) -> str:
    """Write what was measured, where and when; the first row is the bare view."""
    lines = "".join(_line(each, found[0].seconds) for each in found)
    return f"{_heading(rounds)}\n{HEAD}{lines}"


def _heading(rounds: int) -> str:
    when = datetime.now(UTC)
    cores = os.cpu_count() or 1
    load = os.getloadavg()[0]
    busy = ", a busy machine: read the ratios" if load > BUSY * cores else ""
    return (
        f"`make bench` on {when:%Y-%m-%d}: {_processor()}, {cores} cores, load {load:.1f}{busy}. "
        f"Python {platform.python_version()}, Django {django.get_version()}, SQLite, one process "
        f"without a server; medians of {rounds} rounds in turn.\n"
    )


def _line(each: Measured, bare: float) -> str:
    size = "" if each.size is None else f"{each.size:,}"
    return (
        f"| {each.row.name} | {each.seconds * 1000:.2f} | {each.seconds / bare:.1f} "
        f"| ±{each.spread / 2:.0%} | {each.queries} | {size} |\n"
    )


def _processor() -> str:
    """Name the processor where the machine tells, which is on Linux."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
