"""Browsers that signed in before: a guesser elsewhere never uses up their tries."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

LIFE = timedelta(days=90)
COOKIE = f"{settings.COOKIE_PREFIX}browser"
SALT = "ttl.staff.browsers"


def remember(response: HttpResponse, name: str) -> None:
    """Let this browser be known for the account that has wholly signed in on it."""
    response.set_signed_cookie(
        COOKIE,
        f"{_mark(name)}.{secrets.token_urlsafe(16)}",
        salt=SALT,
        max_age=LIFE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def known(request: HttpRequest, name: str) -> str:
    """Return what tells this browser from others if the account signed in on it, or nothing."""
    value = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=LIFE)
    mark, _, browser = value.partition(".")
    return browser if constant_time_compare(mark, _mark(name)) else ""


def _mark(name: str) -> str:
    # No name stands in a browser that others may look into.
    return salted_hmac(SALT, name, algorithm="sha256").hexdigest()
