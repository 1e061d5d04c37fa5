"""Private pages: their address, their headers, one answer for every dead link, and no cookie."""

import logging

import pytest
from django.http import Http404, HttpResponse
from django.middleware.csrf import get_token
from django.test import Client
from django.urls import Resolver404, path, resolve
from django.views.decorators.http import require_http_methods

from planner import vault
from planner.models import PrivatePlan
from planner.private import private_page, same_origin_post
from ttl import urls


@private_page
@same_origin_post
@require_http_methods(["GET", "POST"])
def show(request, token):
    if request.method == "POST":
        with PrivatePlan.objects.edit(token) as draft:
            draft.payload += b"+"
    return HttpResponse(PrivatePlan.objects.read(token))


@private_page
def form_with_a_csrf_token(request, token):
    return HttpResponse(get_token(request))


@private_page
def no_such_week(request, token):
    raise Http404


urlpatterns = [
    path("private/<token:token>/", show),
    path("private/<token:token>/form/", form_with_a_csrf_token),
    path("private/<token:token>/weeks/99/", no_such_week),
    *urls.urlpatterns,
]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def token():
    return PrivatePlan.objects.start(b"age: 44")


@pytest.fixture
def visitor():
    """A browser that Django would ask for a CSRF token."""
    return Client(enforce_csrf_checks=True)


def assert_private(page):
    assert page["Cache-Control"] == "no-store, private"
    assert page["Referrer-Policy"] == "strict-origin"
    assert page["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert "ETag" not in page
    assert page.cookies == {}


def damage(token):
    PrivatePlan.objects.filter(lookup=vault.lookup(token)).update(payload=b"damaged" * 10)


@pytest.mark.parametrize(
    "tail",
    ["", "A" * 42, "A" * 44, "A" * 42 + "=", "A" * 42 + "é", "A" * 42 + ".", "A" * 43 + "\n"],
    ids=["empty", "too short", "too long", "padding", "accent", "dot", "line end"],
)
def test_an_address_holds_exactly_a_token(tail):
    with pytest.raises(Resolver404):
        resolve(f"/private/{tail}/")


def test_every_new_token_fits_an_address():
    token = vault.new_token()

    assert resolve(f"/private/{token}/").kwargs == {"token": token}


def test_a_private_page_is_kept_out_of_caches_referrers_and_search(visitor, token):
    page = visitor.get(f"/private/{token}/")

    assert page.content == b"age: 44"
    assert_private(page)


@pytest.mark.parametrize("tail", ["", "form/"])
@pytest.mark.parametrize("cookie", ["", "csrftoken=spoilt"])
def test_no_private_page_ever_sets_a_cookie(visitor, token, tail, cookie):
    answer = visitor.get(f"/private/{token}/{tail}", headers={"Cookie": cookie})

    assert answer.cookies == {}


def test_every_dead_link_gets_the_same_page(visitor, token):
    damaged = PrivatePlan.objects.start(b"damaged")
    damage(damaged)
    dead = [
        f"/private/{vault.new_token()}/",
        f"/private/{damaged}/",
        f"/private/{token}/weeks/99/",
    ]

    pages = [visitor.get(address) for address in dead]

    assert {page.status_code for page in pages} == {404}
    assert len({page.content for page in pages}) == 1
    for page in pages:
        assert_private(page)


def test_a_post_to_a_dead_link_gets_that_page_too(visitor):
    address = f"/private/{vault.new_token()}/"

    page = visitor.post(address)

    assert page.status_code == 404
    assert page.content == visitor.get(address).content
    assert_private(page)


def test_a_damaged_record_is_told_to_us_without_its_link(visitor, token, caplog):
    damage(token)

    visitor.get(f"/private/{token}/")

    told = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert told == [
        "A private plan could not be opened: "
        "The stored bytes do not belong to this link, row and secret."
    ]


def test_a_missing_secret_is_told_to_us_by_its_version(visitor, token, caplog, settings):
    settings.PLAN_SECRETS = {"2": "another"}

    visitor.get(f"/private/{token}/")

    assert "No secret has the key version '1'." in caplog.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://testserver"},
        {"Origin": "https://testserver"},
        {},
    ],
    ids=["same origin", "same origin, hidden", "by hand", "origin", "behind TLS", "old browser"],
)
def test_our_own_pages_may_post_without_a_csrf_token(visitor, token, headers):
    page = visitor.post(f"/private/{token}/", headers=headers)

    assert page.content == b"age: 44+"
    assert_private(page)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "nonsense"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "http://testserver:8443"},
        {"Origin": "http://testserver.elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
    ],
    ids=lambda headers: ", ".join(headers.values()),
)
def test_other_websites_may_not_post(visitor, token, headers):
    page = visitor.post(f"/private/{token}/", headers=headers)

    assert page.status_code == 403
    assert PrivatePlan.objects.read(token) == b"age: 44"
    assert_private(page)


def test_a_link_from_another_website_still_opens_the_page(visitor, token):
    page = visitor.get(f"/private/{token}/", headers={"Sec-Fetch-Site": "cross-site"})

    assert page.content == b"age: 44"
