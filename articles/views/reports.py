"""Reports at the desk: what is due, and what leads nowhere. They change nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.db.models import Max, Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import due, ledger, links
from articles.models import LinkCheck

READ = "articles.view_article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A page of the desk that lists what needs a person, and the right that opens it."""

    slug: str
    name: str
    title: str
    view: Callable[[HttpRequest], HttpResponse]
    right: str = READ


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a report: the row to open, by name, and what about it."""

    name: str
    url: str
    words: str


@require_safe
@permission_required(READ, raise_exception=True)
def review_due(request: HttpRequest) -> HttpResponse:
    """List articles to review and figures to check, the most urgent first."""
    today = timezone.localdate()
    context = {
        "articles": due.reviews_due(today),
        "claims": due.claims_due(today),
        "today": today,
    }
    return _page(request, REVIEW_DUE, context)


@require_safe
@permission_required(READ, raise_exception=True)
def links_and_sources(request: HttpRequest) -> HttpResponse:
    """List links that lead nowhere, and what is wrong with the sources of the texts."""
    by_kind = groupby(ledger.findings(), key=lambda finding: finding.kind)
    found = [(kind, [_item_of_finding(finding) for finding in group]) for kind, group in by_kind]
    uses = links.elsewhere()
    context = {
        "inside": [_item(each.link, f"{each.link.url}: {each.words}") for each in links.broken()],
        "to_mend": [(kind, items) for kind, items in found if kind.is_error],
        "to_look_at": [(kind, items) for kind, items in found if not kind.is_error],
        "gone": _items_elsewhere(LinkCheck.objects.broken(), uses),
        "unsure": _items_elsewhere(LinkCheck.objects.unsure(), uses),
        "tried": LinkCheck.objects.aggregate(last=Max("checked_at"))["last"],
    }
    return _page(request, LINKS, context)


def _item_of_finding(finding: ledger.Finding) -> Item:
    return Item(name=finding.where, url=_desk_page(finding.row), words=finding.words)


def _item(link: links.Link, words: str) -> Item:
    return Item(name=link.where, url=_desk_page(link.row), words=words)


def _items_elsewhere(checks: list[LinkCheck], uses: dict[str, list[links.Link]]) -> list[Item]:
    return [
        _item(link, f"{check.url}: {check.problem or f'It answers {check.status}.'}")
        for check in checks
        for link in uses.get(check.url, ())
    ]


def _desk_page(row: Model) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def _page(request: HttpRequest, report: Report, context: dict[str, object]) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": report.title, **context}
    return render(request, f"articles/desk/{report.name}.html", context)


REVIEW_DUE = Report(slug="review-due", name="review_due", title="Due for review", view=review_due)
LINKS = Report(slug="links", name="links", title="Links and sources", view=links_and_sources)
REPORTS = (REVIEW_DUE, LINKS)
