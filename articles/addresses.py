"""Whole addresses, for readers that are not on the page itself: feeds, robots and shared links."""

from django.conf import settings
from django.http import HttpRequest


def absolute(request: HttpRequest, address: str) -> str:
    """Put the name of the site before an address, or the name that was asked for."""
    if settings.SITE_URL:
        return f"{settings.SITE_URL}{address}"
    return request.build_absolute_uri(address)
