"""Start the fleet, hold it under load while parts of it fail, and print what people saw.

Usage: make fleet, or make fleet FLEET="--processes 10 --articles 10000 --seconds 20"
"""

import argparse
import sys
import tempfile
from pathlib import Path

import django

# Before whatever needs the models; no row is read in this process.
django.setup()

from deploy.fleet.load import Readers  # noqa: E402
from deploy.fleet.machines import fleet  # noqa: E402
from deploy.fleet.phases import PHASES  # noqa: E402
from tests.faults.conftest import Drill  # noqa: E402
from tests.faults.lives import Lives  # noqa: E402

WRITERS = 4
PAGES = ["/", "/articles/", "/questions/", "/topics/", "/help/"]
HEAD = (
    "| What was done | Pages read, a second | Half within, 99 of 100 within, ms | Pages failed "
    "| Saved | Lost or doubled |\n|---|--:|--:|--:|--:|--:|\n"
)


def main() -> int:
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="ttl-fleet-") as folder:
        _say(f"Starting {asked.processes} web processes and all around them in {folder}.")
        with fleet(Path(folder), asked.processes, asked.articles, asked.plans) as running:
            _say(f"They answer at http://127.0.0.1:{running.port}\n")
            if asked.stay:
                _stay()
            return _hold(running, Path(folder), asked)


def _hold(running, folder: Path, asked: argparse.Namespace) -> int:
    readers = Readers(folder, running.port, [*PAGES, *_articles(running)], asked.clients)
    _say(HEAD, end="")
    lost = 0
    for phase in PHASES:
        found, lives, account = [], Lives(running, WRITERS), Drill(done=phase.__doc__)
        with lives, readers.reading(asked.seconds, found):
            phase(running, asked.seconds)
        lives.account(account)
        [read] = found
        lost += account.lost + account.doubled
        _say(
            f"| {phase.__doc__} | {read.pages}, {read.pages / read.seconds:.0f} "
            f"| {read.median_ms:.0f}, {read.worst_ms:.0f} | {read.failed} "
            f"| {account.acknowledged} of {account.tried} | {account.lost + account.doubled} |"
        )
    return 1 if lost else 0


def _articles(running) -> list[str]:
    rows = running.primary.sql(
        "SELECT slug FROM articles_article WHERE published_at < now() ORDER BY id LIMIT 20"
    )
    return [f"/articles/{slug}/" for slug in rows.split()]


def _stay() -> None:
    sys.stdout.write("Press Enter to go on, or Ctrl+C to end.\n")
    sys.stdin.readline()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="deploy.fleet", description=__doc__.splitlines()[0])
    parser.add_argument("--processes", type=int, default=10)
    parser.add_argument("--articles", type=int, default=0, help="made-up articles beside ours")
    parser.add_argument("--plans", type=int, default=0, help="made-up plans")
    parser.add_argument("--seconds", type=int, default=20, help="for each thing that is done")
    parser.add_argument("--clients", type=int, default=64, help="open connections of readers")
    parser.add_argument("--stay", action="store_true", help="wait before the load, to look around")
    return parser.parse_args()


def _say(text: str, end: str = "\n") -> None:
    sys.stdout.write(f"{text}{end}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
