"""What a page tells programs about itself, in the words of schema.org; pure.

Only what readers can see on the page is said, and a review only where one took place.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from html import unescape

from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import get_language

from articles.addresses import language_tag
from articles.models import Article, Faq, Source, Term
from articles.rendering import Figures, to_html
from articles.trails import Trail

LANGUAGE = "en-GB"
# What could end the script, or begin another, must not stand in it as it is.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}

Node = dict[str, object]
Whole = Callable[[str], str]


def to_json(nodes: Sequence[Node]) -> str:
    """Write nodes so that they can stand inside a script element of any page."""
    return json.dumps({"@context": "https://schema.org", "@graph": nodes}).translate(ESCAPES)


def site(whole: Whole) -> Node:
    """Say what the whole site is and who answers for it."""
    return {
        "@type": "WebSite",
        "name": "TTL",
        "url": whole(reverse("home")),
        "inLanguage": language_tag(get_language()),
        "publisher": _ttl(whole),
    }


def breadcrumbs(trail: Trail, whole: Whole) -> Node:
    """Say the way from the front page; the page itself comes last, without an address."""
    steps = [
        {"@type": "ListItem", "position": place, "name": label}
        | ({"item": whole(address)} if address else {})
        for place, (label, address) in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def article_page(article: Article, whole: Whole) -> Node:
    """Say what a published article is about, what it rests on and who read it."""
    address = whole(article.get_absolute_url())
    return {
        "@type": "MedicalWebPage",
        "@id": address,
        "url": address,
        "headline": article.title,
        "description": article.summary,
        "inLanguage": LANGUAGE,
        "datePublished": _moment(article.published_at),
        "dateModified": _moment(article.changed_at),
        # The line is free text and may name software, so it is no claim about a person.
        "creditText": article.author_line,
        "author": _ttl(whole),
        "publisher": _ttl(whole),
        "audience": {
            "@type": "MedicalAudience",
            "audienceType": "Adults without medical training",
            "suggestedMinAge": 18,
        },
        "about": [{"@type": "Thing", "name": topic.name} for topic in article.topics.all()],
        "citation": [_work(citation.source, whole) for citation in article.citations.all()],
    } | _review(article)


def faq_page(faqs: Iterable[Faq], figures: Figures, address: str) -> Node:
    """Say which questions are on a page, with their answers as plain text."""
    return {
        "@type": "FAQPage",
        "@id": f"{address}#questions",
        "url": address,
        "inLanguage": LANGUAGE,
        "mainEntity": [
            {
                "@type": "Question",
                "name": faq.question,
                "acceptedAnswer": {"@type": "Answer", "text": _plain(faq.answer, figures)},
            }
            for faq in faqs
        ],
    }


def term_set(terms: Iterable[Term], address: str, whole: Whole) -> Node:
    """Say which words a glossary explains."""
    return {
        "@type": "DefinedTermSet",
        "name": "Glossary",
        "url": address,
        "inLanguage": LANGUAGE,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": term.name,
                "description": term.meaning,
                "url": whole(term.get_absolute_url()),
            }
            for term in terms
        ],
    }


def _review(article: Article) -> Node:
    if not (article.reviewer_name and article.reviewed_date):
        return {}
    return {
        "reviewedBy": {"@type": "Person", "name": article.reviewer_name},
        "lastReviewed": article.reviewed_date.isoformat(),
    }


def _work(source: Source, whole: Whole) -> Node:
    work = {
        "@type": "CreativeWork",
        "name": source.citation,
        "url": whole(source.get_absolute_url()),
        "sameAs": source.publisher_url or source.url,
    }
    return work | ({"identifier": f"doi:{source.doi}"} if source.doi else {})


def _ttl(whole: Whole) -> Node:
    return {"@type": "Organization", "name": "TTL", "url": whole("/")}


def _plain(markdown: str, figures: Figures) -> str:
    return " ".join(unescape(strip_tags(to_html(markdown, figures=figures))).split())


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
