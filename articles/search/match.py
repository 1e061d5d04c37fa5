"""The entries that have what was asked, in the words of each database.

Every word is a run of letters and digits by now, and quoted all the same. The indexes of SQLite and
the columns of PostgreSQL that stand here are made by migrations 0006, 0014 and 0015. Whole words
are asked for, never the beginning of one: that takes both databases through all that begin so.
"""

from collections.abc import Callable, Iterable, Iterator

from django.db.models import BooleanField, F, Func

from articles.models import EntryKind
from articles.search.asked import Asked, Group, Phrase

# Of a word that stands everywhere, how many entries of each kind are looked at: the newest on
# SQLite, those that PostgreSQL comes to first.
MOST_LOOKED_AT = 600
FTS5 = (
    "SELECT * FROM (SELECT rowid FROM {index} WHERE {index} MATCH %s ORDER BY rowid DESC LIMIT %s)"
)
# A function of ours, for PostgreSQL alone would read vector after vector instead of its index.
TSVECTOR = "SELECT * FROM articles_entries_with(%s, %s, %s, %s)"


class Matches(Func):
    """True for entries with a word of all groups, or of any; in their titles only if so told."""

    output_field = BooleanField()

    def __init__(
        self,
        asked: Asked,
        *,
        kinds: Iterable[EntryKind] = EntryKind,
        any_group: bool = False,
        in_title: bool = False,
        most: int = MOST_LOOKED_AT,
    ) -> None:
        super().__init__(F("pk"))
        self.asked, self.kinds, self.most = asked, tuple(kinds), most
        self.any_group, self.in_title = any_group, in_title

    def as_sqlite(self, compiler, connection, **context):
        query = _joined(self.asked, _fts5, " OR " if self.any_group else " AND ")
        places = [("articles_titleindex", "title_stems")]
        if not self.in_title:
            places.append(("articles_searchindex", "{title_stems text_stems}"))
        asking = [
            (FTS5.format(index=index), (f"{columns} : ({query}) AND kind : {kind}", self.most))
            for index, columns in places
            for kind in self.kinds
        ]
        return self._among(compiler, asking)

    def as_postgresql(self, compiler, connection, **context):
        query = _joined(self.asked, _tsquery, " | " if self.any_group else " & ")
        columns = ["title_document"] if self.in_title else ["title_document", "document"]
        asking = [
            (TSVECTOR, (column, kind, query, self.most))
            for column in columns
            for kind in self.kinds
        ]
        return self._among(compiler, asking)

    def _among(self, compiler, asking: list[tuple[str, tuple[object, ...]]]):
        """Ask for each kind, so that what there is most of hides nothing else."""
        key, _nothing = compiler.compile(self.source_expressions[0])
        inside = " UNION ALL ".join(inner for inner, _values in asking)
        return f"{key} IN ({inside})", [value for _inner, values in asking for value in values]


def _joined(asked: Asked, write: Callable[[Group], str], joiner: str) -> str:
    return joiner.join(f"({write(group)})" for group in asked.groups)


def _fts5(group: Group) -> str:
    return " OR ".join(f'"{" ".join(phrase)}"' for phrase in _whole(group))


def _tsquery(group: Group) -> str:
    return " | ".join(" <-> ".join(f"'{stem}'" for stem in phrase) for phrase in _whole(group))


def _whole(group: Group) -> Iterator[Phrase]:
    yield from group.phrases
    yield from ((stem,) for stem in group.longer)
