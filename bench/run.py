"""Measure every row, in a process whose environment names the site; `python -m bench` starts it."""

import logging
import os
import sys
from math import ceil
from pathlib import Path

from django.conf import settings

import ttl.wsgi  # first: it sets Django up, which the others need
from articles.models import Article
from bench.measuring import measured
from bench.rows import rows
from bench.serving import served
from bench.table import table
from planner.models import PrivatePlan

# A server is asked so much longer than a row is measured in one process.
LONGER = 10


def main(rounds: str, seconds: str, out: str) -> None:
    """Measure, print the table and write it down."""
    lines_to_nowhere()
    size = f"{Article.objects.count():,} articles, {PrivatePlan.objects.count():,} plans"
    listed = list(rows(ttl.wsgi.application))
    found = measured(listed, int(rounds), float(seconds))
    by_servers = served(listed, settings.VAR_DIR, int(rounds), ceil(LONGER * float(seconds)) or 1)
    text = table(found, by_servers, int(rounds), size)
    Path(out).write_text(text)
    sys.stdout.write(text)


def lines_to_nowhere() -> None:
    """Let log lines be made, which costs what it costs, and fill no screen."""
    nowhere = Path(os.devnull).open("w")  # noqa: SIM115 - open for as long as the process lives
    for handler in (*logging.getLogger("django").handlers, *logging.getLogger().handlers):
        handler.setStream(nowhere)
    # What goes wrong here is for the screen all the same.
    sys.excepthook = sys.__excepthook__


if __name__ == "__main__":
    main(*sys.argv[1:])
