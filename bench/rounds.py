"""Measure the rows of one site, one round for each line that comes in; `bench.growth` starts it."""

import sys
from collections.abc import Iterator
from time import perf_counter, process_time

import msgspec
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.urls import reverse

import ttl.wsgi  # first: it sets Django up, which the others need
from articles.models import Article
from bench.asking import Application
from bench.measuring import check
from bench.rows import ARTICLE, Row, anew, page_row, plan_rows
from bench.run import lines_to_nowhere
from planner.models import PrivatePlan

FEWEST, MOST = 2, 100
PAGES = {
    "Home": "/",
    "Article": ARTICLE,
    "List of articles": "/articles/",
    "Topic": "/topics/strength-training/",
    "Feed": "/articles/feed/",
    "Questions and answers": "/questions/",
    "Search, “sleep”": "/search/?q=sleep",
    "Search, “training”": "/search/?q=training",
    "Search, a rare word": "/search/?q=kettlebell",
    "Search, two words": "/search/?q=sleep+anxiety",
    "Search within a topic": "/search/?q=training&topic=strength-training",
    "Search, a mistyped word": "/search/?q=depresion",
    "Search, nothing found": "/search/?q=xylophone",
}


def main(seconds: str) -> None:
    """Say how large the site is, then measure whenever a line comes in."""
    lines_to_nowhere()
    articles, plans = Article.objects.count(), PrivatePlan.objects.count()
    _say(f"{connection.vendor}: {articles:,} articles, {plans:,} plans")
    often = [(row, _how_often(row, float(seconds))) for row in _rows(ttl.wsgi.application)]
    for _line in sys.stdin:
        _say({row.name: _taken(row, count) for row, count in often})


def _rows(site: Application) -> Iterator[Row]:
    for name, address in PAGES.items():
        yield anew(site, name, address)
    for place in ("articles", "topics"):
        name, address = f"Page that is not there, under {place}", f"/{place}/never-was/"
        yield page_row(site, name, address, status=404)
    yield from plan_rows(site)
    desk = Client()
    people = get_user_model().objects
    boss, _is_new = people.get_or_create(username="bench", is_staff=True, is_superuser=True)
    desk.force_login(boss)
    headers = {"Cookie": desk.cookies.output(attrs=[], header="", sep=";").strip()}
    for name, query in (("List", ""), ("Search", "?q=sleep")):
        address = reverse("admin:articles_article_changelist") + query
        yield page_row(site, f"{name} of articles at the desk", address, headers=headers)


def _how_often(row: Row, seconds: float) -> int:
    check(row)
    _processor, by_the_clock = _taken(row, FEWEST)
    return min(max(int(seconds / by_the_clock), FEWEST), MOST)


def _taken(row: Row, often: int) -> tuple[float, float]:
    acts = row.acts(often)
    processor, clock = process_time(), perf_counter()
    for act in acts:
        act()
    return (process_time() - processor) / often, (perf_counter() - clock) / often


def _say(what: object) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(what) + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1])
