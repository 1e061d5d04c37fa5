"""Whole addresses, and the address of the same page in another language."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import to_locale

ENGLISH = settings.LANGUAGE_CODE
# The languages that the first part of an address names; English has no such part.
OTHERS = tuple(code for code, _name in settings.LANGUAGES if code != ENGLISH)
TRANSLATED = {"articles:rating", "articles:search"}


View = Callable[..., HttpResponse]


def absolute(request: HttpRequest, address: str) -> str:
    """Put the name of the site before an address, or the name that was asked for."""
    if settings.SITE_URL:
        return f"{settings.SITE_URL}{address}"
    return request.build_absolute_uri(address)


def language_of(path: str) -> str:
    """Say in which language an address is to be answered."""
    first = path.partition("/")[2].partition("/")[0]
    return first if first in OTHERS else ENGLISH


def language_tag(language: str) -> str:
    """Name a language as HTML and headers do (BCP 47)."""
    return to_locale(language).replace("_", "-")


def plain(path: str) -> str:
    """Return an address without the part that names its language."""
    language = language_of(path)
    if language == ENGLISH:
        return path
    # Never two strokes at the beginning: a browser would take what follows for another site.
    return f"/{path.removeprefix(f'/{language}').lstrip('/')}"


def is_english(page: str) -> bool:
    """Say whether the text of a page, by its name, is English behind every address.

    What editors write is; what we write into templates is translated.
    """
    return page.startswith("articles:") and page not in TRANSLATED


def in_language(path: str, language: str) -> str:
    """Return the address of the same page in a language."""
    return plain(path) if language == ENGLISH else f"/{language}{plain(path)}"


def english_only(view: View) -> View:
    """Lead to the English address of what is in no other language."""

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if language_of(request.path) != ENGLISH:
            return redirect(plain(request.path))
        return view(request, *args, **kwargs)

    return page
