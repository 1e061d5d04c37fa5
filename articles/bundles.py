"""Articles with all that they rest on as files, out of one site and into another, without loss."""

import io
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from articles import upkeep
from articles.checks import validate_for_readers
from articles.content.files import ContentError, read_content
from articles.content.values import ArticleText, PageText
from articles.content.writing import page_text, table_text
from articles.history import SHELVES, subject_of
from articles.loading import in_order
from articles.models import Article, Claim, Faq, Image, Source, Synonym, Term, Topic
from articles.shelves import ArticleShelf, Shelf, Text

NOTE = "Brought in from files"
LARGEST_BUNDLE = 20_000_000
# An address of 160 letters and its ending; a disk takes no name of more than 255 bytes.
LONGEST_NAME = 200
Files = dict[str, str]


class Outcome(StrEnum):
    """What became of one row of a bundle."""

    CREATED = "new"
    UPDATED = "replaced"
    UNCHANGED = "the same here"
    KEPT = "differs, left as it is here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """One row of a bundle and what became of it."""

    kind: str
    key: str
    outcome: Outcome


def everything() -> Files:
    """Return all content as files by name, just as they ship with TTL."""
    return _files(
        Article.objects.order_by("slug"),
        {kind: kind.objects for kind in (Topic, Source, Claim, Image, Faq)},
    )


def bundle_of(articles: models.QuerySet[Article]) -> Files:
    """Return some articles as files, with the questions, figures, sources and topics they use."""
    faqs = Faq.objects.filter(article__in=articles)
    texts = [
        text
        for article in articles
        for text in (*article.sections(), *(faq.answer for faq in article.faqs.all()))
    ]
    claims = Claim.objects.cited_in(*texts)
    needed = Q(citations__article__in=articles) | Q(claims__in=claims)
    return _files(
        articles.order_by("slug"),
        {
            Topic: Topic.objects.filter(articles__in=articles).distinct(),
            Source: Source.objects.filter(needed).distinct(),
            Claim: claims,
            Image: Image.objects.shown_in(*texts),
            Faq: faqs,
        },
    )


def to_zip(files: Files) -> bytes:
    """Pack files into one, the same bytes for the same files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text.encode())
    return packed.getvalue()


def bring_in_zip(packed: bytes, **options: object) -> tuple[Brought, ...]:
    """Bring in a bundle that was packed; takes the options of `bring_in`."""
    with tempfile.TemporaryDirectory() as folder:
        _unpack(packed, Path(folder))
        return bring_in(Path(folder), **options)


def bring_in(
    folder: Path, *, by: User | None, overwrite: bool = False, publish: bool = False
) -> tuple[Brought, ...]:
    """Bring in the files of a folder, all or nothing, so that each row can be restored as it was.

    What differs here stays unless `overwrite`; a new article is a draft unless `publish`, which
    gives it the time of its file. Raises ContentError with what to mend.
    """
    brought, written = [], []
    with transaction.atomic():
        for shelf, key, text in in_order(read_content(folder)):
            row = shelf.find(key)
            outcome = _outcome(shelf, row, text, overwrite=overwrite)
            brought.append(Brought(kind=shelf.kind, key=key, outcome=outcome))
            if outcome in (Outcome.CREATED, Outcome.UPDATED):
                written.append(_write(shelf, row, text, publish=publish))
        upkeep.all_changed(dict.fromkeys(map(subject_of, written)), by=by, note=NOTE)
    return tuple(brought)


def _outcome(shelf: Shelf, row: models.Model | None, text: Text, *, overwrite: bool) -> Outcome:
    if row is None:
        return Outcome.CREATED
    if shelf.read(row) == text:
        return Outcome.UNCHANGED
    return Outcome.UPDATED if overwrite else Outcome.KEPT


def _write(shelf: Shelf, row: models.Model | None, text: Text, *, publish: bool) -> models.Model:
    if row:
        upkeep.will_change(row)
    elif isinstance(text, ArticleText):
        row = Article(published_at=text.published_at if publish else None)
    try:
        written = shelf.write(row, text)
        validate_for_readers(written)
        return written
    except ValidationError as refusal:
        key = getattr(text, shelf.key_column)
        raise ContentError(f"{shelf.kind} {key}: {' '.join(refusal.messages)}") from refusal
    except (TypeError, AttributeError) as error:
        # A number where a text or a date should stand; Django expects what a form gives.
        raise ContentError(f"{shelf.kind}: a value is of the wrong type. {error}") from error


def _files(articles: Iterable[Article], rows: Mapping[type[models.Model], object]) -> Files:
    words = {Term: Term.objects, Synonym: Synonym.objects}
    tables = {
        f"{SHELVES[kind].table}.toml": _table(SHELVES[kind], found.all())
        for kind, found in (rows | words).items()
    }
    shelf = ArticleShelf()
    return tables | {
        f"articles/{article.slug}.md": page_text(
            PageText(article=replace(shelf.read(article), published_at=article.published_at))
        )
        for article in articles
    }


def _table(shelf: Shelf, rows: models.QuerySet) -> str:
    return table_text(shelf.table, tuple(map(shelf.read, rows)))


def _unpack(packed: bytes, folder: Path) -> None:
    """Unpack only the files that a bundle can have, and no more than is read at one sitting."""
    (folder / "articles").mkdir()
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            for name, content in _members(archive):
                (folder / name).write_bytes(content)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise ContentError("This is no ZIP file that can be read.") from error


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[PurePosixPath, bytes]]:
    left = LARGEST_BUNDLE
    for member in archive.infolist():
        name = PurePosixPath(member.filename)
        if member.is_dir() or not _is_ours(name):
            continue
        with archive.open(member) as file:
            # The stated size may be a lie.
            content = file.read(left + 1)
        left -= len(content)
        if left < 0:
            raise ContentError("The bundle is larger than 20 MB.")
        yield name, content


def _is_ours(name: PurePosixPath) -> bool:
    if len(name.name.encode()) > LONGEST_NAME:
        return False
    if name.parts[:-1] == ("articles",):
        return name.suffix == ".md"
    return len(name.parts) == 1 and name.suffix == ".toml"
