"""Search, and what to do where nothing is found."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles import trails
from articles.models import Article, EntryKind
from articles.search.crisis import asks_for_help
from articles.search.query import MOST_COUNTED, find, hits

ON_A_PAGE = 10
# Not translated: what is searched is English.
EXAMPLES = ("low mood", "back pain", "how hard", "squat")
KINDS = {
    EntryKind.ARTICLE: _("Articles"),
    EntryKind.QUESTION: _("Questions"),
    EntryKind.EXERCISE: _("Exercises"),
    EntryKind.TERM: _("Glossary"),
    EntryKind.SOURCE: _("Sources"),
}


class SearchForm(forms.Form):
    """What somebody looks for, in their own words."""

    q = forms.CharField(
        label=_("What are you looking for?"),
        help_text=_("A few words are enough. Small typing mistakes do not matter."),
        required=False,
        max_length=200,
        error_messages={"max_length": _("That is too long to search for. Use a few words.")},
        widget=forms.SearchInput,
    )


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what was found, or how to find something."""
    form = SearchForm(request.GET)
    typed = form.cleaned_data["q"] if form.is_valid() else ""
    context = {"form": form, "typed": typed, "trail": trails.search()}
    if typed:
        context |= _results(request, typed)
    if not context.get("hits"):
        topics = Article.objects.published().topics()
        context |= {"topics": topics, "examples": EXAMPLES}
    context["asks_for_help"] = calls_for_help(request)
    response = render(request, "articles/search.html", context)
    # What people look for may say how they are: no cache is to keep it, no request to repeat it.
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "strict-origin"
    return response


def calls_for_help(request: HttpRequest) -> bool:
    """Say whether somebody looks for help with a crisis, however long their words are."""
    return asks_for_help(request.GET.get("q", "")[:2_000])


def _results(request: HttpRequest, typed: str) -> dict[str, object]:
    topic = None
    if within := request.GET.get("topic"):
        topic = Article.objects.published().topics().filter(slug=within).first()
    wish = request.GET.get("kind")
    kind = EntryKind(wish) if wish in EntryKind.values else None
    found = find(typed, topic=topic, kind=kind, exact="exact" in request.GET)
    page = Paginator(found.entries, ON_A_PAGE).get_page(request.GET.get("page"))
    return {
        "found": found,
        "hits": hits(found, page.object_list),
        "page": page,
        "topic": topic,
        "kind": kind,
        "kinds": [(each.value, KINDS[each], _said(count)) for each, count in found.kinds],
    }


def _said(count: int) -> str:
    return f"{count}+" if count == MOST_COUNTED else str(count)
