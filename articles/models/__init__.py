"""What TTL publishes: topics, sources, articles with their parts, pictures, and questions."""

from articles.models.article import Article, CallToAction
from articles.models.claim import Claim
from articles.models.faq import Faq, Section
from articles.models.former_address import FormerAddress, FormerlyAtQuerySet
from articles.models.image import Image, ImageCopy
from articles.models.link_check import LinkCheck
from articles.models.loaded import LoadedContent
from articles.models.notice import ChangeNotice
from articles.models.parts import AppliesTo, Citation, Takeaway
from articles.models.published import PublishedQuerySet
from articles.models.review import Outcome, ReviewDecision, ReviewLink, ReviewRequest, with_reviews
from articles.models.search import EntryKind, SearchEntry, SearchWord, Synonym
from articles.models.source import Source
from articles.models.states import State
from articles.models.term import Term
from articles.models.topic import Topic
from articles.models.version import Version
from articles.ratings import Rating

__all__ = [
    "AppliesTo",
    "Article",
    "CallToAction",
    "ChangeNotice",
    "Citation",
    "Claim",
    "EntryKind",
    "Faq",
    "FormerAddress",
    "FormerlyAtQuerySet",
    "Image",
    "ImageCopy",
    "LinkCheck",
    "LoadedContent",
    "Outcome",
    "PublishedQuerySet",
    "Rating",
    "ReviewDecision",
    "ReviewLink",
    "ReviewRequest",
    "SearchEntry",
    "SearchWord",
    "Section",
    "Source",
    "State",
    "Synonym",
    "Takeaway",
    "Term",
    "Topic",
    "Version",
    "with_reviews",
]
