"""Every page that says what went wrong comes without a database, and keeps what was typed."""

import errno
from http import HTTPStatus

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import DataError, IntegrityError, InterfaceError, InternalError, OperationalError
from django.http import HttpResponseNotAllowed
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from redis.exceptions import ConnectionError as NoCacheError

from planner import private
from tests.planner.people import typed
from tests.ttl.pages import read
from ttl import urls
from ttl.later import later

TOKEN = "aB3_-dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6kM9nP"
HELP = "/help/"


def forbid(request):
    raise PermissionDenied


@csrf_exempt
def not_in_this_way(request):
    return HttpResponseNotAllowed(["GET"])


def too_many(request):
    return later(request, HTTPStatus.TOO_MANY_REQUESTS, 5)


@csrf_exempt
def fail(request, number):
    request.POST  # noqa: B018 - a view that fails has read its form
    raise FAILURES[number]


urlpatterns = [
    path("forbid/", forbid),
    path("not-in-this-way/", not_in_this_way),
    path("too-many/", too_many),
    path("fail/<int:number>/", fail),
    path("es/fail/<int:number>/", fail),
    *urls.urlpatterns,
]
handler400 = "ttl.views.bad_request"
handler500 = "ttl.views.server_error"

pytestmark = [pytest.mark.urls(__name__), pytest.mark.usefixtures("unreachable")]

FAULTS = [
    OperationalError("the connection is closed: severe"),
    InterfaceError("connection already closed"),
    InternalError("cannot execute UPDATE in a read-only transaction"),
    OSError(errno.ENOSPC, "No space left on device"),
    OSError(errno.EROFS, "Read-only file system"),
    NoCacheError("Error 111 connecting"),
]
MISTAKES = [
    DataError("value too long: severe"),
    IntegrityError("UNIQUE constraint failed"),
    OSError(errno.ENOENT, "No such file"),
    ValueError("severe"),
]
FAILURES = FAULTS + MISTAKES

PAGES = {
    "a request that makes no sense": ("get", "/?q=%00", {}, 400),
    "another host": ("get", "/", {"HTTP_HOST": "elsewhere.example"}, 400),
    "a refusal": ("get", "/forbid/", {}, 403),
    "a form of staff that is too old": ("post", "/admin/login/", {}, 403),
    "no such page": ("get", "/no-such-page/", {}, 404),
    "no metrics for a stranger": ("get", "/metrics", {}, 404),
    "the wrong way": ("post", "/not-in-this-way/", {}, 405),
    "too large": ("post", "/plan/", {"CONTENT_LENGTH": "70000"}, 413),
    "too many": ("get", "/too-many/", {}, 429),
    "a mistake of ours": ("get", f"/fail/{len(FAULTS)}/", {}, 500),
    "a fault": ("get", "/fail/0/", {}, 503),
    "the front page": ("get", "/", {}, 503),
    "an article": ("get", "/articles/strength/", {}, 503),
    "a plan": ("get", f"/plan/{TOKEN}/", {}, 503),
    "an export": ("get", f"/plan/{TOKEN}/data/", {}, 503),
    "a calendar": ("get", f"/calendar/{TOKEN}.ics", {}, 503),
}
COOKIES = [{}, {"session": "x" * 32, "csrf": "y" * 32}]


@pytest.fixture
def client(client):
    client.raise_request_exception = False
    client.handler.enforce_csrf_checks = True
    return client


@pytest.mark.parametrize("cookies", COOKIES, ids=["a visitor", "staff"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_without_a_database_says_what_is_the_matter_and_where_help_is(client, name, cookies):
    method, address, extra, status = PAGES[name]
    client.cookies.load(cookies)

    answer = getattr(client, method)(address, **extra)

    page = read(answer.content.decode())
    assert answer.status_code == status
    assert len(page.findall(".//h1")) == 1
    assert HELP in [a.get("href") for a in page.iter("a")]


@pytest.mark.parametrize("address", ["/", f"/plan/{TOKEN}/", "/fail/0/", "/fail/9/"])
def test_a_head_is_told_the_same(client, address):
    assert client.head(address).status_code == client.get(address).status_code >= 500


def test_a_plan_that_is_gone_and_an_address_that_is_dead_say_so_without_a_database(rf):
    pages = [private._gone(rf.get("/")), private._not_found(rf.get("/"))]

    assert [page.status_code for page in pages] == [410, 404]


@pytest.mark.parametrize(
    "address",
    [
        *("/help/", "/exercises/", "/exercises/goblet-squat/", "/livez"),
        *("/robots.txt", "/plan-file.schema.json", "/how-we-rate-evidence/"),
        "/static/css/ttl.css",
    ],
)
@pytest.mark.parametrize("cookies", COOKIES, ids=["a visitor", "staff"])
def test_what_needs_no_database_is_there_without_one(client, settings, address, cookies):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:9",
        }
    }
    client.cookies.load(cookies)

    answer = client.get(address)

    assert (answer.status_code, b"".join(answer)[:0]) == (200, b"")


