"""The exact text that a reviewer reads: an article with its questions, figures and pictures."""

from dataclasses import replace

from django.db import models

from articles import history, tables
from articles.ledger import articles_showing
from articles.models import Article, Claim, Faq, Image, PublishedQuerySet, Source
from articles.picture_blocks import IMAGE

# What follows from a review is no part of the text that was reviewed.
NO_REVIEW = {"reviewer_name": "", "reviewed_date": None, "next_review_date": None}


def exact_text(article: Article) -> str:
    """Return all that readers see of an article, its review and its layout aside."""
    shelf = history.SHELVES[Article]
    row = Article.objects.get(pk=article.pk)
    page = shelf.read(row)
    words = shelf.to_file(replace(page, article=replace(page.article, **NO_REVIEW)))
    texts = [*row.sections(), *(faq.answer for faq in row.faqs.all())]
    claims = tables.by_source(Claim.objects.cited_in(*texts)).rows
    pictures = [str(picture) for picture in Image.objects.shown_in(*texts).figures().values()]
    return "\n".join([words, *(" | ".join(map(str, cells)) for cells in claims), *pictures])


def showing(row: models.Model) -> PublishedQuerySet:
    """Return the articles whose readers see this row."""
    match row:
        case Article():
            return Article.objects.filter(pk=row.pk)
        case Faq():
            return Article.objects.filter(faqs=row)
        case Source():
            return Article.objects.filter(citations__source=row)
        case Claim():
            return articles_showing(row.key)
        case Image():
            return articles_showing(f"{IMAGE}{row.key}")
        case _:
            return Article.objects.none()
