"""Questions, words, sources and the method: what stands beside the articles."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles import structured_data, tables, trails
from articles.addresses import absolute
from articles.forest import forests
from articles.models import Article, ChangeNotice, Faq, Source, Term
from articles.models.markers import figures_in
from articles.ratings import METHOD
from articles.views.paging import ROWS, page_of

MOST_CHANGES = 200


@require_safe
def faq_list(request: HttpRequest) -> HttpResponse:
    """Show the site's questions under their headings."""
    sections = Faq.objects.on_site_page().by_section()
    faqs = [faq for _section, under_it in sections for faq in under_it]
    figures = figures_in(*(faq.answer for faq in faqs))
    here = absolute(request, request.path)
    return render(
        request,
        "articles/faq.html",
        {
            "sections": sections,
            "figures": figures,
            "terms": Term.objects.all().links(),
            "trail": trails.faq(),
            "nodes": [structured_data.faq_page(faqs, figures, here)] if faqs else (),
        },
    )


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """Explain every term, A to Z."""
    terms = list(Term.objects.all())
    whole = partial(absolute, request)
    nodes = [structured_data.term_set(terms, whole(request.path), whole)]
    context = {"terms": terms, "trail": trails.glossary(), "nodes": nodes if terms else ()}
    return render(request, "articles/glossary.html", context)


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """Show every source, whether an article or only the planner cites it."""
    context = {"pager": page_of(request, Source.objects.all()), "trail": trails.sources()}
    return render(request, "articles/sources.html", context)


@require_safe
def source_detail(request: HttpRequest, key: str) -> HttpResponse:
    """Show one source and the published articles that cite it."""
    source = get_object_or_404(Source, key=key)
    claims = source.claims.select_related("source").order_by("pk")
    cited_in = (
        Article.objects.published().citing(source).newest_first().only("slug", "title")[:ROWS]
    )
    return render(
        request,
        "articles/source.html",
        {
            "source": source,
            "ledger": tables.by_outcome(claims),
            "forests": forests(claims, least=1),
            "articles": cited_in,
            "trail": trails.source(source),
        },
    )


@require_safe
def change_list(request: HttpRequest) -> HttpResponse:
    """List the changes of dose, safety and medicines on all pages, newest first."""
    context = {"notices": ChangeNotice.objects.for_readers()[:MOST_CHANGES]}
    return render(request, "articles/changes.html", context | {"trail": trails.changes()})


@require_safe
def rating_method(request: HttpRequest) -> HttpResponse:
    """Explain what each evidence rating means."""
    return render(request, "articles/rating.html", {"words": METHOD, "trail": trails.rating()})
