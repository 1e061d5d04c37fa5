"""A request that has to wait loses nothing of what was typed, and needs no database to say so."""

from http import HTTPStatus

import pytest
from django.test import RequestFactory

from tests.ttl.pages import read
from ttl.later import later

POST = {"mood": ["3", "4"], "note": "<b>&\"quoted'</b>"}


@pytest.mark.parametrize("status", [HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE])
def test_the_page_holds_what_was_typed_and_sends_it_to_the_same_address(status):
    request = RequestFactory().post("/plan/?from=1", POST)

    response = later(request, status, wait_seconds=5)

    page = read(response.content.decode())
    [form] = page.findall("body/main//form")
    kept = [(each.get("name"), each.get("value")) for each in form.iter("input")]
    assert (response.status_code, response["Retry-After"]) == (status, "5")
    assert response["Cache-Control"] == "no-store, private"
    assert (form.get("method"), form.get("action")) == ("post", "/plan/?from=1")
    assert kept == [("mood", "3"), ("mood", "4"), ("note", POST["note"])]


def test_a_page_that_was_only_asked_for_offers_its_own_address():
    page = read(later(RequestFactory().get("/search/?q=squat"), 503, 5).content.decode())

    assert page.findall("body/main//form") == []
    assert [a.get("href") for a in page.find("body/main").iter("a")] == [
        "/search/?q=squat",
        "/help/",
    ]
