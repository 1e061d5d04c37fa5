"""The one function that searches."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext

from articles.models import EntryKind, SearchEntry, Synonym, Topic
from articles.search import spelling
from articles.search.asked import Asked, Phrase, Synonyms, ask
from articles.search.excerpts import Piece, excerpt, marked
from articles.search.match import MOST_LOOKED_AT, Matches
from articles.search.ranking import Text, shares, standing
from articles.search.words import places, stemmed, stems, unified, words

MOST_WORDS = 24
MOST_CORRECTED = 3
# How many entries are ranked; whoever looks further is better served by other words.
MOST_RANKED = 200
# How many entries of one kind are counted; beyond it there are more.
MOST_COUNTED = 500
# How many entries with a word are looked at for one that is no draft.
MOST_TO_BE_SURE = 100
# How much further a search within a topic has to look, and the kinds that have topics.
FURTHER = 5
WITH_TOPICS = (EntryKind.ARTICLE, EntryKind.QUESTION)
WEIGHTS = {
    EntryKind.ARTICLE: 1.0,
    EntryKind.QUESTION: 0.9,
    EntryKind.EXERCISE: 0.85,
    EntryKind.TERM: 0.85,
    EntryKind.SOURCE: 0.6,
}
NO_SYNONYMS: Synonyms = {}


class Candidate(NamedTuple):
    """What has to be known of an entry before it is ranked; `article` has its topics."""

    pk: int
    kind: str
    title: str
    article: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found.

    `entries` are the best of `total`. Kinds are counted within the topic that was asked for, topics
    within the kind; with `has_more` there are more than were counted. `corrected` is what was
    searched for where words were mistyped, or nothing. Without `has_all` no entry has all the
    words, and these have some of them.
    """

    asked: Asked
    entries: tuple[SearchEntry, ...] = ()
    total: int = 0
    kinds: tuple[tuple[EntryKind, int], ...] = ()
    topics: tuple[tuple[Topic, int], ...] = ()
    corrected: str = ""
    has_all: bool = True
    has_more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One result as it is shown."""

    entry: SearchEntry
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]


def find(
    typed: str, *, topic: Topic | None = None, kind: EntryKind | None = None, exact: bool = False
) -> Found:
    """Find what visitors may read about what was typed, the best first; `exact` trusts spelling."""
    typed = unified(typed)
    synonyms = _synonyms()
    meant = typed if exact else corrected(typed, synonyms)
    asked = ask_known(meant, synonyms)
    if not asked.groups:
        return Found(asked=asked)
    found, has_all = _found(asked)
    within = _found(asked, topic)[0] if topic else found
    kinds = Counter(EntryKind(each.kind) for each in within)
    counted = {each: min(count, MOST_COUNTED) for each, count in kinds.items()}
    wanted = [kind] if kind else list(EntryKind)
    return Found(
        asked=asked,
        entries=_ranked(asked, [each for each in within if each.kind in wanted]),
        total=sum(counted.get(each, 0) for each in wanted),
        kinds=tuple((each, counted[each]) for each in EntryKind if each in counted),
        topics=_topics([each for each in found if each.kind in wanted]),
        corrected=meant if meant != typed else "",
        has_all=has_all,
        has_more=any(kinds[each] > MOST_COUNTED for each in wanted),
    )


def hits(found: Found, entries: Sequence[SearchEntry]) -> list[Hit]:
    """Show some of the entries that were found, with what was asked for marked."""
    texts = dict(
        SearchEntry.objects.filter(pk__in=[entry.pk for entry in entries]).values_list("pk", "text")
    )
    asked = found.asked
    beginnings = asked.beginnings
    return [
        Hit(
            entry=entry,
            title=marked(_title(entry), asked.hits),
            excerpt=excerpt(texts.get(entry.pk, ""), asked.hits, beginnings),
        )
        for entry in entries
    ]


def _title(entry: SearchEntry) -> str:
    """Call an exercise as its own page does; what editors write is English everywhere."""
    return gettext(entry.title) if entry.kind == EntryKind.EXERCISE else entry.title


def articles_with(typed: str) -> QuerySet[SearchEntry]:
    """Return the keys of articles, drafts too, with all of these words; the last may be begun."""
    asked = ask_known(typed)
    if not asked.groups:
        return SearchEntry.objects.none().values("article")
    return SearchEntry.objects.filter(Matches(asked, kinds=[EntryKind.ARTICLE])).values("article")


def _synonyms() -> Synonyms:
    """Return what stands for what; rows that only differ in endings or capitals are one."""
    synonyms: dict[Phrase, tuple[Phrase, ...]] = {}
    for row in Synonym.objects.values_list("typed", "means"):
        typed, meanings = _apart(*row)
        synonyms[typed] = (*synonyms.get(typed, ()), *meanings)
    synonyms.pop((), None)
    return synonyms


# What editors wrote is the same for everybody; what visitors type never comes here.
@lru_cache(maxsize=2_048)
def _apart(typed: str, means: str) -> tuple[Phrase, tuple[Phrase, ...]]:
    """Return the stems of a synonym and of each of its meanings."""
    meanings = (tuple(stems(meaning)) for meaning in Synonym(means=means).meanings())
    return tuple(stems(typed)), tuple(filter(None, meanings))


def ask_known(text: str, synonyms: Synonyms = NO_SYNONYMS) -> Asked:
    """Group the words of a text, the last also as the beginning of known words."""
    said = words(text)[:MOST_WORDS]
    return ask(said, synonyms, spelling.endings(said[-1]) if said else ())


def corrected(typed: str, synonyms: Synonyms = NO_SYNONYMS) -> str:
    """Put the nearest known words into the place of unknown ones, and leave the rest as typed."""
    found = list(places(typed))[:MOST_WORDS]
    said = [word for _start, _end, word in found]
    wrong = spelling.unknown(said)
    if said and said[-1] in wrong and spelling.begins_a_word(said[-1]):
        wrong.remove(said[-1])
    better = {word: _nearest(word, synonyms) for word in wrong[:MOST_CORRECTED]}
    for start, end, word in reversed(found):
        if better.get(word):
            typed = f"{typed[:start]}{better[word]}{typed[end:]}"
    return typed


def _nearest(word: str, synonyms: Synonyms) -> str:
    """Return the nearest word that something visible has, so that no draft shows through."""
    for proposal in spelling.proposals(word):
        asked = ask([proposal], synonyms)
        # One kind after another: most words stand in an article, so that the others are not asked.
        kinds = (Matches(asked, kinds=[kind], most=MOST_TO_BE_SURE) for kind in EntryKind)
        if any(SearchEntry.objects.visible().filter(matches).exists() for matches in kinds):
            return proposal
    return ""


def _found(asked: Asked, topic: Topic | None = None) -> tuple[list[Candidate], bool]:
    """Return the entries with all that was asked, or with any of it where none has all."""
    visible = SearchEntry.objects.visible()
    kinds = WITH_TOPICS if topic else EntryKind
    most = FURTHER * MOST_LOOKED_AT if topic else MOST_LOOKED_AT
    for any_group in (False, True)[: len(asked.groups)]:
        matched = visible.filter(Matches(asked, kinds=kinds, any_group=any_group, most=most))
        rows = matched.about(topic) if topic else matched
        columns = "pk", "kind", "title_stems", Coalesce("article", "faq__article")
        if found := [Candidate(*row) for row in rows.values_list(*columns)]:
            break
    return found, not any_group


def _ranked(asked: Asked, found: Sequence[Candidate]) -> tuple[SearchEntry, ...]:
    """Rank the most promising: those with the most words in their titles, and short ones."""
    if len(found) > MOST_RANKED:
        found = sorted(found, key=lambda each: _promise(asked, each))[:MOST_RANKED]
    columns = "kind", "title", "url", "title_stems", "text_stems"
    shown = SearchEntry.objects.filter(pk__in=[each.pk for each in found]).only(*columns)
    return tuple(sorted(shown, key=lambda entry: _place(asked, entry)))


def _promise(asked: Asked, each: Candidate) -> tuple[float, int, int]:
    return -sum(shares(asked, each.title)), len(each.title), each.pk


def _place(asked: Asked, entry: SearchEntry) -> tuple[object, ...]:
    text = Text(
        # Only a term goes by other names, which are among the stems of its title.
        name=stemmed(entry.title) if entry.kind == EntryKind.TERM else entry.title_stems,
        title=entry.title_stems,
        body=entry.text_stems,
        weight=WEIGHTS[EntryKind(entry.kind)],
    )
    return (*(-value for value in standing(asked, text)), entry.title, entry.url)


def _topics(found: Collection[Candidate]) -> tuple[tuple[Topic, int], ...]:
    entries = Counter(each.article for each in found if each.article)
    listed = Topic.articles.through.objects.filter(article__in=entries).order_by("topic__name")
    counts: Counter[tuple[int, str, str]] = Counter()
    for *topic, article in listed.values_list("topic", "topic__slug", "topic__name", "article"):
        counts[tuple(topic)] += entries[article]
    return tuple((Topic(pk=pk, slug=slug, name=name), n) for (pk, slug, name), n in counts.items())
