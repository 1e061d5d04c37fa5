"""Nothing that one visitor sends can change the page that the next one is shown."""

from io import BytesIO

import pytest

from tests.articles.builders import make_article
from tests.ttl.edge.asking import OF_ONE_ANSWER

ARTICLE = "/articles/lifting/"
EVIL = "evil.example"
# What a page could be made to repeat, or be made otherwise by.
FORGED = {
    "HTTP_X_FORWARDED_HOST": EVIL,
    "HTTP_X_FORWARDED_PROTO": "https",
    "HTTP_X_FORWARDED_PORT": "666",
    "HTTP_X_FORWARDED_PREFIX": f"//{EVIL}",
    "HTTP_X_HOST": EVIL,
    "HTTP_X_ORIGINAL_URL": "/plan/",
    "HTTP_X_REWRITE_URL": "/plan/",
    "HTTP_FORWARDED": f"host={EVIL};proto=https",
    "HTTP_X_HTTP_METHOD_OVERRIDE": "POST",
    "HTTP_X_METHOD_OVERRIDE": "PUT",
    "HTTP_ACCEPT_LANGUAGE": "es",
    "HTTP_ACCEPT": "application/json",
    "HTTP_RANGE": "bytes=0-9",
    "HTTP_IF_RANGE": '"a"',
    "HTTP_IF_MODIFIED_SINCE": "Thu, 26 Nov 2099 00:00:00 GMT",
    "HTTP_COOKIE": "csrf=a; language=es; theme=<script>",
    "HTTP_AUTHORIZATION": "Bearer a",
    "HTTP_REFERER": f"https://{EVIL}/",
    "HTTP_ORIGIN": f"https://{EVIL}",
    "HTTP_USER_AGENT": "<script>",
    "HTTP_ACCEPT_CHARSET": "utf-7",
    "HTTP_CACHE_CONTROL": "no-cache",
    "HTTP_PRAGMA": "no-cache",
    "HTTP_UPGRADE_INSECURE_REQUESTS": "1",
    "CONTENT_TYPE": "text/html; charset=hex",
    "REMOTE_USER": "superuser",
}


@pytest.fixture
def article(edition):
    return make_article(slug="lifting")


@pytest.mark.parametrize("name", FORGED)
def test_a_page_made_for_a_forger_is_the_page_made_for_everybody(site, article, name):
    honest = site.ask(ARTICLE)
    site.edge.memory.clear()

    forged = site.ask(ARTICLE, **{name: FORGED[name]})
    later = site.ask(ARTICLE)

    assert site.made == 2
    assert forged.status == later.status == 200
    assert forged.body == later.body == honest.body
    assert later.without(*OF_ONE_ANSWER) == honest.without(*OF_ONE_ANSWER)


@pytest.mark.parametrize(
    ("query", "known"),
    [
        ("utm_source=news&fbclid=x", ""),
        ("page=2", "page=2"),
        ("page=2&utm_source=news", "page=2"),
        ("PAGE=2", ""),
        ("page=1&page=2", "page=2"),
        ("page=%3Cscript%3E", "page=%3Cscript%3E"),
        ("page", "page="),
        ("x=1;page=2", ""),
        ("=&&", ""),
    ],
)
def test_a_page_is_made_without_what_it_does_not_know(site, article, query, known):
    seen = []
    application = site.edge.application

    def spy(environ, start):
        seen.append(environ["QUERY_STRING"])
        return application(environ, start)

    site.edge.application = spy

    site.ask(f"/articles/?{query}")

    assert seen == [known]


def test_what_comes_with_a_link_from_elsewhere_finds_the_page_that_is_kept(site, article):
    site.ask(ARTICLE)

    answers = [site.ask(f"{ARTICLE}?fbclid={number}").status for number in range(3)]

    assert (answers, site.made, site.kept) == ([200] * 3, 1, {(ARTICLE, "")})


@pytest.mark.parametrize(
    "query",
    [
        *("level=zzz", "level=beginner1", "level=%00", "level=BEGINNER"),
        *("level=%D9%A1", "level=begin%20ner", "level=beginner%20"),
    ],
)
def test_rubbish_in_a_filter_is_answered_and_never_kept(site, query):
    answers = [site.ask(f"/exercises/?{query}") for _ in range(2)]

    assert ([each.status for each in answers], site.made) in (([200] * 2, 2), ([400] * 2, 2))
    assert site.kept == set()


