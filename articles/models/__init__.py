"""What TTL publishes: topics, sources, articles with their parts, and questions."""

from articles.models.article import Article, CallToAction, PublishedQuerySet, Rating, State
from articles.models.faq import Faq, Section
from articles.models.loaded import LoadedContent
from articles.models.parts import AppliesTo, Citation, Takeaway
from articles.models.source import Source
from articles.models.topic import Topic

__all__ = [
    "AppliesTo",
    "Article",
    "CallToAction",
    "Citation",
    "Faq",
    "LoadedContent",
    "PublishedQuerySet",
    "Rating",
    "Section",
    "Source",
    "State",
    "Takeaway",
    "Topic",
]
