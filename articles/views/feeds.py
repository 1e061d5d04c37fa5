"""New articles for feed readers (Atom, RFC 4287).

An entry holds the summary, the rating and the state of review, and leads to the article: figures
should not travel without their limits and the words about medicines beside them.
"""

import re
from functools import partial
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.addresses import absolute, english_only
from articles.models import Article, PublishedQuerySet
from articles.structured_data import LANGUAGE, Whole

ENTRIES = 30
# Characters that XML cannot hold, which a paste may bring along.
UNSPEAKABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@require_safe
@english_only
def feed(request: HttpRequest) -> HttpResponse:
    """Answer with the newest articles."""
    whole = partial(absolute, request)
    head = {
        "title": "TTL",
        "link": whole(reverse("articles:list")),
        "feed_url": whole(reverse("articles:feed")),
        "feed_guid": _tag(whole, "articles"),
    }
    return _answer(head, Article.objects.published(), whole)


@require_safe
@english_only
def topic_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer with the newest articles of one topic, at its former addresses too."""
    topics = Article.objects.published().topics()
    topic = topics.filter(slug=slug).first() or topics.formerly_at(slug)
    if topic is None:
        raise Http404
    whole = partial(absolute, request)
    head = {
        "title": f"TTL: {_speakable(topic.name)}",
        "link": whole(topic.get_absolute_url()),
        "feed_url": whole(reverse("articles:topic-feed", args=[topic.slug])),
        "feed_guid": _tag(whole, f"topics/{topic.pk}"),
    }
    return _answer(head, Article.objects.published().of_topic(topic), whole)


def _answer(head: dict[str, str], articles: PublishedQuerySet, whole: Whole) -> HttpResponse:
    atom = Atom1Feed(
        **head,
        description=_("What studies say about strength training, mood and worry."),
        language=LANGUAGE,
        author_name="TTL",
    )
    for article in articles.newest_first().prefetch_related("topics")[:ENTRIES]:
        atom.add_item(**_entry(article, whole))
    response = HttpResponse(content_type=atom.content_type)
    atom.write(response, "utf-8")
    return response


def _entry(article: Article, whole: Whole) -> dict[str, object]:
    return {
        "unique_id": _tag(whole, f"articles/{article.pk}"),
        "title": _speakable(article.title),
        "link": whole(article.get_absolute_url()),
        "description": _speakable(_summary(article)),
        "author_name": _speakable(article.author),
        "categories": [_speakable(topic.name) for topic in article.topics.all()],
        "pubdate": article.published_at,
        "updateddate": article.changed_at,
    }


def _summary(article: Article) -> str:
    if article.reviewed_date:
        review = _("Reviewed by %(name)s.") % {"name": article.reviewer_name}
    else:
        review = _("Not yet reviewed by a clinician.")
    rating = article.get_rating_display()
    return format_html("<p>{}</p><p>{}. {}</p>", article.summary, rating, review)


def _tag(whole: Whole, name: str) -> str:
    """Make an id that outlives every change of title and address (RFC 4151)."""
    return f"tag:{urlsplit(whole('/')).hostname},2026:{name}"


def _speakable(text: str) -> str:
    return UNSPEAKABLE.sub("", text)
