"""An address says its language by its first part alone, and leads to the same page in another."""

import pytest

from articles.addresses import in_language, is_english, language_of, plain
from tests.planner.people import html

PAIRS = {
    "/": "/es/",
    "/help/": "/es/help/",
    "/plan/x/safe/": "/es/plan/x/safe/",
    "/sources/?page=2": "/es/sources/?page=2",
    "/essay/": "/es/essay/",
    "/plan/es/": "/es/plan/es/",
}


@pytest.mark.parametrize(("english", "spanish"), PAIRS.items())
def test_each_page_has_one_address_in_each_language(english, spanish):
    assert (language_of(english), language_of(spanish)) == ("en-gb", "es")
    assert (plain(english), plain(spanish)) == (english, english)
    assert [in_language(each, "es") for each in (english, spanish)] == [spanish] * 2
    assert [in_language(each, "en-gb") for each in (english, spanish)] == [english] * 2


@pytest.mark.parametrize("path", ["", "/ES/", "/en/", "/en-gb/", "/fr/", "/es-mx/", "//es/", "/e"])
def test_whatever_names_no_other_language_is_english(path):
    assert (language_of(path), plain(path)) == ("en-gb", path)


@pytest.mark.parametrize("path", ["/es//evil.example/", "/es///evil.example/", "/es//plan/x/"])
def test_the_switch_of_languages_never_leads_to_another_site(path):
    leads_to = [plain(path), in_language(path, "en-gb"), in_language(path, "es")]

    assert [each[:2] == "//" or "//" in each for each in leads_to] == [False] * 3


def test_the_bare_name_of_a_language_is_its_front_page(client):
    assert (language_of("/es"), plain("/es")) == ("es", "/")
    assert client.get("/es")["Location"] == "/es/"


def test_what_editors_wrote_is_english_and_what_stands_in_templates_is_not():
    pages = ("articles:detail", "articles:faq", "articles:rating", "home", "planner:help")

    assert [is_english(page) for page in pages] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/help/", "/es/help/"),
        ("/es/help/", "/help/"),
        ("/exercises/?level=1&kit=band", "/es/exercises/?level=1&kit=band"),
        ("/no-such-page/", "/es/"),
        (f"/es/plan/{'x' * 43}/", "/"),
    ],
)
@pytest.mark.django_db
def test_a_page_leads_to_itself_in_the_other_language(client, address, leads_to):
    page = html(client.get(address))

    other = "en-GB" if address.startswith("/es/") else "es"
    [link] = [a for a in page.iter("a") if a.get("hreflang")]
    assert (link.get("href"), link.get("hreflang"), link.get("lang")) == (leads_to, other, other)
    assert link.text == {"es": "Español", "en-GB": "English"}[other]
