"""The entries that have what was asked, in the words of each database.

Every word is a run of letters and digits by now, and quoted all the same. The index of SQLite and
the columns of PostgreSQL that stand here are made by migrations 0006 and 0015.
"""

from collections.abc import Callable

from django.db.models import BooleanField, F, Func, QuerySet

from articles.models import EntryKind, SearchEntry
from articles.search.asked import Asked, Group, ask
from articles.search.words import words

# Of a word that stands everywhere, how many entries of each kind are looked at: the newest on
# SQLite, those that PostgreSQL comes to first.
MOST_LOOKED_AT = 1_000
FTS5 = (
    "SELECT * FROM (SELECT rowid FROM articles_searchindex WHERE articles_searchindex MATCH %s"
    " ORDER BY rowid DESC LIMIT %s)"
)
# Materialized, so that the limit cannot tempt PostgreSQL to read vector after vector instead of
# asking its index; it still reads no more rows than the limit asks for.
TSVECTOR = (
    "(WITH found AS MATERIALIZED (SELECT id FROM articles_searchentry WHERE kind = %s"
    " AND {column} @@ to_tsquery('simple', %s)) SELECT id FROM found LIMIT %s)"
)


class Matches(Func):
    """True for entries with a word of all groups, or of any; in their titles only if so told."""

    output_field = BooleanField()

    def __init__(
        self,
        asked: Asked,
        *,
        any_group: bool = False,
        in_title: bool = False,
        most: int = MOST_LOOKED_AT,
    ) -> None:
        super().__init__(F("pk"))
        self.asked, self.any_group, self.in_title, self.most = asked, any_group, in_title, most

    def as_sqlite(self, compiler, connection, **context):
        query = _joined(self.asked, _fts5, " OR " if self.any_group else " AND ")
        columns = ["title_stems"] if self.in_title else ["title_stems", "{title_stems text_stems}"]
        asking = [
            (FTS5, (f"{column} : ({query}) AND kind : {kind}", self.most))
            for column in columns
            for kind in EntryKind.values
        ]
        return self._among(compiler, asking)

    def as_postgresql(self, compiler, connection, **context):
        query = _joined(self.asked, _tsquery, " | " if self.any_group else " & ")
        columns = ["title_document"] if self.in_title else ["title_document", "document"]
        asking = [
            (TSVECTOR.format(column=column), (kind, query, self.most))
            for column in columns
            for kind in EntryKind.values
        ]
        return self._among(compiler, asking)

    def _among(self, compiler, asking: list[tuple[str, tuple[object, ...]]]):
        """Ask for each kind, so that what there is most of hides nothing else."""
        key, _nothing = compiler.compile(self.source_expressions[0])
        inside = " UNION ALL ".join(inner for inner, _values in asking)
        return f"{key} IN ({inside})", [value for _inner, values in asking for value in values]


def articles_with(typed: str) -> QuerySet[SearchEntry]:
    """Return the keys of articles, drafts too, with all of these words; the last may be begun."""
    asked = ask(words(typed), {})
    if not asked.groups:
        return SearchEntry.objects.none().values("article")
    return SearchEntry.objects.filter(Matches(asked), kind=EntryKind.ARTICLE).values("article")


def _joined(asked: Asked, write: Callable[[Group], str], joiner: str) -> str:
    return joiner.join(f"({write(group)})" for group in asked.groups)


def _fts5(group: Group) -> str:
    words = [f'"{" ".join(phrase)}"' for phrase in group.phrases]
    return " OR ".join(words + ([f'"{group.begun}"*'] if group.begun else []))


def _tsquery(group: Group) -> str:
    words = [" <-> ".join(f"'{stem}'" for stem in phrase) for phrase in group.phrases]
    return " | ".join(words + ([f"'{group.begun}':*"] if group.begun else []))
