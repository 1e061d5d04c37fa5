"""What is kept is answered before Django, with the same headers, and nobody asks the database."""

import gzip
from random import Random

import brotli
import pytest
import zstandard
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Topic
from tests.articles.builders import make_article, make_topic
from tests.ttl.edge.asking import OF_CODING, OF_ONE_ANSWER, Site, ask, django
from ttl.metrics import KEPT_PAGES

ARTICLE = "/articles/lifting/"
OPEN = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "zstd": zstandard.decompress,
    None: bytes,
}


@pytest.fixture
def article(edition):
    article = make_article(slug="lifting")
    article.topics.add(make_topic())
    return article


@pytest.fixture
def addresses(article):
    topic = Topic.objects.get()
    return (
        *("/", "/articles/", ARTICLE, "/articles/feed/", "/topics/", topic.get_absolute_url()),
        *(f"{topic.get_absolute_url()}feed/", "/questions/", "/glossary/", "/sources/"),
        *("/articles/changes/", "/how-we-rate-evidence/", "/help/", "/exercises/", "/safety/"),
        *("/sitemap.xml", "/robots.txt", "/llms.txt", "/exercises/goblet-squat/"),
    )


def test_a_hit_has_the_body_and_the_headers_of_the_page_that_django_gives(site, addresses):
    for address in addresses:
        plain = ask(django(), address)
        first, hit = site.ask(address), site.ask(address)

        assert (hit.status, hit.body) == (200, plain.body), address
        assert hit.without(*OF_ONE_ANSWER) == first.without(*OF_ONE_ANSWER)
        assert hit.without(*OF_ONE_ANSWER, *OF_CODING) == {
            "Vary": "Accept-Encoding",
            **plain.without(*OF_ONE_ANSWER, *OF_CODING),
        }
        assert hit.headers["Content-Length"] == str(len(hit.body))
    assert site.made == len(addresses)


def test_a_page_that_is_not_new_has_the_headers_that_django_gives_it(site, article):
    tag = site.ask(ARTICLE).headers["ETag"]
    own = ask(django(), ARTICLE).headers["ETag"]

    plain = ask(django(), ARTICLE, HTTP_IF_NONE_MATCH=own)
    hit = site.ask(ARTICLE, HTTP_IF_NONE_MATCH=tag)

    assert (plain.status, hit.status, hit.body) == (304, 304, b"")
    # Django leaves out what the page itself says there, and RFC 9110 (15.4.5) wants.
    assert hit.without("ETag", *OF_ONE_ANSWER) == {
        "Vary": "Accept-Encoding",
        **plain.without(*OF_CODING, *OF_ONE_ANSWER),
    }
    assert hit.headers["ETag"] == tag


def test_a_hit_asks_no_database_and_a_look_asks_once(site, article):
    site.ask(ARTICLE)

    with CaptureQueriesContext(connection) as hits:
        statuses = [site.ask(ARTICLE, method).status for method in ("GET", "HEAD", "GET")]
    site.look()
    with CaptureQueriesContext(connection) as looked:
        site.ask(ARTICLE)

    assert (statuses, len(hits), len(looked)) == ([200] * 3, 0, 1)


def test_pages_of_code_alone_never_ask_a_database(site, unreachable):
    answers = [site.ask(each) for each in ("/help/", "/exercises/") for _ in range(2)]

    assert [answer.status for answer in answers] == [200] * 4
    assert site.made == 2


def test_head_has_the_headers_of_the_page_and_no_body_also_when_it_makes_it(site, article):
    first = site.ask(ARTICLE, "HEAD")
    page, later = site.ask(ARTICLE), site.ask(ARTICLE, "HEAD")

    assert (first.body, later.body) == (b"", b"")
    assert first.without(*OF_ONE_ANSWER) == later.without(*OF_ONE_ANSWER)
    assert first.without(*OF_ONE_ANSWER) == page.without(*OF_ONE_ANSWER)
    assert (site.made, int(first.headers["Content-Length"])) == (1, len(page.body))


