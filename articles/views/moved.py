"""Answers at addresses that a page had before, or never had."""

from contextlib import suppress
from http import HTTPStatus

from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from articles.models import FormerlyAtQuerySet
from articles.search.nearest import nearest_articles


def moved_or_missing(request: HttpRequest, slug: str, rows: FormerlyAtQuerySet) -> HttpResponse:
    """Lead to the public row that was here before, or say that there is none and what is near."""
    if row := rows.formerly_at(slug):
        response = HttpResponsePermanentRedirect(row.get_absolute_url())
        # A browser that kept it would go round in circles once the page had its old address again.
        patch_cache_control(response, no_cache=True)
        return response
    near = []
    with suppress(Error):  # a page that is missing stays so, whatever else fails
        near = nearest_articles(slug)
    # As Django's own page of this kind has it, which keeps what was typed off the page.
    context = {"near": near, "request_path": request.path}
    return render(request, "404.html", context, status=HTTPStatus.NOT_FOUND)
