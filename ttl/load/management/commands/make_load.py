"""The command that fills a database for measuring."""

from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from articles.content.files import read_content
from articles.models import Article, LoadedContent, Source
from planner.models import PrivatePlan
from ttl.load import articles, people, plans, texts

# More people than these would not be more different; each row is sealed on its own all the same.
PEOPLE = 200
T = TypeVar("T")


class Command(BaseCommand):
    help = (
        "Fill a database with made-up articles and plans, to measure how TTL does at a size. Never "
        "for a site that people use: made-up articles are published, and look like real ones."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take how many, the seed, and what must be said aloud."""
        parser.add_argument("--articles", type=int, default=0, metavar="N")
        parser.add_argument("--plans", type=int, default=0, metavar="M", help="with their logs")
        parser.add_argument("--seed", type=int, default=1, help="the same seed, the same texts")
        parser.add_argument("--links", type=Path, metavar="FILE", help="write the plans' links")
        parser.add_argument("--yes", action="store_true", help="though there is work here already")

    def handle(self, *, yes: bool, seed: int, links: Path | None, **options: object) -> None:
        """Write articles, then plans, and say how fast that went."""
        if not yes:
            _refuse_to_drown()
        number, count = options["articles"], options["plans"]
        if number:
            self._timed(number, "articles", lambda: _write_articles(number, seed))
        if count:
            self._write_plans(count, seed, links)
        if connection.vendor == "postgresql":
            # What a server does by itself within minutes, so that it knows how much there is.
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")

    def _write_plans(self, count: int, seed: int, links: Path | None) -> None:
        different = min(count, PEOPLE)
        records = self._timed(different, "people", lambda: [*people.records(seed, different)])
        try:
            with plans.keep_links(links) if links else nullcontext() as file:
                self._timed(count, "plans", lambda: plans.write(records, count, file))
        except OSError as error:
            raise CommandError(f"{links}: {error.strerror}.") from error

    def _timed(self, count: int, what: str, make: Callable[[], T]) -> T:
        began = perf_counter()
        made = make()
        seconds = perf_counter() - began
        self.stdout.write(f"{count:,} {what} in {seconds:.1f} s: {count / seconds:,.0f} a second.")
        return made


def _write_articles(count: int, seed: int) -> None:
    if not Source.objects.exists():
        raise CommandError("Load the articles that ship with TTL first: manage.py load_content.")
    first = articles.made().count() + 1
    articles.write(texts.pages(read_content(), seed, first, count))


def _refuse_to_drown() -> None:
    """Refuse to write where anybody has worked, or wrote a plan, before."""
    shipped = LoadedContent.objects.filter(kind="article").values("key")
    found = {
        "plans": PrivatePlan.objects.count(),
        "articles that did not come with TTL": Article.objects.exclude(slug__in=shipped).count(),
        "members of staff": User.objects.count(),
    }
    if there := [f"{count:,} {what}" for what, count in found.items() if count]:
        raise CommandError(
            f"This database is in use: it has {', '.join(there)}. With --yes it is filled all the "
            "same, and what is made cannot be told from what is real by a reader."
        )
