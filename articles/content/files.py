"""Content as values, read from files: those beside this module ship with TTL."""

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from articles.content.values import (
    ArticleText,
    ClaimText,
    FaqText,
    ImageText,
    PageText,
    SourceText,
    SynonymText,
    TermText,
    TopicText,
)

FOLDER = Path(__file__).parent
FENCE = "+++\n"
SECTION_HEADINGS = {
    "How it works": "how_it_works",
    "What the evidence says": "what_the_evidence_says",
    "Clinical context": "clinical_context",
}
LISTS = ("topics", "applies_to", "takeaways", "citations")


class ContentError(Exception):
    """A content file that cannot be read; the message names the file and what to mend."""


Row = TypeVar("Row", TopicText, SourceText, ClaimText, ImageText, FaqText, TermText, SynonymText)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedContent:
    """Everything that ships, in the order in which it can be loaded."""

    topics: tuple[TopicText, ...]
    sources: tuple[SourceText, ...]
    claims: tuple[ClaimText, ...]
    images: tuple[ImageText, ...]
    articles: tuple[ArticleText, ...]
    faqs: tuple[FaqText, ...]
    terms: tuple[TermText, ...]
    synonyms: tuple[SynonymText, ...]


def read_content(folder: Path = FOLDER) -> ShippedContent:
    """Read every content file of a folder."""
    return ShippedContent(
        topics=_table(folder / "topics.toml", TopicText),
        sources=_table(folder / "sources.toml", SourceText),
        claims=_table(folder / "claims.toml", ClaimText),
        images=_table(folder / "images.toml", ImageText),
        articles=tuple(read_article(path) for path in sorted((folder / "articles").glob("*.md"))),
        faqs=tuple(
            replace(faq, position=faq.position or place)
            for place, faq in enumerate(_table(folder / "faqs.toml", FaqText), start=1)
        ),
        terms=_table(folder / "glossary.toml", TermText),
        synonyms=_table(folder / "synonyms.toml", SynonymText),
    )


def read_article(path: Path) -> ArticleText:
    """Read one article: facts between two +++ lines, then Markdown under the known headings."""
    return parse_page(_read(path), path.name).article


def parse_page(text: str, name: str) -> PageText:
    """Read the text of an article's file, whose facts may hold its questions too."""
    _, fence, rest = text.partition(FENCE)
    front, closing_fence, markdown = rest.partition(f"\n{FENCE}")
    if not fence or not closing_fence:
        raise ContentError(f"{name}: the facts must stand between two lines of +++.")
    with _blaming(name):
        facts = _trimmed(tomllib.loads(front))
        questions = tuple(FaqText(**_trimmed(row)) for row in facts.pop("questions", ()))
        facts["topics"] = sorted(facts["topics"])
        lists = {name: tuple(facts.pop(name)) for name in LISTS}
        # A text with headings like our own stands among the facts, where nothing cuts it.
        article = ArticleText(**_sections(markdown) | facts, **lists)
        return PageText(article=article, questions=questions)


def parse_table(text: str, name: str, row_type: type[Row]) -> tuple[Row, ...]:
    """Read the text of a file of tables that all bear the file's own name, such as `topics`."""
    with _blaming(f"{name}.toml"):
        tables = tomllib.loads(text, parse_float=Decimal)[name]
        return tuple(row_type(**_trimmed(table)) for table in tables)


def _table(path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """Read a file of tables; a folder need not have all of them."""
    return parse_table(_read(path), path.stem, row_type) if path.exists() else ()


def _read(path: Path) -> str:
    with _blaming(path.name):
        return path.read_text(encoding="utf-8")


def _sections(markdown: str) -> dict[str, str]:
    """Cut the text at its second-level headings; what comes before the first is the opening."""
    opening, *rest = re.split(r"^## (.+)\n", markdown, flags=re.MULTILINE)
    sections = {
        SECTION_HEADINGS[heading.strip()]: text.strip()
        for heading, text in zip(rest[::2], rest[1::2], strict=True)
    }
    return {"body": opening.strip(), **sections}


def _trimmed(row: dict[str, object]) -> dict[str, object]:
    return {name: value.strip() if isinstance(value, str) else value for name, value in row.items()}


@contextmanager
def _blaming(name: str) -> Iterator[None]:
    """Name the file in which a fact is missing, unknown or misspelt."""
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ContentError(f"{name}: {error}") from error
