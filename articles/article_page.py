"""The page of one article, from rows that are saved or rows that an editor is typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from articles import trails
from articles.forest import forests
from articles.models import (
    AppliesTo,
    Article,
    ChangeNotice,
    Citation,
    Claim,
    Faq,
    Takeaway,
    Term,
    Topic,
)
from articles.models.markers import figures_in

# Articles to read next.
RELATED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What stands around the text of an article, each kind in the order readers see it."""

    topics: Sequence[Topic] = ()
    applies_to: Sequence[AppliesTo] = ()
    takeaways: Sequence[Takeaway] = ()
    faqs: Sequence[Faq] = ()
    citations: Sequence[Citation] = ()


def saved_parts(article: Article) -> Parts:
    """Return the parts that the database has; `with_page()` fetches them beforehand."""
    if article.pk is None:
        return Parts()
    return Parts(
        topics=article.topics.all(),
        applies_to=article.applies_to.all(),
        takeaways=article.takeaways.all(),
        faqs=article.faqs.all(),
        citations=article.citations.all(),
    )


def article_page(article: Article, parts: Parts) -> dict[str, object]:
    """Return what the template of an article shows."""
    texts = [*article.sections(), *(faq.answer for faq in parts.faqs)]
    claims = Claim.objects.cited_in(*texts)
    return {
        "article": article,
        "parts": parts,
        "claims": claims,
        "figures": figures_in(*texts, claims=claims),
        "terms": Term.objects.all().links(),
        "forests": forests(claims, least=2),
        "state": article.state(timezone.now()),
        "notices": ChangeNotice.objects.for_readers().filter(article=article) if article.pk else (),
        "related": Article.objects.published().related_to(article)[:RELATED] if article.pk else (),
        "trail": trails.article(article),
    }