@pytest.mark.parametrize(
    "number", ["01", "0_1", "%201", "1%20", "%2B1", "%D9%A1", "1_0", "9999999"]
)
def test_only_a_number_as_we_write_it_is_kept(site, article, number):
    site.ask(f"/articles/?page={number}")

    assert site.kept == set()


def test_what_stands_before_the_last_of_a_name_makes_no_page_of_its_own(site, article):
    answers = [site.ask(f"/articles/?page={each}&page=1").status for each in ("x", "%20", "7")]

    assert (answers, site.made, site.kept) == ([200] * 3, 1, {("/articles/", "page=1")})


def test_the_filters_of_a_list_make_pages_of_their_own(site):
    easy, hard = (site.ask(f"/exercises/?level={each}") for each in (1, 4))
    again = site.ask("/exercises/?x=1&level=1")

    assert (easy.body == again.body, easy.body == hard.body, site.made) == (True, False, 2)


def test_each_host_has_its_own_pages_and_a_foreign_one_has_none(site, article, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]

    pages = [site.ask(ARTICLE, HTTP_HOST=f"{host}.example") for host in ("one", "two", "one")]
    foreign = site.ask(ARTICLE, HTTP_HOST=EVIL)

    said = [b"http://one.example/" in page.body for page in pages]
    assert (said, [page.status for page in pages]) == ([True, False, True], [200] * 3)
    assert (foreign.status, site.made) == (400, 3)
    assert {key[1] for key in site.edge.memory.pages} == {"one.example", "two.example"}


def test_a_site_with_one_name_tells_it_whatever_host_was_asked(site, article, settings):
    settings.SITE_URL = "https://ttl.example.org"
    settings.ALLOWED_HOSTS = ["one.example"]

    page = site.ask(ARTICLE, HTTP_HOST="one.example")

    assert (b"https://ttl.example.org/articles/" in page.body, b"one.example" in page.body) == (
        True,
        False,
    )


def test_the_proxy_tells_the_scheme_and_nobody_else(site, article, settings):
    told = {"HTTP_X_FORWARDED_PROTO": "https"}
    believed_by_nobody = site.ask(ARTICLE, **told)
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    pages = [site.ask(ARTICLE, HTTP_X_FORWARDED_PROTO=each) for each in ("https", "http", "x")]

    policies = [page.headers["Content-Security-Policy"] for page in (believed_by_nobody, *pages)]
    assert ["upgrade-insecure" in each for each in policies] == [False, True, False, False]
    # The second finds the first again; nobody sends the last.
    assert ([key[0] for key in site.edge.memory.pages], site.made) == (["https", "http"], 3)


@pytest.mark.parametrize(
    "more",
    [
        {"CONTENT_LENGTH": "5", "wsgi.input": BytesIO(b"a=b&c")},
        {"CONTENT_LENGTH": "nonsense"},
        {"HTTP_TRANSFER_ENCODING": "chunked"},
        {"HTTP_IF_MATCH": '"a"'},
        {"HTTP_IF_UNMODIFIED_SINCE": "Thu, 26 Nov 2026 00:00:00 GMT"},
        {"SCRIPT_NAME": "/elsewhere"},
        {"HTTP_COOKIE": "session=spoilt"},
        {"HTTP_HOST": ""},
        {"REQUEST_METHOD": "POST"},
        {"REQUEST_METHOD": "get"},
        {"REQUEST_METHOD": "OPTIONS"},
        {"QUERY_STRING": "x=%00"},
        {"QUERY_STRING": f"x={'x' * 1000}"},
        {"PATH_INFO": "/help/" + "x" * 500},
    ],
    # A body has another name in each process, so the names alone.
    ids=",".join,
)
def test_whatever_is_more_than_a_look_at_a_page_goes_to_django(site, article, more):
    site.ask(ARTICLE)

    site.ask(ARTICLE, **more)

    assert site.made == 2
    assert site.kept == {(ARTICLE, "")}
