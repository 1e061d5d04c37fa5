"""Published articles whose address is nearly the one asked for."""

from rapidfuzz import fuzz, process

from articles.models import EntryKind, SearchEntry
from articles.search.match import Matches
from articles.search.query import ask_known, corrected

MOST = 3
# How many articles with such words in their titles are compared.
MOST_COMPARED = 100
# Out of 100; below it two addresses share little more than their language.
LEAST_LIKENESS = 60


def nearest_articles(slug: str) -> list[SearchEntry]:
    """Return what leads to the published articles with the most similar addresses, best first."""
    asked = ask_known(corrected(_words(slug)))
    if not asked.groups:
        return []
    entries = SearchEntry.objects.visible().only("title", "url")
    look = {"kinds": [EntryKind.ARTICLE], "in_title": True, "most": MOST_COMPARED}
    near: dict[str, SearchEntry] = {}
    for any_group in (False, True)[: len(asked.groups)]:
        matches = Matches(asked, any_group=any_group, **look)
        near |= {entry.url: entry for entry in entries.filter(matches)}
    found = process.extract(
        slug,
        {url: url.strip("/").rpartition("/")[2] for url in near},
        # Whole words in any order; letters that merely run alike say nothing.
        scorer=fuzz.token_set_ratio,
        processor=_words,
        limit=MOST,
        score_cutoff=LEAST_LIKENESS,
    )
    return [near[url] for _slug, _likeness, url in found]


def _words(slug: str) -> str:
    return slug.replace("-", " ")
