"""Every answer carries the security headers, and no visitor is given a cookie."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import include, path

LOCKED = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
}
VISITOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


def crash(request):
    raise RuntimeError


def forbid(request):
    raise PermissionDenied


urlpatterns = [
    path("crash/", crash),
    path("forbid/", forbid),
    path("", include("ttl.urls")),
]
handler400 = "ttl.views.bad_request"

ANSWERS = {
    "a page": ("/", {}, 200),
    "the start of the questionnaire": ("/plan/", {}, 200),
    "the help lines": ("/help/", {}, 200),
    "a static file": ("/static/css/ttl.css", {}, 200),
    "a health check": ("/livez", {}, 200),
    "a redirect": ("/help", {}, 301),
    "a bad request": ("/", {"HTTP_HOST": "elsewhere.example"}, 400),
    "a request that is too large": ("/", {"CONTENT_LENGTH": "70000"}, 413),
    "a refusal": ("/forbid/", {}, 403),
    "a page that is not there": ("/no-such-page/", {}, 404),
    "a dead plan link": (f"/plan/{'x' * 43}/", {}, 404),
    "a crash": ("/crash/", {}, 500),
}


@pytest.fixture
def answer(client, request):
    client.raise_request_exception = False
    address, extra, _ = ANSWERS[request.param]
    response = client.get(address, **extra)
    if response.streaming:
        response.getvalue()  # to the end, which closes the file
    return response


every_answer = pytest.mark.parametrize("answer", ANSWERS, indirect=True, ids=str)
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.mark.parametrize(
    ("answer", "status"),
    [(name, status) for name, (_, _, status) in ANSWERS.items()],
    indirect=["answer"],
    ids=list(ANSWERS),
)
def test_each_address_gives_the_answer_it_is_here_for(answer, status):
    assert answer.status_code == status


@every_answer
def test_every_answer_is_locked_down(answer):
    sent = {name: answer.headers.get(name) for name in LOCKED}

    assert sent == LOCKED


@every_answer
def test_every_answer_forbids_what_is_not_ours(answer):
    assert answer["Content-Security-Policy"] == VISITOR_POLICY


@every_answer
def test_every_answer_closes_what_a_page_could_spy_with(answer):
    closed = answer["Permissions-Policy"].split(", ")

    assert {"camera=()", "geolocation=()", "microphone=()", "usb=()"} <= set(closed)


@every_answer
def test_no_visitor_is_given_a_cookie(answer):
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_staff_pages_allow_the_scripts_of_the_admin_and_frames_of_our_own_and_no_more(client):
    page = client.get("/admin/login/")

    own_policy = VISITOR_POLICY.partition("; require-trusted-types-for")[0]
    assert page["Content-Security-Policy"] == f"{own_policy}; frame-src 'self'"
    assert page["X-Frame-Options"] == "DENY"


def test_over_https_a_page_upgrades_whatever_is_not(client):
    page = client.get("/", secure=True)

    assert page["Content-Security-Policy"] == f"{VISITOR_POLICY}; upgrade-insecure-requests"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/help/", "/plan/", "/no-such-page/", "/plan/import/"])
@pytest.mark.parametrize("spoilt", ["session=spoilt", "csrf=spoilt", "session=x; csrf=y"])
def test_a_spoilt_cookie_is_not_even_answered_with_its_deletion(client, address, spoilt):
    assert client.get(address, headers={"Cookie": spoilt}).cookies == {}
