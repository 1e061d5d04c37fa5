"""What TTL publishes: topics, sources, articles with their parts, pictures, and questions."""

from articles.models.article import Article, CallToAction, PublishedQuerySet, State
from articles.models.claim import Claim
from articles.models.faq import Faq, Section
from articles.models.image import Image, ImageCopy
from articles.models.loaded import LoadedContent
from articles.models.parts import AppliesTo, Citation, Takeaway
from articles.models.source import Source
from articles.models.term import Term
from articles.models.topic import Topic
from articles.ratings import Rating

__all__ = [
    "AppliesTo",
    "Article",
    "CallToAction",
    "Citation",
    "Claim",
    "Faq",
    "Image",
    "ImageCopy",
    "LoadedContent",
    "PublishedQuerySet",
    "Rating",
    "Section",
    "Source",
    "State",
    "Takeaway",
    "Term",
    "Topic",
]
