"""The way from the front page to each page, as pairs of label and address."""

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Source, Topic

Trail = list[tuple[str, str]]


def articles() -> Trail:
    return [*_home(), (_("Articles"), "")]


def topics() -> Trail:
    return [*_home(), (_("Topics"), "")]


def topic(topic: Topic) -> Trail:
    return [*_home(), (_("Topics"), reverse("articles:topics")), (topic.name, "")]


def article(article: Article) -> Trail:
    return [*_home(), (_("Articles"), reverse("articles:list")), (article.title, "")]


def changes() -> Trail:
    return [*_home(), (_("Articles"), reverse("articles:list")), (_("Changes"), "")]


def faq() -> Trail:
    return [*_home(), (_("Questions"), "")]


def glossary() -> Trail:
    return [*_home(), (_("Glossary"), "")]


def search() -> Trail:
    return [*_home(), (_("Search"), "")]


def sources() -> Trail:
    return [*_home(), (_("Sources"), "")]


def source(source: Source) -> Trail:
    return [*_home(), (_("Sources"), reverse("articles:sources")), (source.label, "")]


def rating() -> Trail:
    return [*_home(), (_("How we rate evidence"), "")]


def _home() -> Trail:
    return [(_("Home"), reverse("home"))]
