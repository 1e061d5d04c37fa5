"""The desk may stand anywhere but where something else stands already."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib import admin
from django.core.checks import Error
from django.urls import URLPattern, URLResolver, get_resolver


def desk_stands_alone(**_options: object) -> list[Error]:
    """Refuse an ADMIN_PATH that would hide pages of visitors, or be hidden by them."""
    first = settings.ADMIN_PATH.partition("/")[0]
    if first not in {settings.STATIC_URL.strip("/"), *_first_words(get_resolver().url_patterns)}:
        return []
    told = f"ADMIN_PATH is {settings.ADMIN_PATH!r}, and other pages begin with /{first}."
    return [Error(told, hint="Choose another word for it.", id="staff.E001")]


def _first_words(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        route = str(pattern.pattern)
        if isinstance(pattern, URLResolver) and not route:
            yield from _first_words(pattern.url_patterns)
        elif not (isinstance(pattern, URLResolver) and pattern.namespace == admin.site.name):
            yield route.partition("/")[0]
