"""What guards an address with a key guards it in Spanish too."""

import io
import logging
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client, RequestFactory
from django.urls import resolve
from django.utils import translation

from planner.private import PRIVATE_HEADERS
from tests.planner.people import Visitor, finished, somebody
from ttl.limits import body_limit
from ttl.logs import KEYED, redact
from ttl.middleware import is_keyed
from ttl.replica import is_public

TOKEN = "aB3_-dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6kM9nP"
SHORT = "aB3_-dE6gH9jK2mN5"


@pytest.fixture
def written(monkeypatch):
    """What the console's handler writes, as it does in production."""
    console = logging.getLogger("django").handlers[0]
    monkeypatch.setattr(console, "stream", io.StringIO())
    monkeypatch.setattr(console.filters[0], "keep_messages", False)
    return console.stream.getvalue


@pytest.mark.parametrize("kind", KEYED)
def test_a_key_in_spanish_is_scrubbed_whole_or_mistyped(kind):
    lines = [f"/es/{kind}/{SHORT}/x", f"%2Fes%2F{kind}%2F{SHORT}%2Fx", f"/es/{kind}/{TOKEN}.ics"]

    assert [SHORT in redact(line) for line in lines] == [False] * 3


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KEYED)
@pytest.mark.parametrize("tail", [f"{SHORT}/", f"{TOKEN}/no-such-page/", f"{TOKEN}.ics"])
def test_every_answer_to_a_key_in_spanish_is_private(client, kind, tail):
    page = client.get(f"/es/{kind}/{tail}")

    assert is_keyed(f"/es/{kind}/{tail}")
    assert {name: page[name] for name in PRIVATE_HEADERS} == PRIVATE_HEADERS


@pytest.mark.django_db
def test_a_whole_journey_in_spanish_leaves_no_key_in_the_log_and_is_private(written):
    visitor = Visitor(language="/es")
    pages = [visitor.walk(somebody()), visitor.agree()]
    pages += [visitor.get(tail) for tail in ("", "plan/", "take/", "no-such-page/")]
    pages += [visitor.client.put(visitor.address()), visitor.client.get(visitor.address()[:-1])]
    pages += [visitor.post("erase/", {}), visitor.get()]

    assert {page.status_code for page in pages} >= {200, 301, 302, 404, 405, 410}
    for page in pages:
        assert {name: page[name] for name in PRIVATE_HEADERS} == PRIVATE_HEADERS
        assert page.cookies == {}
    assert "GET planner:plan" in written()
    assert visitor.token[:20] not in written()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/es/plan/", "/es/report/", f"/es/review/{TOKEN}/"])
@pytest.mark.parametrize(
    "headers", [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_another_site_posts_nothing_in_spanish(address, headers):
    client = Client(enforce_csrf_checks=True)

    assert client.post(address, {"words": "x"}, headers=headers).status_code == 403


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("/es/", True),
        ("/es/articles/", True),
        (f"/es/review/{TOKEN}/", False),
        ("/es/plan/", False),
    ],
)
def test_a_key_in_spanish_is_never_looked_up_in_the_copy(address, public):
    request = RequestFactory().get(address)
    with translation.override("es"):
        request.resolver_match = resolve(address)

    assert is_public(request) is public


def test_a_saved_plan_may_be_as_large_in_spanish_and_nothing_else():
    assert body_limit("/es/plan/import/") == body_limit("/plan/import/") > body_limit("/es/plan/")


@pytest.mark.django_db
def test_a_saved_plan_is_read_back_in_spanish_and_the_file_reaches_it(client):
    saved = finished().get("data/").content
    file = SimpleUploadedFile("plan.json", saved, content_type="application/json")

    page = client.post("/es/plan/import/", {"file": file})

    assert page.status_code == 200
    assert re.search(r"/es/plan/[\w-]{43}/", page.content.decode())


@pytest.mark.django_db
def test_a_pause_closes_plans_in_spanish_and_leaves_help_open(client):
    visitor = Visitor(finished().token, language="/es")
    call_command("pause_planner", "One exercise may be wrong.", verbosity=0)

    pages = [visitor.get(), visitor.get("take/"), client.get("/es/help/")]

    assert [page.status_code for page in pages] == [503, 200, 200]
    assert pages[0]["Content-Language"] == "es"
