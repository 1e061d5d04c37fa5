"""The editors' desk: write, preview, review and publish."""

from articles.admin.article import ArticleAdmin
from articles.admin.claim import ClaimAdmin
from articles.admin.image import ImageAdmin
from articles.admin.library import FaqAdmin, SourceAdmin, SynonymAdmin, TermAdmin, TopicAdmin

__all__ = [
    "ArticleAdmin",
    "ClaimAdmin",
    "FaqAdmin",
    "ImageAdmin",
    "SourceAdmin",
    "SynonymAdmin",
    "TermAdmin",
    "TopicAdmin",
]
