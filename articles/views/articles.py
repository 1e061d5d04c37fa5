"""Articles; each page asks `published()` for what may be seen."""

from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import structured_data, trails
from articles.addresses import absolute
from articles.article_page import article_page, saved_parts
from articles.models import Article, State
from articles.structured_data import Node
from articles.views.moved import moved_or_missing
from articles.views.paging import page_of


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
    draft = None if article else _for_staff(request, slug)
    if article is None and draft is None:
        return moved_or_missing(request, slug, Article.objects.published())
    shown = article or draft
    page = article_page(shown, saved_parts(shown))
    if page["state"] == State.PUBLISHED:
        page["nodes"] = _nodes(request, page)
    response = render(request, "articles/detail.html", page)
    if draft:
        response["Cache-Control"] = "no-store"
    return response


def _nodes(request: HttpRequest, page: dict[str, object]) -> list[Node]:
    whole = partial(absolute, request)
    article, faqs = page["article"], page["parts"].faqs
    nodes = [structured_data.article_page(article, whole)]
    if faqs:
        address = whole(article.get_absolute_url())
        nodes.append(structured_data.faq_page(faqs, page["figures"], address))
    return nodes


def _for_staff(request: HttpRequest, slug: str) -> Article | None:
    # Asking for the user reads the session, which marks the answer as different for every cookie.
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    if not request.user.has_perm("articles.view_article"):
        return None
    return Article.objects.with_page().filter(slug=slug).first()
