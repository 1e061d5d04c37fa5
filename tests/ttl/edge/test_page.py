"""An answer is kept when everything about it says that it is for everybody."""

import pytest

from ttl.edge.page import kept_from

GOOD = {
    "Content-Type": "text/html",
    "Cache-Control": "public, max-age=1",
    "Vary": "Accept-Encoding",
}


def kept(status="200 OK", edition="first", **changed):
    headers = GOOD | {name.replace("_", "-"): value for name, value in changed.items()}
    told = [(name, value) for name, value in headers.items() if value is not None]
    return kept_from(status, told, b"body", edition, "home")


def test_an_answer_for_everybody_is_kept_without_what_belongs_to_one_answer():
    page = kept(ETag='"a"', Content_Length="4", X_Request_ID="1")

    assert page.headers == tuple(GOOD.items())
    assert (page.body, page.edition, page.route) == (b"body", "first", "home")


def test_a_page_without_an_edition_is_made_of_code_alone():
    assert kept(edition=None).edition is None


def test_what_says_nothing_of_codings_says_so_when_it_is_kept():
    assert kept(Vary=None).headers[-1] == ("Vary", "Accept-Encoding")


@pytest.mark.parametrize(
    "changed",
    [
        {"status": "404 Not Found"},
        {"status": "206 Partial Content"},
        {"status": "301 Moved Permanently"},
        {"status": "503 Service Unavailable"},
        {"status": "2000"},
        {"edition": ""},
        {"Set_Cookie": "a=b"},
        {"Content_Encoding": "gzip"},
        {"Vary": "Cookie"},
        {"Vary": "Accept-Encoding, Cookie"},
        {"Vary": "*"},
        {"Cache_Control": None},
        {"Cache_Control": "max-age=10"},
        {"Cache_Control": "no-store, private"},
        {"Cache_Control": "public, no-store"},
        {"Cache_Control": "PUBLIC, PRIVATE"},
        {"Cache_Control": "public, no-cache"},
    ],
    ids=str,
)
def test_an_answer_for_somebody_is_not_kept(changed):
    assert kept(**changed) is None
