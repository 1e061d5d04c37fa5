"""Every public page, and when it last changed where that is known."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from articles.addresses import OTHERS, in_language, is_english
from articles.models import Article, Source, Topic
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


def entries() -> list[Entry]:
    """List every public page; a list of articles changes with the last of them."""
    articles = Article.objects.published().newest_first().prefetch_related("topics")
    by_topic: dict[Topic, list[Article]] = {}
    for article in articles:
        for topic in article.topics.all():
            by_topic.setdefault(topic, []).append(article)
    return [
        *(Entry(address=address) for name in UNDATED for address in _in_each_language(name)),
        Entry(address=reverse("articles:list"), changed_at=_latest(articles)),
        *(Entry(address=each.get_absolute_url(), changed_at=each.changed_at) for each in articles),
        *(
            Entry(address=topic.get_absolute_url(), changed_at=_latest(its_articles))
            for topic, its_articles in by_topic.items()
        ),
        *(Entry(address=source.get_absolute_url()) for source in Source.objects.only("key")),
        *(
            Entry(address=address)
            for code in EXERCISES
            for address in _in_each_language("planner:exercise", code)
        ),
    ]


def _in_each_language(name: str, *parts: str) -> list[str]:
    address = reverse(name, args=parts)
    languages = () if is_english(name) else OTHERS
    return [address, *(in_language(address, language) for language in languages)]


def _latest(articles: list[Article]) -> datetime | None:
    return max((article.changed_at for article in articles), default=None)
