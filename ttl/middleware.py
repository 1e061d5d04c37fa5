"""What every answer carries, and who may post what no cookie guards."""

import re
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from articles.addresses import plain
from planner.private import PRIVATE_HEADERS, PlanToken, comes_from_elsewhere
from ttl.logs import KEYED

Answer = Callable[[HttpRequest], HttpResponse]

# Everything comes from this site, and nothing is written into a page: no inline script or style.
OWN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
# The admin's jQuery writes markup from script, which trusted types forbid; our own pages never do.
VISITOR_POLICY = f"{OWN_POLICY}; require-trusted-types-for 'script'; trusted-types 'none'"
# A page of a plan may start the one worker that keeps it readable without signal.
PLAN_PAGE = re.compile(rf"/plan/{PlanToken.regex}/")
PLAN_POLICY = VISITOR_POLICY.replace("trusted-types 'none'", "trusted-types ttl-worker")
# The desk shows a preview in a frame beside its form.
STAFF_POLICY = f"{OWN_POLICY}; frame-src 'self'"

# Two stay open to our own pages: a "copy my link" button, and a screen lit during a session.
FEATURES = (
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), "
    "clipboard-write=(self), compute-pressure=(), display-capture=(), encrypted-media=(), "
    "fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), "
    "identity-credentials-get=(), idle-detection=(), keyboard-map=(), local-fonts=(), "
    "magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), "
    "picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), "
    "screen-wake-lock=(self), serial=(), speaker-selection=(), storage-access=(), sync-xhr=(), "
    "usb=(), window-management=(), xr-spatial-tracking=()"
)

HEADERS = {
    # In the place of the server's own, which would name the program.
    "Server": "TTL",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "X-DNS-Prefetch-Control": "off",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Permissions-Policy": FEATURES,
}

STROKES = re.compile("/{2,}")
KEYED_ADDRESSES = tuple(f"/{name}/" for name in KEYED)
# Where visitors send forms that no cookie guards.
POSTED_ADDRESSES = (*KEYED_ADDRESSES, "/report/")


def security_headers(get_response: Answer) -> Answer:
    """Put the security headers on every answer: pages, errors, redirects and static files.

    Cookies are for staff only: to a visitor not even a spoilt one is answered with its deletion.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        policy = STAFF_POLICY
        if not is_for_staff(request.path):
            policy = PLAN_POLICY if PLAN_PAGE.match(plain(request.path)) else VISITOR_POLICY
            response.cookies.clear()
        if response.get("X-Frame-Options") == "SAMEORIGIN":
            # A view has asked for it: the preview, and nothing else.
            policy = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
        if request.is_secure():
            policy += "; upgrade-insecure-requests"
        response["Content-Security-Policy"] = policy
        # Errors and redirects too, which no view has seen: a mistyped link is nearly the key.
        private = PRIVATE_HEADERS if is_keyed(request.path) else {}
        for name, value in (HEADERS | private).items():
            response[name] = value
        return response

    return answer


def own_posts_only(get_response: Answer) -> Answer:
    """Refuse what another site posts to a visitor's form, which no cookie guards."""

    def answer(request: HttpRequest) -> HttpResponse:
        is_ours = plain(request.path).startswith(POSTED_ADDRESSES)
        if is_ours and request.method == "POST" and comes_from_elsewhere(request):
            raise PermissionDenied
        return get_response(request)

    return answer


def is_keyed(path: str) -> bool:
    """Say whether an address holds a key, in whichever language and however it is mistyped."""
    return plain(STROKES.sub("/", path).lower()).startswith(KEYED_ADDRESSES)


def is_for_staff(path: str) -> bool:
    """Say whether an address is the desk's; who asks is not known before any session."""
    return path.startswith(f"/{settings.ADMIN_PATH}")
