"""Articles and topics; each page asks `published()` for what may be seen."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import trails
from articles.forest import forests
from articles.models import Article, ChangeNotice, Term


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """Show every published article, newest first, and the topics."""
    articles = Article.objects.published().newest_first()
    return render(
        request,
        "articles/list.html",
        {
            "articles": articles,
            "topics": Article.objects.published().topics(),
            "trail": trails.articles(),
        },
    )


@require_safe
def topic_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the published articles of one topic."""
    topic = get_object_or_404(Article.objects.published().topics(), slug=slug)
    articles = topic.articles.published().newest_first()
    return render(
        request,
        "articles/topic.html",
        {"topic": topic, "articles": articles, "trail": trails.topic(topic)},
    )


@require_safe
def article_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a published article, or a preview of any other to staff who may see it."""
    article = Article.objects.published().with_page().filter(slug=slug).first()
    if article is None:
        return _preview(request, slug)
    return render(request, "articles/detail.html", article_page(article))


def article_page(article: Article) -> dict[str, object]:
    """Gather all that the page of an article shows, in a fixed number of queries."""
    claims = article.page_claims()
    return {
        "article": article,
        "figures": claims.figures(),
        "terms": Term.objects.all().links(),
        "forests": forests(claims, least=2),
        "notices": ChangeNotice.objects.for_readers().filter(article=article),
        "state": article.state(timezone.now()),
        "trail": trails.article(article),
    }


def _preview(request: HttpRequest, slug: str) -> HttpResponse:
    # Asking for the user reads the session, which marks the answer as different for every cookie.
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        raise Http404
    if not request.user.has_perm("articles.view_article"):
        raise Http404
    article = get_object_or_404(Article.objects.with_page(), slug=slug)
    response = render(request, "articles/detail.html", article_page(article))
    response["Cache-Control"] = "no-store"
    return response
