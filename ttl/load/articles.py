"""Write pages in bulk: the same rows that the desk would make, a few statements for hundreds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models, transaction
from django.utils import timezone

from articles import history
from articles.content.values import PageText
from articles.models import (
    AppliesTo,
    Article,
    Citation,
    Faq,
    Source,
    Takeaway,
    Topic,
    Version,
)
from articles.search import index
from articles.shelves import FaqShelf, PageShelf
from ttl.load.batches import batches
from ttl.load.finding import Findable
from ttl.load.texts import PREFIX

NOTE = "Made in bulk"
APART = timedelta(minutes=5)
Rows = dict[type[models.Model], list[models.Model]]


def made() -> models.QuerySet[Article]:
    """Return the articles that were made here before."""
    return Article.objects.filter(slug__startswith=PREFIX)


def write(pages: Iterable[PageText]) -> None:
    """Write published articles with all their parts, then let search learn them."""
    known, findable = Known.now(), Findable()
    for batch in batches(pages):
        with transaction.atomic():
            rows = _write(batch, known)
            findable.add(rows[Faq])
            findable.add(rows[Article])
    index.complete()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The rows that articles lead to, by their keys."""

    topics: dict[str, Topic]
    sources: dict[str, Source]

    @classmethod
    def now(cls) -> "Known":
        return cls(
            topics={topic.slug: topic for topic in Topic.objects.all()},
            sources={source.key: source for source in Source.objects.all()},
        )


def _write(batch: list[PageText], known: Known) -> Rows:
    texts = {page.article.slug: page for page in batch}
    now = timezone.now()
    # Into the past, each with a time of its own, as in a library that grew.
    articles = Article.objects.bulk_create(
        _row(page, now - place * APART) for place, page in enumerate(batch, start=1)
    )
    rows: Rows = {Article: articles, Faq: []}
    for article in articles:
        for row in _parts(article, texts[article.slug], known):
            rows.setdefault(type(row), []).append(row)
    for model, parts in rows.items():
        if model is not Article:
            model._default_manager.bulk_create(parts)
    return rows


def _row(page: PageText, published_at: datetime) -> Article:
    columns = PageShelf.article.columns()
    values = {name: getattr(page.article, name) for name in columns}
    return Article(published_at=published_at, **values)


def _parts(article: Article, page: PageText, known: Known) -> Iterator[models.Model]:
    text, listed = page.article, Article.topics.through
    for slug in text.topics:
        yield listed(article=article, topic=known.topics[slug])
    for place, label in enumerate(text.applies_to, start=1):
        yield AppliesTo(article=article, position=place, label=label)
    for place, sentence in enumerate(text.takeaways, start=1):
        yield Takeaway(article=article, position=place, text=sentence)
    for place, key in enumerate(text.citations, start=1):
        yield Citation(article=article, position=place, source=known.sources[key])
    for question in page.questions:
        values = {name: getattr(question, name) for name in FaqShelf().columns()}
        yield Faq(article=article, **values)
    file = PageShelf().to_file(page)
    yield Version(
        kind=PageShelf.kind,
        row_id=article.pk,
        title=article.title,
        text=file,
        fingerprint=history.fingerprint(file),
        note=NOTE,
    )