@pytest.mark.parametrize("number", range(len(FAULTS)), ids=lambda n: type(FAILURES[n]).__name__)
def test_a_fault_is_a_page_that_keeps_what_was_typed(client, number):
    answer = client.post(f"/fail/{number}/", {"note": "10 kg", "mood": ["3", "4"]})

    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert answer["Cache-Control"] == "no-store, private"
    assert typed(answer) == {"note": ["10 kg"], "mood": ["3", "4"]}
    assert "severe" not in answer.content.decode()


@pytest.mark.parametrize(
    "number", range(len(FAULTS), len(FAILURES)), ids=lambda n: type(FAILURES[n]).__name__
)
def test_a_mistake_of_ours_is_never_called_a_fault(client, number):
    answer = client.post(f"/fail/{number}/", {"note": "10 kg"})

    assert answer.status_code == 500
    assert "severe" not in answer.content.decode()


@pytest.mark.parametrize(
    ("tail", "said", "told"),
    [
        ("questions/3/", {"self_harm": "yes"}, "Please get help now"),
        ("safe/", {"safe": "no"}, "Please get help now"),
        ("mood/", {"self_harm": "yes"}, "Please get help now"),
        ("session/1/", {"stop_symptom": "chest_pain"}, "Please stop here"),
    ],
)
def test_a_call_for_help_is_answered_without_a_database(client, tail, said, told):
    answer = client.post(f"/plan/{TOKEN}/{tail}", said)

    assert answer.status_code == 200
    assert told in answer.content.decode()


@pytest.mark.parametrize(("address", "before"), [("/fail/0/", ""), ("/fail/9/", "500-")])
def test_a_page_about_a_failure_says_how_to_find_it_in_the_log(client, address, before):
    answer = client.get(address)

    assert f"say: {before}{answer['X-Request-ID'][:8]}." in answer.content.decode()


@pytest.mark.parametrize(("number", "status"), [(0, 503), (9, 500)])
@pytest.mark.parametrize(("prefix", "language"), [("", "en-GB"), ("/es", "es")])
def test_a_page_about_a_failure_is_in_the_language_of_its_address(
    client, number, status, prefix, language
):
    answer = client.get(f"{prefix}/fail/{number}/")

    page = read(answer.content.decode())
    assert (answer.status_code, page.get("lang")) == (status, language)
    assert f"{prefix}{HELP}" in [a.get("href") for a in page.iter("a")]


def test_the_pages_for_when_nothing_works_say_as_much_in_each_language():
    """They go through no catalogue, so their parts are compared."""
    parts = [
        [
            (each.tag, each.get("class"), each.get("href", "").removeprefix("/es"))
            for each in read((settings.BASE_DIR / "templates" / folder / name).read_text()).iter()
            if isinstance(each.tag, str)
        ]
        for name in ("400.html", "500.html")
        for folder in ("", "es")
    ]

    assert parts[0] == parts[1]
    assert parts[2] == parts[3]


def test_a_password_is_never_written_into_the_page_that_waits(client):
    client.handler.enforce_csrf_checks = False

    answer = client.post("/admin/login/", {"username": "alice", "password": "correct horse"})

    assert answer.status_code == 503
    assert typed(answer) == {"username": ["alice"]}
    assert "A password has to be typed again." in answer.content.decode()


@pytest.mark.parametrize(("address", "status"), [("/fail/0/", 503), ("/fail/9/", 500)])
def test_without_any_template_there_is_still_a_page(client, settings, address, status):
    settings.TEMPLATES = []

    answer = client.get(address)

    assert answer.status_code == status
    assert "Something went wrong on our side" in answer.content.decode()
    assert HELP in answer.content.decode()


def test_without_any_template_what_makes_no_sense_is_still_told_so(client, settings):
    settings.TEMPLATES = []

    answer = client.get("/?q=%00")

    assert answer.status_code == 400
    assert "We could not read that request" in answer.content.decode()
