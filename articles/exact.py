"""The exact text that a reviewer reads: an article with its questions, and every figure in it."""

from dataclasses import replace

from articles import history, tables
from articles.models import Article, Claim

# What follows from a review is no part of the text that was reviewed.
NO_REVIEW = {"reviewer_name": "", "reviewed_date": None, "next_review_date": None}


def exact_text(article: Article) -> str:
    """Return all that readers see of an article, its review and its layout aside."""
    shelf = history.SHELVES[Article]
    row = Article.objects.get(pk=article.pk)
    page = shelf.read(row)
    words = shelf.to_file(replace(page, article=replace(page.article, **NO_REVIEW)))
    claims = tables.by_source(row.page_claims()).rows
    return "\n".join([words, *(" | ".join(map(str, cells)) for cells in claims)])


def showing(row: object) -> list[Article]:
    """Return the articles whose exact text holds this row."""
    if isinstance(row, Article):
        return [row]
    if isinstance(row, Claim):
        return [article for article in Article.objects.all() if _shows(article, row.key)]
    return []


def _shows(article: Article, key: str) -> bool:
    return article.page_claims().filter(key=key).exists()
