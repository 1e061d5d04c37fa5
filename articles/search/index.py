"""Keep the entries of the search the same as the rows that they lead to."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import models, transaction
from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Article, Claim, EntryKind, Faq, SearchEntry, SearchWord, Synonym
from articles.search import entries
from articles.search.words import stem, words

BATCH = 100
# Everything of an entry but what says which one it is.
CONTENT = ["title", "text", "url", "title_stems", "text_stems", "version"]


def refresh(*rows: models.Model) -> None:
    """Make new what a change of rows has changed: their entries and those that show them."""
    stale: dict[type[models.Model], set[int]] = defaultdict(set)
    for row in rows:
        for found in _shown_by(row):
            stale[found.model] |= set(found.values_list("pk", flat=True))
        if isinstance(row, Synonym):
            _learn(words(row.typed))
    for model, keys in stale.items():
        _write(model._default_manager.filter(pk__in=keys))


def _shown_by(row: models.Model) -> Iterable[QuerySet]:
    if isinstance(row, Article):
        return Article.objects.filter(pk=row.pk), Faq.objects.filter(article=row)
    if isinstance(row, Claim):
        return entries.showing(row)
    if type(row) in entries.MAKERS:
        return (type(row)._default_manager.filter(pk=row.pk),)
    return ()


def complete() -> int:
    """Add what is missing or made in an older way, and what other apps give; count both."""
    added = 0
    for model, field in entries.FIELDS.items():
        current = SearchEntry.objects.filter(**{field: OuterRef("pk")}, version=entries.VERSION)
        waiting = model._default_manager.filter(~Exists(current)).order_by("pk")
        last = 0
        while batch := list(waiting.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
            _write(model._default_manager.filter(pk__in=batch))
            added, last = added + len(batch), batch[-1]
    _learn(word for row in Synonym.objects.all() for word in words(row.typed))
    return added + _complete_elsewhere()


def rebuild() -> int:
    """Make every entry new, in batches, while the old ones can still be found; count them."""
    SearchWord.objects.all().delete()
    SearchEntry.objects.update(version=0)
    return complete()


@transaction.atomic
def _write(rows: QuerySet) -> None:
    # A row that somebody else is saving is waited for, so that the newest text is what stays.
    _save(entries.of_rows(rows.order_by("pk").select_for_update(of=("self",))))


@transaction.atomic
def _complete_elsewhere() -> int:
    """Write what other apps give, which changes with a release, and drop what they gave before."""
    given = entries.of_elsewhere()
    known = SearchEntry.objects.filter(kind=EntryKind.EXERCISE)
    known.exclude(key__in=[entry.key for entry in given]).delete()
    before = {entry.key: _content(entry) for entry in known}
    new = [entry for entry in given if _content(entry) != before.get(entry.key)]
    _save(new)
    _learn(word for said in entries.other_words_elsewhere() for word in words(said))
    return len(new)


def _content(entry: SearchEntry) -> list[object]:
    return [getattr(entry, field) for field in CONTENT]


def _save(new: list[SearchEntry]) -> None:
    SearchEntry.objects.bulk_create(
        new, BATCH, update_conflicts=True, unique_fields=["kind", "key"], update_fields=CONTENT
    )
    _learn(word for entry in new for said in _said(entry) for word in words(said))


def _said(entry: SearchEntry) -> tuple[str, ...]:
    """Return what holds the words that an entry can be found by."""
    other_names = entry.term.words if entry.term else ""
    return entry.title, entry.text, other_names


def _learn(said: Iterable[str]) -> None:
    """Add words to those that mistyped ones are held against."""
    # In order, so that two who save at once cannot wait for each other.
    SearchWord.objects.bulk_create(
        (SearchWord(word=word, initial=word[0], stem=stem(word)) for word in sorted(set(said))),
        1_000,
        ignore_conflicts=True,
    )
