"""The condition that an entry has what was asked, in the words of each database.

Every word is a run of letters and digits by now, and quoted all the same. The index of SQLite and
the columns of PostgreSQL that stand here are made by migration 0006.
"""

from collections.abc import Callable

from django.db.models import BooleanField, F, Func, Value

from articles.search.asked import Asked, Group

FTS5 = " IN (SELECT rowid FROM articles_searchindex WHERE articles_searchindex MATCH "
TSVECTOR = " IN (SELECT id FROM articles_searchentry WHERE document @@ to_tsquery('simple', "
TITLES = " IN (SELECT id FROM articles_searchentry WHERE title_document @@ to_tsquery('simple', "


class Matches(Func):
    """True for entries with a word of all groups, or of any; in their titles only if so told."""

    output_field = BooleanField()

    def __init__(self, asked: Asked, *, any_group: bool = False, in_title: bool = False) -> None:
        super().__init__(F("pk"))
        self.asked, self.any_group, self.in_title = asked, any_group, in_title

    def as_sqlite(self, compiler, connection, **context):
        query = _joined(self.asked, _fts5, " OR " if self.any_group else " AND ")
        asking = f"title_stems : ({query})" if self.in_title else query
        return self._among(FTS5, asking, ")").as_sql(compiler, connection, **context)

    def as_postgresql(self, compiler, connection, **context):
        query = _joined(self.asked, _tsquery, " | " if self.any_group else " & ")
        inner = TITLES if self.in_title else TSVECTOR
        return self._among(inner, query, "))").as_sql(compiler, connection, **context)

    def _among(self, inner: str, query: str, end: str) -> Func:
        key = self.source_expressions[0]
        return Func(key, Value(query), arg_joiner=inner, template=f"%(expressions)s{end}")


def _joined(asked: Asked, write: Callable[[Group], str], joiner: str) -> str:
    return joiner.join(f"({write(group)})" for group in asked.groups)


def _fts5(group: Group) -> str:
    words = [f'"{" ".join(phrase)}"' for phrase in group.phrases]
    return " OR ".join(words + ([f'"{group.begun}"*'] if group.begun else []))


def _tsquery(group: Group) -> str:
    words = [" <-> ".join(f"'{stem}'" for stem in phrase) for phrase in group.phrases]
    return " | ".join(words + ([f"'{group.begun}':*"] if group.begun else []))
