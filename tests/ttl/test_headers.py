"""Every answer carries exactly the headers of its kind and status, and no visitor a cookie."""

import re

import pytest
from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseNotModified
from django.test import Client
from django.urls import path

from tests.planner.people import Visitor
from ttl import urls
from ttl.later import later


def crash(request, **_address):
    raise RuntimeError


def forbid(request, **_address):
    raise PermissionDenied


def wait(request, status, **_address):
    return later(request, status, 5)


urlpatterns = [
    *i18n_patterns(
        path("crash/", crash),
        path("forbid/", forbid),
        path("wait/<int:status>/", wait),
        path("plan/<token>/crash/", crash),
        path("plan/<token>/forbid/", forbid),
        path("plan/<token>/wait/<int:status>/", wait),
        path("nothing-new/", lambda request: HttpResponseNotModified()),
        path("long/", lambda request: HttpResponse("long " * 500)),
        prefix_default_language=False,
    ),
    *urls.urlpatterns,
]
handler400 = "ttl.views.bad_request"
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]

OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
VISITOR_POLICY = f"{OWN}; require-trusted-types-for 'script'; trusted-types 'none'"
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
EVERY = {
    "Content-Security-Policy": f"{VISITOR_POLICY}; upgrade-insecure-requests",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Permissions-Policy": FEATURES,
    "Referrer-Policy": "same-origin",
    "Server": "TTL",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
    "X-Request-ID": "?",
}
HTML = {"Content-Language": "en-GB", "Content-Type": "text/html; charset=utf-8"}
SPANISH = {"": {}, "/es": {"Content-Language": "es"}}
PACKED = {"Vary": "Accept-Encoding"}
PRIVATE = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "strict-origin",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}

SIZED = {"Content-Length": "?"}
TAGGED = SIZED | {"ETag": "?"}
ERROR = HTML | PACKED | TAGGED
PRIVATE_ERROR = HTML | PACKED | SIZED | PRIVATE
NOT_ALLOWED = HTML | {"Allow": "GET, HEAD, POST"}
WAIT = {"Retry-After": "5"}
VARIED = {"Vary": "Cookie, Accept-Encoding"}
KEPT = {
    "Cache-Control": (
        "public, max-age=10, s-maxage=10, stale-while-revalidate=30, stale-if-error=3600"
    )
}
NEVER_KEPT = {
    "Cache-Control": "max-age=0, no-cache, no-store, must-revalidate, private",
    "Expires": "?",
}
PLAIN = {"Content-Type": "text/plain"}
STATIC = {"Cache-Control": "max-age=60, public", "Last-Modified": "?"}
STAFF = {"Content-Security-Policy": f"{OWN}; frame-src 'self'; upgrade-insecure-requests"}
# What changes with the time or the text; the claim is that it is there.
LIVELY = {"Content-Length", "ETag", "Expires", "Last-Modified", "X-Request-ID"}
DEAD, GONE, LIVE = f"/plan/{'x' * 43}/", "gone", "live"

