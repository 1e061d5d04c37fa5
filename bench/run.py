"""Measure every row, in a process whose environment names the site; `python -m bench` starts it."""

import logging
import os
import sys
from math import ceil
from pathlib import Path

from django.conf import settings

import ttl.wsgi  # first: it sets Django up, which the others need
from bench.measuring import measured
from bench.rows import rows
from bench.serving import served
from bench.table import table


def main(rounds: str, seconds: str, out: str) -> None:
    """Measure, print the table and write it down."""
    _lines_to_nowhere()
    listed = list(rows(ttl.wsgi.application))
    found = measured(listed, int(rounds), float(seconds))
    by_servers = served(listed, settings.VAR_DIR, int(rounds), ceil(float(seconds)))
    text = table(found, by_servers, int(rounds))
    Path(out).write_text(text)
    sys.stdout.write(text)


def _lines_to_nowhere() -> None:
    """Let log lines be made, which costs what it costs, and fill no screen."""
    nowhere = Path(os.devnull).open("w")  # noqa: SIM115 - open for as long as the process lives
    for handler in (*logging.getLogger("django").handlers, *logging.getLogger().handlers):
        handler.setStream(nowhere)


if __name__ == "__main__":
    main(*sys.argv[1:])
