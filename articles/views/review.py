"""What an expert without an account sees and decides, behind a link for one text."""

from contextlib import suppress
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles import exact, history, publishing, tables
from articles.addresses import english_only
from articles.article_page import article_page, saved_parts
from articles.forms import ExpertDecisionForm
from articles.models import Article, ReviewDecision, ReviewLink


# No cookie speaks for the expert, so a forged post would need the link itself; the middleware
# refuses posts from other sites all the same.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@english_only
def review(request: HttpRequest, token: str) -> HttpResponse:
    """Show the exact text with every figure, and take one decision on it."""
    link = ReviewLink.objects.of(token)
    if link is None:
        raise Http404
    if decision := ReviewDecision.objects.filter(link=link).first():
        return render(request, "articles/review_done.html", {"decision": decision})
    if link.is_over(timezone.now()):
        return render(request, "articles/review_over.html", status=HTTPStatus.GONE)
    if history.fingerprint(exact.exact_text(link.article)) != link.fingerprint:
        return render(request, "articles/review_changed.html", {"link": link})
    form = _form(request, link)
    if form.is_bound and form.is_valid():
        # When the text or the link changed this very moment, the page itself will say so.
        with suppress(publishing.Refused):
            publishing.decide(link.article, form.verdict, link=link)
        return redirect(link)
    return render(request, "articles/review.html", _page(request, link, form))


def _form(request: HttpRequest, link: ReviewLink) -> ExpertDecisionForm:
    typed = request.POST if request.method == "POST" else None
    known = {"name": link.name, "profession": link.profession, "fingerprint": link.fingerprint}
    return ExpertDecisionForm(typed, initial=known)


def _page(request: HttpRequest, link: ReviewLink, form: ExpertDecisionForm) -> dict[str, object]:
    article = Article.objects.with_page().get(pk=link.article_id)
    page = article_page(article, saved_parts(article))
    return page | {"form": form, "link": link, "ledger": tables.by_source(page["claims"])}
