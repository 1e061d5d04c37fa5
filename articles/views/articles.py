"""Articles; each page asks `published()` for what may be seen."""

from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import structured_data, trails
from articles.addresses import absolute
from articles.forest import forests
from articles.models import Article, ChangeNotice, State, Term
from articles.rendering import Figures
from articles.structured_data import Node
from articles.views.moved import moved_or_missing
from articles.views.paging import page_of

RELATED = 3


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """Show every published article, newest first, and the topics."""
    return render(
        request,
        "articles/list.html",
        {
            "pager": page_of(request, Article.objects.published().newest_first()),
            "topics": Article.objects.published().topics(),
            "trail": trails.articles(),
        },
    )


@require_safe
def article_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a published article, or a preview of any other to staff who may see it."""
    article = Article.objects.published().with_page().filter(slug=slug).first()
    if article:
        return render(request, "articles/detail.html", article_page(request, article))
    if draft := _for_staff(request, slug):
        response = render(request, "articles/detail.html", article_page(request, draft))
        response["Cache-Control"] = "no-store"
        return response
    return moved_or_missing(request, slug, Article.objects.published())


def article_page(request: HttpRequest, article: Article) -> dict[str, object]:
    """Gather all that the page of an article shows, in a fixed number of queries."""
    claims = article.page_claims()
    figures = claims.figures()
    state = article.state(timezone.now())
    return {
        "article": article,
        "figures": figures,
        "terms": Term.objects.all().links(),
        "forests": forests(claims, least=2),
        "notices": ChangeNotice.objects.for_readers().filter(article=article),
        "state": state,
        "related": Article.objects.published().related_to(article)[:RELATED],
        "trail": trails.article(article),
        "nodes": _nodes(request, article, figures) if state == State.PUBLISHED else (),
    }


def _nodes(request: HttpRequest, article: Article, figures: Figures) -> list[Node]:
    whole = partial(absolute, request)
    nodes = [structured_data.article_page(article, whole)]
    if faqs := article.faqs.all():
        address = whole(article.get_absolute_url())
        nodes.append(structured_data.faq_page(faqs, figures, address))
    return nodes


def _for_staff(request: HttpRequest, slug: str) -> Article | None:
    # Asking for the user reads the session, which marks the answer as different for every cookie.
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    if not request.user.has_perm("articles.view_article"):
        return None
    return Article.objects.with_page().filter(slug=slug).first()
