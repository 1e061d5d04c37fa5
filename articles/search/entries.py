"""Entries of the search, made from the rows that they lead to."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from django.conf import settings
from django.db.models import Model, Q, QuerySet
from django.urls import reverse
from django.utils.module_loading import import_string

from articles.models import Article, Claim, EntryKind, Faq, SearchEntry, Source, Term
from articles.models.article import SECTION_FIELDS
from articles.rendering import Figures, to_text
from articles.search.words import stemmed, unified

# Goes up when entries are made or words are cut in another way; `load_content` then makes them new.
VERSION = 1


class Elsewhere(Protocol):
    """What another app gives to be found; see the setting SEARCHED_ELSEWHERE."""

    key: str
    title: str
    text: str
    url: str
    other_words: str


def of_article(article: Article, figures: Figures) -> SearchEntry:
    """Make the entry of an article: what a reader sees, the shortest form of it first."""
    return _said(
        SearchEntry(kind=EntryKind.ARTICLE, article=article, key=article.pk, title=article.title),
        article.get_absolute_url(),
        article.summary,
        *(takeaway.text for takeaway in article.takeaways.all()),
        *(to_text(getattr(article, field), figures) for field in SECTION_FIELDS),
        article.rating_reason,
        *(tag.label for tag in article.applies_to.all()),
    )


def of_question(faq: Faq, figures: Figures) -> SearchEntry:
    """Make the entry of a question, which leads to the answer where it is shown."""
    page = reverse("articles:faq") if faq.on_site_page else faq.article.get_absolute_url()
    return _said(
        SearchEntry(kind=EntryKind.QUESTION, faq=faq, key=faq.pk, title=faq.question),
        f"{page}#{faq.slug}",
        to_text(faq.answer, figures),
    )


def of_term(term: Term, _figures: Figures) -> SearchEntry:
    """Make the entry of a term, which is found by its other names as by its title."""
    entry = SearchEntry(kind=EntryKind.TERM, term=term, key=term.pk, title=term.name)
    _said(entry, term.get_absolute_url(), term.meaning)
    entry.title_stems = stemmed(f"{term.name} {term.words}")
    return entry


def of_source(source: Source, _figures: Figures) -> SearchEntry:
    """Make the entry of a source."""
    return _said(
        SearchEntry(kind=EntryKind.SOURCE, source=source, key=source.pk, title=source.label),
        source.get_absolute_url(),
        source.finding,
        f"{source.design}. {source.population}",
        to_text(source.figures),
        to_text(source.certainty),
        source.citation,
    )


MAKERS: dict[type[Model], Callable[[Model, Figures], SearchEntry]] = {
    Article: of_article,
    Faq: of_question,
    Term: of_term,
    Source: of_source,
}
FIELDS = {Article: "article", Faq: "faq", Term: "term", Source: "source"}


def of_rows(rows: QuerySet) -> list[SearchEntry]:
    """Make the entries of rows of one kind, in a fixed number of queries."""
    if rows.model is Article:
        rows = rows.prefetch_related("takeaways", "applies_to")
    if rows.model is Faq:
        rows = rows.select_related("article")
    found = list(rows)
    figures = Claim.objects.cited_in(*_texts_with_markers(found)).figures()
    return [MAKERS[rows.model](row, figures) for row in found]


def of_elsewhere() -> list[SearchEntry]:
    """Make the entries of what other apps give to be found."""
    found = []
    for kind, each in _elsewhere():
        entry = SearchEntry(kind=kind, key=each.key, title=each.title)
        _said(entry, each.url, each.text)
        # Behind the text, where they take nothing from the weight of the English title.
        entry.text_stems = f"{entry.text_stems} {stemmed(each.other_words)}"
        found.append(entry)
    return found


def other_words_elsewhere() -> Iterator[str]:
    """Give the words of other languages by which the pages of other apps are found."""
    yield from (each.other_words for _kind, each in _elsewhere())


def _elsewhere() -> Iterator[tuple[str, Elsewhere]]:
    for kind, give in settings.SEARCHED_ELSEWHERE.items():
        yield from ((kind, each) for each in import_string(give)())


def showing(claim: Claim) -> tuple[QuerySet[Article], QuerySet[Faq]]:
    """Return the articles and questions whose texts show a row of the ledger."""
    marker = f"[[{claim.key}"
    in_sections = {f"{field}__contains": marker for field in SECTION_FIELDS}
    articles = Article.objects.filter(Q(**in_sections, _connector=Q.OR))
    return articles, Faq.objects.filter(answer__contains=marker)


def _texts_with_markers(rows: Iterable[Model]) -> Iterator[str]:
    for row in rows:
        if isinstance(row, Article):
            yield from (getattr(row, field) for field in SECTION_FIELDS)
        if isinstance(row, Faq):
            yield row.answer


def _said(entry: SearchEntry, url: str, *parts: str) -> SearchEntry:
    """Give an entry its address, its text and the stems of both."""
    entry.key = str(entry.key)
    entry.url = url
    entry.title = unified(entry.title)
    entry.text = unified("\n".join(part for part in parts if part))
    entry.title_stems = stemmed(entry.title)
    entry.text_stems = stemmed(entry.text)
    entry.version = VERSION
    return entry
