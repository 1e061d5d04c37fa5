"""The language is the address's: no cookie, no header and no earlier page decides it."""

import pytest
from django.utils import translation

from tests.planner.people import Visitor, finished, html

pytestmark = pytest.mark.django_db
HINTS = {"Accept-Language": "es", "Cookie": "django_language=es"}


def in_language(visitor, prefix):
    return Visitor(visitor.token, language=prefix)


def language(page):
    return html(page).get("lang"), page["Content-Language"]


def test_only_the_address_decides_the_language(client):
    english = client.get("/help/", headers=HINTS)
    spanish = client.get("/es/help/", headers={"Accept-Language": "en"})

    assert language(english) == ("en-GB", "en-GB")
    assert language(spanish) == ("es", "es")
    assert (english.cookies, spanish.cookies) == ({}, {})
    assert english["Vary"] == spanish["Vary"] == "Accept-Encoding"


def test_a_page_in_spanish_leaves_the_next_in_english(client):
    client.get("/es/help/")

    assert translation.get_language() == "en-gb"
    assert language(client.get("/help/")) == ("en-GB", "en-GB")


@pytest.mark.parametrize(
    ("address", "extra", "status"),
    [
        ("/es/no-such-page/", {}, 404),
        ("/es/help/", {"REQUEST_METHOD": "PUT"}, 405),
        ("/es/", {"QUERY_STRING": "%00"}, 400),
        ("/es/", {"CONTENT_LENGTH": "70000"}, 413),
        ("/es/report/", {"REQUEST_METHOD": "POST", "HTTP_ORIGIN": "https://x.example"}, 403),
    ],
)
def test_an_error_is_in_the_language_of_its_address(client, address, extra, status):
    page = client.get(address, **extra)

    assert (page.status_code, language(page)) == (status, ("es", "es"))


@pytest.mark.parametrize("address", ["livez", "robots.txt", "llms.txt", "sitemap.xml", "admin/"])
def test_what_programs_and_staff_ask_for_has_no_second_address(client, address):
    assert client.get(f"/es/{address}").status_code == 404


def test_a_redirect_stays_in_its_language(client):
    assert client.get("/es/help")["Location"] == "/es/help/"
    assert client.post("/es/plan/")["Location"].startswith("/es/plan/")


def test_a_plan_is_the_same_plan_in_both_languages():
    visitor = in_language(finished(), "/es")
    stored = visitor.sealed

    pages = [in_language(visitor, prefix).get("plan/") for prefix in ("/es", "")]

    shown = [(page.status_code, language(page)[0]) for page in pages]
    assert shown == [(200, "es"), (200, "en-GB")]
    assert visitor.sealed == stored


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_the_switch_inside_a_plan_keeps_its_link(prefix):
    visitor = in_language(finished(), prefix)
    other = "" if prefix else "/es"

    opened = html(visitor.get("take/"))
    posted = html(visitor.post("questions/1/", {"age": "?"}))

    leads_to = [
        [a.get("href") for a in page.iter("a") if a.get("hreflang")] for page in (opened, posted)
    ]
    assert leads_to == [
        [f"{other}/plan/{visitor.token}/take/"],
        [f"{other}/plan/{visitor.token}/"],
    ]


def test_a_page_for_all_names_itself_in_each_language(client):
    said = {
        prefix: [
            (link.get("rel"), link.get("hreflang"), link.get("href"))
            for link in html(client.get(f"{prefix}/help/")).iter("link")
            if link.get("rel") == "canonical" or link.get("hreflang")
        ]
        for prefix in ("", "/es")
    }

    site = "http://testserver"
    alternates = [
        ("alternate", "en-GB", f"{site}/help/"),
        ("alternate", "es", f"{site}/es/help/"),
        ("alternate", "x-default", f"{site}/help/"),
    ]
    assert said == {
        "": [("canonical", None, f"{site}/help/"), *alternates],
        "/es": [("canonical", None, f"{site}/es/help/"), *alternates],
    }
