"""What every answer carries, and what no visitor's request may be."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from planner.private import PLAN_FILE_ADDRESS, PRIVATE_HEADERS, comes_from_elsewhere
from ttl.logs import KEYED
from ttl.views import bad_request

Answer = Callable[[HttpRequest], HttpResponse]

# Everything comes from this site, and nothing is written into a page: no inline script or style.
OWN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
# The admin's jQuery writes markup from script, which trusted types forbid; our own pages never do.
VISITOR_POLICY = f"{OWN_POLICY}; require-trusted-types-for 'script'; trusted-types 'none'"
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
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "X-DNS-Prefetch-Control": "off",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Permissions-Policy": FEATURES,
}

KEYED_ADDRESSES = tuple(f"/{name}/" for name in KEYED)


def security_headers(get_response: Answer) -> Answer:
    """Put the security headers on every answer: pages, errors, redirects and static files.

    Cookies are for staff only: to a visitor not even a spoilt one is answered with its deletion.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        policy = STAFF_POLICY
        if not _is_for_staff(request):
            policy = VISITOR_POLICY
            response.cookies.clear()
        if response.get("X-Frame-Options") == "SAMEORIGIN":
            # A view has asked for it: the preview, and nothing else.
            policy = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
        if request.is_secure():
            policy += "; upgrade-insecure-requests"
        response["Content-Security-Policy"] = policy
        # Errors and redirects too, which no view has seen: a mistyped link is nearly the key.
        private = PRIVATE_HEADERS if request.path.startswith(KEYED_ADDRESSES) else {}
        for name, value in (HEADERS | private).items():
            response[name] = value
        return response

    return answer


def own_posts_only(get_response: Answer) -> Answer:
    """Refuse what another site posts to an address with a key, where no cookie guards the form."""

    def answer(request: HttpRequest) -> HttpResponse:
        is_keyed = request.path.startswith(KEYED_ADDRESSES)
        if is_keyed and request.method == "POST" and comes_from_elsewhere(request):
            raise PermissionDenied
        return get_response(request)

    return answer


def plain_errors(get_response: Answer) -> Answer:
    """Give the answer to a wrong method a page, which Django leaves empty."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            response.content = render_to_string("405.html", request=request)
        return response

    return answer


def request_limits(get_response: Answer) -> Answer:
    """Refuse a request that no form of ours could have sent, before anything reads it."""

    def answer(request: HttpRequest) -> HttpResponse:
        # Django reads no further than the stated length, and nothing where none is stated.
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal():
            raise BadRequest("The length of the body is not a number.")
        if int(length) > _body_limit(request):
            raise RequestDataTooBig("The body is larger than any of our forms.")
        # PostgreSQL cannot store it, and no browser sends it.
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("The address has a null character.")
        return get_response(request)

    return answer


def storable_numbers(get_response: Answer) -> Answer:
    """Take a number that SQLite cannot even compare for what it is: a request of no page of ours.

    PostgreSQL finds nothing under such a number; Django guards single ones, and no lists.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, error: Exception) -> HttpResponse | None:
        is_too_large = isinstance(error, OverflowError) and "SQLite INTEGER" in str(error)
        return bad_request(request, error) if is_too_large else None

    answer.process_exception = process_exception
    return answer


def _body_limit(request: HttpRequest) -> int:
    # Who is staff is not known yet: this is read before any session.
    if _is_for_staff(request):
        return settings.STAFF_BODY_LIMIT
    # A file of this size stays in memory: no health answer is written to a temporary file.
    if request.path == f"/{PLAN_FILE_ADDRESS}":
        return min(settings.DATA_UPLOAD_MAX_MEMORY_SIZE, settings.FILE_UPLOAD_MAX_MEMORY_SIZE)
    return settings.VISITOR_BODY_LIMIT


def _is_for_staff(request: HttpRequest) -> bool:
    return request.path.startswith(f"/{settings.ADMIN_PATH}")
