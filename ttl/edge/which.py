"""Which pages are kept. Nothing is that does not stand here: all the same for everybody."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import Resolver404, resolve
from django.utils.translation import override

from articles.addresses import language_of
from articles.views import articles, feeds, images, library, topics
from planner.forms.exercises import ExerciseFilterForm
from planner.views import exercises, start
from safety.views import safety
from ttl import crawlers, views

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How a page is kept: by which parts of a query, and whether it is made of code alone."""

    query: frozenset[str] = frozenset()
    is_fixed: bool = False


CONTENT = Kept()
LIST = Kept(query=frozenset({"page"}))
# These ask no database, so that no database has to be asked about them.
FIXED = Kept(is_fixed=True)
FILTERED = Kept(query=frozenset(ExerciseFilterForm.base_fields), is_fixed=True)

KEPT: dict[View, Kept] = {
    views.home: CONTENT,
    articles.article_list: LIST,
    articles.article_detail: CONTENT,
    topics.topic_list: CONTENT,
    topics.topic_detail: LIST,
    feeds.feed: CONTENT,
    feeds.topic_feed: CONTENT,
    images.image: CONTENT,
    library.change_list: CONTENT,
    library.faq_list: CONTENT,
    library.glossary: CONTENT,
    library.source_list: LIST,
    library.source_detail: CONTENT,
    library.rating_method: CONTENT,
    exercises.exercise_list: FILTERED,
    exercises.exercise_detail: FIXED,
    start.help_now: FIXED,
    safety: CONTENT,
    crawlers.sitemap: Kept(query=frozenset({"part"})),
    crawlers.robots: FIXED,
    crawlers.llms: FIXED,
}


def kept_at(path: str) -> tuple[Kept, str] | None:
    """Say how the page at an address is kept and what it is called, or nothing."""
    try:
        with override(language_of(path)):
            match = resolve(path)
    except Resolver404:
        return None
    kept = KEPT.get(match.func)
    return (kept, match.view_name) if kept else None
