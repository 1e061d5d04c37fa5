"""Where the texts link to, and which of those links lead nowhere on this site."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Model
from django.urls import Resolver404, resolve, reverse

from articles import ledger
from articles.models import Article, Faq, Section, Source, Term
from articles.models.article import SECTION_FIELDS
from articles.rendering import links

ARTICLE = "articles:detail"
# Parts of an article's page that a link may lead to by a #.
PARTS = {field.replace("_", "-") for field in SECTION_FIELDS[1:]} | {
    "figures",
    "key-takeaways",
    "questions",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link in a text: where it stands, by name and row, and its address."""

    where: str
    row: Model
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLink:
    """A link that leads nowhere, and why in plain words."""

    link: Link
    words: str


def elsewhere() -> dict[str, list[Link]]:
    """Give every link to another site, in texts and of sources, by its address."""
    found: dict[str, list[Link]] = defaultdict(list)
    for link in _all_links():
        if urlsplit(link.url).scheme in ("http", "https"):
            found[link.url].append(link)
    for source in Source.objects.order_by("key"):
        for url in filter(None, dict.fromkeys((source.publisher_url, source.url))):
            found[url].append(Link(where=f"source {source.key}", row=source, url=url))
    return dict(found)


def broken() -> list[BrokenLink]:
    """List the links inside the site that lead nowhere, or to what readers cannot see."""
    site = Site()
    return [
        BrokenLink(link=link, words=words)
        for link in _all_links()
        if not urlsplit(link.url).scheme and (words := site.fault_of(link))
    ]


def _all_links() -> Iterator[Link]:
    found = [
        Link(where=text.where, row=text.row, url=url)
        for text in ledger.texts()
        for url in links(text.markdown)
    ]
    for source in Source.objects.exclude(figures="").order_by("key"):
        where = f"source {source.key}"
        found += [Link(where=where, row=source, url=url) for url in links(source.figures)]
    return iter({(link.where, link.url): link for link in found}.values())


class Site:
    """What can be linked to here, read once for all links."""

    def __init__(self) -> None:
        published = Article.objects.published()
        parts = {slug: set(PARTS) for slug in published.values_list("slug", flat=True)}
        questions = Faq.objects.filter(article__in=published)
        for slug, article in questions.values_list("slug", "article__slug"):
            parts[article].add(slug)
        self._unseen = set(Article.objects.values_list("slug", flat=True)) - set(parts)
        self._parts_of_articles = parts
        topics = set(published.topics().values_list("slug", flat=True))
        sources = set(Source.objects.values_list("key", flat=True))
        self._known = {
            ARTICLE: (set(parts), "There is no article of that name."),
            "articles:topic": (topics, "No published article has that topic."),
            "articles:source": (sources, "There is no source of that key."),
        }
        on_page = set(Faq.objects.on_site_page().values_list("slug", flat=True))
        self._parts = {
            "articles:glossary": set(Term.objects.values_list("slug", flat=True)),
            "articles:faq": on_page | set(Section.values),
        }

    def fault_of(self, link: Link) -> str:
        """Say what is wrong with a link, or nothing."""
        address = urlsplit(link.url)
        path = unquote(address.path) or _own_page(link.row)
        if address.netloc or path.startswith(settings.STATIC_URL):
            return ""
        if not path.startswith("/"):
            return "It begins neither with / nor with https://."
        try:
            match = resolve(path)
        except Resolver404:
            return "This site has no page at that address."
        key = next(iter(match.kwargs.values()), "")
        return self._fault(match.view_name, key, unquote(address.fragment))

    def _fault(self, page: str, key: str, fragment: str) -> str:
        if page == ARTICLE and key in self._unseen:
            return "Readers cannot see that article yet."
        keys, words = self._known.get(page, ({key}, ""))
        if key not in keys:
            return words
        parts = self._parts_of_articles[key] if page == ARTICLE else self._parts.get(page)
        if fragment and parts is not None and fragment not in parts:
            return f"That page has no part called “{fragment}”."
        return ""


def _own_page(row: Model) -> str:
    article = row if isinstance(row, Article) else getattr(row, "article", None)
    if article:
        return article.get_absolute_url()
    return row.get_absolute_url() if isinstance(row, Source) else reverse("articles:faq")
