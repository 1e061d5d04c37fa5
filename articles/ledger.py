"""Where rows of the ledger are shown, and what is wrong with the sources of the texts."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ValidationError

from articles.models import Article, Claim, Faq, PublishedQuerySet, Source
from articles.models.article import SECTION_FIELDS
from articles.rendering import markers

SOURCE_LINK = re.compile(r"/sources/([a-z0-9-]+)/")
# Paragraphs, list items and rows of tables: what a reader takes as belonging to one link.
BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*|]|\d+\.) ?)")
TYPED_FIGURE = re.compile(r"(?<![\d.,/])\d+\.\d+(?![\d/]|\.\d)")


class Kind(StrEnum):
    """What can be wrong; the first group stops a release, the second is for a person to judge."""

    FIGURE = "figure that no row has"
    MARKER = "marker that shows nothing"
    RATING = "rating beyond the evidence"
    REFERENCE = "source that the references leave out"
    DUPLICATE = "sources that are the same publication"
    NO_DOI = "source without a DOI"
    UNUSED = "source that no text uses"

    @property
    def is_error(self) -> bool:
        return self not in (Kind.NO_DOI, Kind.UNUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend: what kind, where, and in which words."""

    kind: Kind
    where: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One Markdown text of the site by the name an editor knows."""

    where: str
    markdown: str
    article_pk: int | None


def texts() -> Iterator[Text]:
    """Give every text in which markers work."""
    for article in Article.objects.order_by("slug"):
        for field in SECTION_FIELDS:
            markdown = getattr(article, field)
            yield Text(where=f"article {article.slug}", markdown=markdown, article_pk=article.pk)
    for faq in Faq.objects.order_by("slug"):
        yield Text(where=f"question {faq.slug}", markdown=faq.answer, article_pk=faq.article_id)


def uses_of(key: str) -> list[str]:
    """Name the texts that show a row, each once."""
    return list(dict.fromkeys(where for where, _form in forms_in_use(key)))


def forms_in_use(key: str) -> list[tuple[str, str]]:
    """Name each text that shows a row, with the form of its marker."""
    return [
        (text.where, form)
        for text in texts()
        for shown, form in markers(text.markdown)
        if shown == key
    ]


def articles_showing(key: str) -> PublishedQuerySet:
    """Return the articles that show a row, in their text or in an answer under it."""
    shown_by = {
        text.article_pk
        for text in texts()
        if any(key == shown for shown, _form in markers(text.markdown))
    }
    return Article.objects.filter(pk__in=shown_by)


def findings() -> list[Finding]:
    """List everything that is wrong or worth a look, errors first."""
    all_texts = list(texts())
    claims = {claim.key: claim for claim in Claim.objects.select_related("source")}
    sources = list(Source.objects.order_by("key"))
    found = [
        *_articles(),
        *_questions(),
        *_references(claims),
        *_typed_figures(all_texts, claims, sources),
        *_duplicates(sources),
        *_without_doi(sources),
        *_unused(all_texts, claims, sources),
    ]
    return sorted(found, key=lambda finding: list(Kind).index(finding.kind))


def _articles() -> Iterator[Finding]:
    for article in Article.objects.order_by("slug"):
        yield from _refusals(article, f"article {article.slug}")


def _questions() -> Iterator[Finding]:
    for faq in Faq.objects.order_by("slug"):
        yield from _refusals(faq, f"question {faq.slug}")


def _refusals(row: Article | Faq, where: str) -> Iterator[Finding]:
    """Ask the row itself, under the rules that the desk asks."""
    kinds = {"marker": Kind.MARKER, "rating": Kind.RATING}
    try:
        row.clean()
    except ValidationError as refusal:
        for errors in refusal.error_dict.values():
            for error in errors:
                if error.code in kinds:
                    yield Finding(kind=kinds[error.code], where=where, words=error.message)


def _references(claims: dict[str, Claim]) -> Iterator[Finding]:
    """Find sources that an article shows a figure of, but does not list."""
    for article in Article.objects.prefetch_related("citations").order_by("slug"):
        listed = {citation.source.key for citation in article.citations.all()}
        text = "\n\n".join(getattr(article, field) for field in SECTION_FIELDS)
        for key in sorted(_sources_of(text, claims) - listed):
            yield Finding(kind=Kind.REFERENCE, where=f"article {article.slug}", words=key)


def _typed_figures(
    all_texts: Iterable[Text], claims: dict[str, Claim], sources: Iterable[Source]
) -> Iterator[Finding]:
    """Find decimal numbers beside a source that stand neither in its rows nor on its page."""
    printed: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        page = f"{source.finding} {source.figures} {source.certainty} {source.citation}"
        printed[source.key] |= set(TYPED_FIGURE.findall(page))
    for claim in claims.values():
        known = " ".join((claim.effect.printed(), f"{claim.i_squared}%", claim.note))
        printed[claim.source.key] |= set(TYPED_FIGURE.findall(known))
    for text in all_texts:
        for block in BLOCK.split(text.markdown):
            near = _sources_of(block, claims)
            known = {figure for key in near for figure in printed[key]}
            for figure in TYPED_FIGURE.findall(block) if near else ():
                if figure not in known:
                    words = f"{figure} beside {', '.join(sorted(near))}"
                    yield Finding(kind=Kind.FIGURE, where=text.where, words=words)


def _duplicates(sources: Iterable[Source]) -> Iterator[Finding]:
    same: dict[str, list[str]] = defaultdict(list)
    for source in sources:
        citation = " ".join(re.findall(r"\w+", source.citation.lower()))
        for mark in {f"DOI {source.doi.lower()}", f"PubMed {source.pmid}", f"citation {citation}"}:
            if not mark.endswith(" "):
                same[mark].append(source.key)
    for keys in dict.fromkeys(tuple(keys) for keys in same.values() if len(keys) > 1):
        yield Finding(kind=Kind.DUPLICATE, where=keys[0], words=", ".join(keys[1:]))


def _without_doi(sources: Iterable[Source]) -> Iterator[Finding]:
    for source in sources:
        if not source.doi:
            yield Finding(kind=Kind.NO_DOI, where=source.key, words=source.citation)


def _unused(
    all_texts: Iterable[Text], claims: dict[str, Claim], sources: Iterable[Source]
) -> Iterator[Finding]:
    """Find sources that no article cites and no text links to; the planner may still use them."""
    used = set(Source.objects.exclude(citations=None).values_list("key", flat=True))
    used |= {key for text in all_texts for key in _sources_of(text.markdown, claims)}
    for source in sources:
        if source.key not in used:
            yield Finding(kind=Kind.UNUSED, where=source.key, words=source.citation)


def _sources_of(markdown: str, claims: dict[str, Claim]) -> set[str]:
    """Return the keys of the sources that a text links to, itself or by a marker."""
    shown = {claims[key].source.key for key, _ in markers(markdown) if key in claims}
    return shown | set(SOURCE_LINK.findall(markdown))
