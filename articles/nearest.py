"""Published articles whose address is nearly the one asked for."""

from rapidfuzz import fuzz, process

from articles.models import Article

MOST = 3
# Out of 100; below it two addresses share little more than their language.
LEAST_LIKENESS = 60


def nearest_articles(slug: str) -> list[Article]:
    """Return the published articles with the most similar addresses, the nearest first."""
    articles = list(Article.objects.published().only("slug", "title").newest_first())
    found = process.extract(
        slug,
        [article.slug for article in articles],
        # Whole words in any order; letters that merely run alike say nothing.
        scorer=fuzz.token_set_ratio,
        processor=_words,
        limit=MOST,
        score_cutoff=LEAST_LIKENESS,
    )
    return [articles[place] for _slug, _likeness, place in found]


def _words(slug: str) -> str:
    return slug.replace("-", " ")
