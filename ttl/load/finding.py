"""Let search find what is made in bulk: each text is read once, then copied."""

from collections.abc import Callable, Hashable, Sequence
from operator import attrgetter

from django.db import models

from articles.models import Article, Faq, SearchEntry
from articles.models.article import SECTION_FIELDS
from articles.search import entries, index
from articles.search.words import stemmed, unified

TEXT: dict[type[models.Model], Callable[[models.Model], Hashable]] = {
    Article: attrgetter(*SECTION_FIELDS),
    Faq: attrgetter("answer"),
}


class Findable:
    """The entries of the texts that were met so far."""

    def __init__(self) -> None:
        self._known: dict[Hashable, SearchEntry] = {}

    def add(self, rows: Sequence[models.Model]) -> None:
        """Write the entries of new rows of one kind."""
        model = type(rows[0])
        text, field = TEXT[model], entries.FIELDS[model]
        first = {text(row): row for row in rows if text(row) not in self._known}
        index.refresh(*first.values())
        made = SearchEntry.objects.filter(**{f"{field}__in": first.values()})
        by_row = {getattr(entry, f"{field}_id"): entry for entry in made}
        self._known |= {text: by_row[row.pk] for text, row in first.items()}
        copies = (row for row in rows if row.pk not in by_row)
        SearchEntry.objects.bulk_create(_copy(self._known[text(row)], row, field) for row in copies)


def _copy(known: SearchEntry, row: models.Model, field: str) -> SearchEntry:
    title = unified(str(row))
    return SearchEntry(
        **{field: row},
        kind=known.kind,
        key=str(row.pk),
        version=known.version,
        url=row.get_absolute_url(),
        title=title,
        title_stems=stemmed(title),
        text_stems=known.text_stems,
        text=known.text,
    )
