"""What TTL publishes: topics, sources, articles with their parts, and questions."""

from articles.models.article import Article, CallToAction
from articles.models.claim import Claim
from articles.models.faq import Faq, Section
from articles.models.former_address import FormerAddress, FormerlyAtQuerySet
from articles.models.loaded import LoadedContent
from articles.models.notice import ChangeNotice
from articles.models.parts import AppliesTo, Citation, Takeaway
from articles.models.published import PublishedQuerySet
from articles.models.review import Outcome, ReviewDecision, ReviewLink, ReviewRequest, with_reviews
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
    "Faq",
    "FormerAddress",
    "FormerlyAtQuerySet",
    "LoadedContent",
    "Outcome",
    "PublishedQuerySet",
    "Rating",
    "ReviewDecision",
    "ReviewLink",
    "ReviewRequest",
    "Section",
    "Source",
    "State",
    "Takeaway",
    "Term",
    "Topic",
    "Version",
    "with_reviews",
]
