"""Articles without end, each put together from the passages of those that ship with TTL."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from articles.content.files import ShippedContent
from articles.content.values import ArticleText, FaqText, PageText
from articles.models.article import SECTION_FIELDS

# What is made is told from what is written by its address.
PREFIX = "made-"
QUESTIONS = 2
# More texts than these would be no more different; the title of each article is its own.
DIFFERENT = 1_000
# A heading goes with what stands under it; a picture or a list is a paragraph of its own.
HEADING = "#"


def pages(shipped: ShippedContent, seed: int, first: int, count: int) -> Iterator[PageText]:
    """Make so many pages from a number on: the same for the same seed and number."""
    passages = {
        field: [part for each in shipped.articles for part in passages_of(getattr(each, field))]
        for field in SECTION_FIELDS
    }
    for number in range(first, first + count):
        dice = random.Random(f"{seed}/{number % DIFFERENT}")  # noqa: S311 - text, no secret
        article = _article(dice.choice(shipped.articles), number, passages, dice)
        questions = tuple(
            _question(dice.choice(shipped.faqs), article.slug, place)
            for place in range(1, QUESTIONS + 1)
        )
        yield PageText(article=article, questions=questions)


def passages_of(section: str) -> list[str]:
    """Cut a section into pieces that can stand anywhere in it."""
    found: list[str] = []
    under_heading = False
    for block in re.split(r"\n{2,}", section.strip()):
        if block.startswith(HEADING) or not under_heading:
            found.append(block)
        else:
            found[-1] += f"\n\n{block}"
        under_heading = under_heading or block.startswith(HEADING)
    return [passage for passage in found if passage]


def _article(
    like: ArticleText, number: int, passages: dict[str, list[str]], dice: random.Random
) -> ArticleText:
    """Make an article with the evidence of one that ships, and as long as that one."""
    sections = {}
    for field, known in passages.items():
        own = passages_of(getattr(like, field))
        # The evidence stays whole: the rating rests on the figures in it.
        is_evidence = field == "what_the_evidence_says"
        picked = own if is_evidence else dice.sample(known, min(len(own), len(known)))
        sections[field] = "\n\n".join(sorted(picked, key=_headings_last))
    return replace(
        like, slug=f"{PREFIX}{number}", title=f"{like.title}, reading {number}", **sections
    )


def _question(like: FaqText, article: str, place: int) -> FaqText:
    """Make a question of one article; the site's own page of questions does not grow."""
    slug = f"{article}-{place}"
    return replace(like, slug=slug, article=article, position=place, on_site_page=False)


def _headings_last(passage: str) -> bool:
    # Otherwise a paragraph of no heading would be read as part of the one before it.
    return passage.startswith(HEADING)
