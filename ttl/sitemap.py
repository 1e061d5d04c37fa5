"""Every public page, and when it last changed where that is known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from articles.addresses import OTHERS, in_language, is_english
from articles.models import Article, PublishedQuerySet, Source
from planner.engine import EXERCISES

# Pages of which nobody keeps a date: none is better than a wrong one.
UNDATED = (
    "home",
    "articles:topics",
    "articles:changes",
    "articles:faq",
    "articles:glossary",
    "articles:sources",
    "articles:rating",
    "planner:exercises",
    "planner:help",
    "safety:safety",
    "safety:report",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One page: its address on the site, and its last change."""

    address: str
    changed_at: datetime | None = None


class Entries:
    """Every public page in a fixed order, of which only what is asked for is read."""

    def __init__(self) -> None:
        # The oldest first, so that an article stays in its part however many follow.
        articles = Article.objects.published().order_by("published_at", "pk")
        few = [*_fixed(), *_lists(Article.objects.published())]
        self._shelves = [
            (len(few), few, lambda entry: entry),
            (Source.objects.count(), Source.objects.only("key").order_by("pk"), _undated),
            (articles.count(), articles.only("slug", "published_at", "updated_at"), _dated),
        ]

    def __len__(self) -> int:
        return sum(count for count, _rows, _entry in self._shelves)

    def __getitem__(self, part: slice) -> list[Entry]:
        found, first, end = [], part.start, part.stop
        for count, rows, entry in self._shelves:
            if first < count and end > 0:
                found += [entry(row) for row in rows[max(first, 0) : end]]
            first, end = first - count, end - count
        return found


def _fixed() -> Iterator[Entry]:
    for name in UNDATED:
        yield from _in_each_language(name)
    for code in EXERCISES:
        yield from _in_each_language("planner:exercise", code)


def _in_each_language(name: str, *parts: str) -> Iterator[Entry]:
    address = reverse(name, args=parts)
    languages = () if is_english(name) else OTHERS
    yield Entry(address=address)
    yield from (Entry(address=in_language(address, language)) for language in languages)


def _lists(articles: PublishedQuerySet) -> Iterator[Entry]:
    """List the lists of articles; each changes with the last of them."""
    yield Entry(address=reverse("articles:list"), changed_at=articles.changed_at())
    for topic in articles.topics_with_dates():
        yield Entry(address=topic.get_absolute_url(), changed_at=topic.changed_at)


def _undated(row: Source) -> Entry:
    return Entry(address=row.get_absolute_url())


def _dated(article: Article) -> Entry:
    return Entry(address=article.get_absolute_url(), changed_at=article.changed_at)
