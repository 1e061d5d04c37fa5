"""Content as values: one for each kind of row, and one for a whole page."""

from base64 import b64decode
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicText:
    slug: str
    name: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    key: str
    rulebook_id: str = ""
    label: str
    citation: str
    year: int | None = None
    design: str
    population: str = ""
    sample_size: int | None = None
    finding: str
    figures: str = ""
    certainty: str = ""
    doi: str = ""
    pmid: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimText:
    """A row of the ledger; figures carry the digits of the print, I² one digit after the point."""

    key: str
    source: str
    outcome: str
    population: str
    comparison: str = ""
    measure: str
    estimate: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    decimals: int = 2
    interval: str = ""
    level: int | None = None
    better: str = ""
    i_squared: Decimal | None = None
    trials: int | None = None
    participants: int | None = None
    certainty: str = ""
    note: str = ""
    checked_date: date

    def __post_init__(self) -> None:
        for name in ("estimate", "low", "high"):
            self._write(name, self.decimals)
        self._write("i_squared", 1)

    def _write(self, name: str, decimals: int) -> None:
        # One way to write a number, so that a row read back equals the row that was loaded.
        value = getattr(self, name)
        if value is not None:
            object.__setattr__(self, name, round(Decimal(value), decimals))


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleText:
    """An article with its parts; a review is never shipped, so one in the database is staff's.

    The time of publication goes from site to site, but is no part of what the article says.
    """

    slug: str
    title: str
    summary: str
    body: str
    how_it_works: str = ""
    what_the_evidence_says: str = ""
    clinical_context: str = ""
    rating: str
    rating_reason: str
    author_line: str
    cta_label: str
    cta_target: str
    reviewer_name: str = ""
    reviewed_date: date | None = None
    next_review_date: date | None = None
    topics: tuple[str, ...]
    applies_to: tuple[str, ...]
    takeaways: tuple[str, ...]
    citations: tuple[str, ...]
    published_at: datetime | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqText:
    """A question; `position` is its place in the file unless told, `article` a slug or nothing."""

    slug: str
    question: str
    answer: str
    section: str
    position: int = 0
    article: str = ""
    on_site_page: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """All that a reader of an article's page sees of it: the article and its own questions."""

    article: ArticleText
    questions: tuple[FaqText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermText:
    """A word of the glossary; `words` are those that articles link, with commas between."""

    name: str
    slug: str
    words: str = ""
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SynonymText:
    """Words that people type, and what our pages say instead, with commas between."""

    typed: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageText:
    """A picture with its words; `file` is its widest copy, which files hold as Base64."""

    key: str
    alt: str
    caption: str = ""
    credit: str
    file: bytes

    def __post_init__(self) -> None:
        if isinstance(self.file, str):
            object.__setattr__(self, "file", b64decode(self.file, validate=True))