ROWS = {
    "a page, 200": ("/", {}, 200, ERROR | KEPT),
    "a page for staff, 200": ("/", {"HTTP_COOKIE": "session=any"}, 200, ERROR | VARIED),
    "a page, 301": ("/help", {}, 301, HTML | {"Location": "/help/"}),
    "a page, 304": ("/nothing-new/", {}, 304, SIZED),
    "a page, 400": ("/", {"QUERY_STRING": "%00"}, 400, HTML),
    "a page, 400 by its host": (
        "/",
        {"HTTP_HOST": "a.example"},
        400,
        HTML | PACKED | {"ETag": "?"},
    ),
    "a page, 403": ("/forbid/", {}, 403, ERROR),
    "a page, 404": ("/no-such-page/", {}, 404, ERROR),
    "a page, 405": ("/", {"REQUEST_METHOD": "PUT"}, 405, NOT_ALLOWED),
    "a page, 405 by itself": (
        "/",
        {"REQUEST_METHOD": "POST"},
        405,
        HTML | PACKED | SIZED | {"Allow": "GET, HEAD"},
    ),
    "a page, 413": ("/", {"CONTENT_LENGTH": "70000"}, 413, HTML),
    "a page, 429": ("/wait/429/", {}, 429, PRIVATE_ERROR | WAIT),
    "a page, 500": ("/crash/", {}, 500, ERROR),
    "a page, 503": ("/wait/503/", {}, 503, PRIVATE_ERROR | WAIT),
    "private, 200": (f"{LIVE}questions/1/", {}, 200, PRIVATE_ERROR),
    "private, 302": (LIVE, {}, 302, HTML | SIZED | PRIVATE | {"Location": f"{LIVE}questions/1/"}),
    "private, 400": (DEAD, {"QUERY_STRING": "%00"}, 400, HTML | PRIVATE),
    "private, 403": (f"{DEAD}forbid/", {}, 403, ERROR | PRIVATE),
    "private, 404": (DEAD, {}, 404, PRIVATE_ERROR),
    "private, 405": (DEAD, {"REQUEST_METHOD": "PUT"}, 405, NOT_ALLOWED | PRIVATE),
    "private, 410": (GONE, {}, 410, PRIVATE_ERROR),
    "private, 413": (DEAD, {"CONTENT_LENGTH": "70000"}, 413, HTML | PRIVATE),
    "private, 429": (f"{DEAD}wait/429/", {}, 429, PRIVATE_ERROR | WAIT),
    "private, 500": (f"{DEAD}crash/", {}, 500, ERROR | PRIVATE),
    "private, 503": (f"{DEAD}wait/503/", {}, 503, PRIVATE_ERROR | WAIT),
    "the start, 200": ("/plan/", {}, 200, PRIVATE_ERROR),
    "the worker of plans, 200": (
        "/plan/offline.js",
        {},
        200,
        PACKED | TAGGED | PRIVATE | {"Content-Type": "text/javascript; charset=utf-8"},
    ),
    "a search, 200": (
        "/search/?q=squat",
        {},
        200,
        HTML | PACKED | SIZED | {"Cache-Control": "no-store", "Referrer-Policy": "strict-origin"},
    ),
}
OUTSIDE = {
    "a file of ours, 200": (
        "/static/css/ttl.css",
        {},
        200,
        TAGGED | STATIC | {"Content-Type": 'text/css; charset="utf-8"'},
    ),
    "a file of ours, 404": ("/static/no-such.css", {}, 404, ERROR),
    "a health check, 200": ("/livez", {}, 200, PLAIN | SIZED | NEVER_KEPT),
    "the desk, 413": ("/admin/login/", {"CONTENT_LENGTH": "70000000"}, 413, HTML | STAFF),
    "the desk, 405": ("/admin/login/", {"REQUEST_METHOD": "PUT"}, 405, NOT_ALLOWED | STAFF),
}
# A page of a plan may start the one worker that keeps it readable without signal.
OF_A_PLAN = {
    name: value.replace("trusted-types 'none'", "trusted-types ttl-worker")
    for name, value in EVERY.items()
    if name == "Content-Security-Policy"
}
ROWS |= {
    name: (address, extra, status, headers | OF_A_PLAN)
    for name, (address, extra, status, headers) in ROWS.items()
    if name.startswith("private, ")
}


@pytest.fixture
def over_https(settings):
    """Settings of production that speak of transport."""
    settings.SECURE_HSTS_SECONDS = 63_072_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True


@pytest.mark.parametrize("language", SPANISH, ids=["English", "Spanish"])
@pytest.mark.parametrize("row", ROWS.values(), ids=list(ROWS))
def test_each_kind_of_answer_has_exactly_its_headers(over_https, row, language):
    address, extra, status, headers = row
    said = SPANISH[language] if "Content-Language" in headers else {}
    _ask(language, address, extra, status, headers | said)


@pytest.mark.parametrize("row", OUTSIDE.values(), ids=list(OUTSIDE))
def test_what_has_no_language_has_exactly_its_headers(over_https, row):
    _ask("", *row)


def _ask(language, address, extra, status, headers):
    live, gone = Visitor(), Visitor()
    gone.post("erase/", {})
    places = {LIVE: live.address(), GONE: gone.address()}
    client = Client(raise_request_exception=False)

    place = places.get(address) or _in(address, live)
    response = client.get(f"{language}{place}", secure=True, **extra)

    if response.streaming:
        response.getvalue()  # to the end, which closes the file
    wanted = EVERY | {name: _in(value, live) for name, value in headers.items()}
    if "Location" in wanted:
        wanted["Location"] = f"{language}{wanted['Location']}"
    sent = {name: "?" if name in LIVELY else value for name, value in response.items()}
    assert (response.status_code, sent) == (status, wanted)
    assert response.cookies == {}


def _in(value, live):
    return re.sub("^live", live.address(), value)


def test_over_http_a_page_promises_nothing_about_https(client):
    page = client.get("/")

    assert page["Content-Security-Policy"] == VISITOR_POLICY
    assert "Strict-Transport-Security" not in page


def test_staff_pages_allow_the_scripts_of_the_admin_and_frames_of_our_own_and_no_more(client):
    page = client.get("/admin/login/")

    assert page["Content-Security-Policy"] == f"{OWN}; frame-src 'self'"
    assert page["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("address", ["/", "/help/", "/plan/", "/no-such-page/", "/plan/import/"])
@pytest.mark.parametrize("spoilt", ["session=spoilt", "csrf=spoilt", "session=x; csrf=y"])
def test_a_spoilt_cookie_is_not_even_answered_with_its_deletion(client, address, spoilt):
    assert client.get(address, headers={"Cookie": spoilt}).cookies == {}