@pytest.mark.parametrize(
    ("known", "status"),
    [
        ("{tag}", 304),
        ("W/{tag}", 304),
        ('"other", {tag}', 304),
        ('W/"other",W/{tag}', 304),
        ("*", 304),
        ('"other"', 200),
        ("{bare}", 200),
        ("", 200),
        ("nonsense", 200),
        ('"', 200),
        ('"other, {bare}', 200),
    ],
)
def test_who_has_the_page_is_told_so(site, article, known, status):
    tag = site.ask(ARTICLE).headers["ETag"]
    told = known.format(tag=tag, bare=tag.strip('"'))

    assert site.ask(ARTICLE, HTTP_IF_NONE_MATCH=told).status == status


@pytest.mark.parametrize(
    ("accepts", "coding"),
    [
        (None, None),
        ("", None),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate, zstd", "zstd"),
        ("gzip", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0", None),
        ("*", "br"),
        ("*;q=0", None),
        ("br;q=0, *", "zstd"),
        ("identity;q=1, br;q=0.5", None),
        ("identity, *;q=0", None),
        ("deflate, compress", None),
        ("br;q=nonsense", None),
        ("br;level=5", None),
    ],
)
def test_a_body_comes_in_the_coding_that_is_liked_best(site, article, accepts, coding):
    plain = site.ask(ARTICLE)

    answer = site.ask(ARTICLE, HTTP_ACCEPT_ENCODING=accepts)

    assert answer.headers.get("Content-Encoding") == coding
    assert OPEN[coding](answer.body) == plain.body
    assert (answer.headers["ETag"] == plain.headers["ETag"]) == (coding is None)


def test_what_no_coding_makes_smaller_is_sent_as_it_is():
    noise = Random(6).randbytes(300)  # noqa: S311 - not a secret

    def picture(environ, start):
        start("200 OK", [("Cache-Control", "public"), ("X-Request-ID", "1")])
        return [noise]

    site = Site(picture)

    answers = [site.ask("/help/", HTTP_ACCEPT_ENCODING=each) for each in ("br", "gzip", "zstd")]

    assert [(each.body, each.headers.get("Content-Encoding")) for each in answers] == [
        (noise, None)
    ] * 3


def test_a_number_of_the_proxy_comes_back_and_else_each_answer_has_its_own(site, article, settings):
    settings.BEHIND_PROXY = True
    given = "0123456789abcdef"

    numbers = [
        site.ask(ARTICLE, HTTP_X_REQUEST_ID=each).headers["X-Request-ID"]
        for each in (given, given, "typed", "typed")
    ]

    assert numbers[:2] == [given, given]
    assert len({*numbers[2:], "typed"}) == 3


def test_hits_are_counted_by_route_and_kind(site, article):
    route = "articles:detail"
    counted = [KEPT_PAGES.labels(route, kind) for kind in ("2xx", "3xx")]
    before = [each._value.get() for each in counted]

    tag = site.ask(ARTICLE).headers["ETag"]
    for known in (None, None, tag):
        site.ask(ARTICLE, HTTP_IF_NONE_MATCH=known)

    after = [each._value.get() for each in counted]
    assert [now - then for now, then in zip(after, before, strict=True)] == [2, 1]


def test_an_answer_that_is_none_of_a_page_reaches_the_one_who_asked_as_django_gives_it(site):
    address, told = "/articles/never-was/", {"HTTP_ACCEPT_ENCODING": "gzip"}

    answer, head = (site.ask(address, method, **told) for method in ("GET", "HEAD"))
    plain = ask(django(), address, **told)

    assert (answer.status, head.status, head.body) == (404, 404, b"")
    assert gzip.decompress(answer.body) == gzip.decompress(plain.body)
    # Django makes each gzip of another length, to tell nobody how long it was before.
    assert answer.without("Content-Length", *OF_ONE_ANSWER) == plain.without(
        "Content-Length", *OF_ONE_ANSWER
    )
    assert site.kept == set()
