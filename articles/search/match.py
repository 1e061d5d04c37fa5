"""The condition that an entry has what was asked, in the words of each database.

Every word is a run of letters and digits by now, and quoted all the same.
"""

from collections.abc import Callable

from django.db.models import BooleanField, F, Func, Value

from articles.search.asked import Asked, Group, Phrase


class Matches(Func):
    """True for entries with a word of all groups, or of any; in their titles only if so told."""

    template = "%(expressions)s)"
    output_field = BooleanField()

    def __init__(self, asked: Asked, *, any_group: bool = False, in_title: bool = False) -> None:
        super().__init__(F("pk"))
        self.asked, self.any_group, self.in_title = asked, any_group, in_title

    def as_sqlite(self, compiler, connection, **context):
        query = _joined(self.asked, _fts5_group, " OR " if self.any_group else " AND ")
        asking = f"title_stems : ({query})" if self.in_title else query
        inner = "SELECT rowid FROM articles_searchindex WHERE articles_searchindex MATCH "
        return self._inside(inner, asking).as_sql(compiler, connection, **context)

    def as_postgresql(self, compiler, connection, **context):
        weight = "A" if self.in_title else ""
        query = _joined(
            self.asked,
            lambda group: _tsquery_group(group, weight),
            " | " if self.any_group else " & ",
        )
        inner = "SELECT id FROM articles_searchentry WHERE document @@ to_tsquery('simple', "
        return self._inside(f"{inner}", query, end="))").as_sql(compiler, connection, **context)

    def _inside(self, inner: str, query: str, end: str = ")") -> Func:
        return Func(
            *self.source_expressions,
            Value(query),
            template=f"%(expressions)s{end}",
            arg_joiner=f" IN ({inner}",
            output_field=BooleanField(),
        )


def _joined(asked: Asked, write: Callable[[Group], str], joiner: str) -> str:
    return joiner.join(f"({write(group)})" for group in asked.groups)


def _fts5_group(group: Group) -> str:
    words = [f'"{" ".join(phrase)}"' for phrase in group.phrases]
    return " OR ".join(words + ([f'"{group.begun}"*'] if group.begun else []))


def _tsquery_group(group: Group, weight: str) -> str:
    words = [_tsquery_phrase(phrase, weight) for phrase in group.phrases]
    return " | ".join(words + ([f"'{group.begun}':*{weight}"] if group.begun else []))


def _tsquery_phrase(phrase: Phrase, weight: str) -> str:
    mark = f":{weight}" if weight else ""
    return " <-> ".join(f"'{stem}'{mark}" for stem in phrase)
