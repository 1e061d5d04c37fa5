"""The nginx example in front of a real TTL: what passes, what is kept, what nobody sees."""

import re
import ssl

import pytest

from planner.presenters.help import every_country
from tests.deploy.proxy import NAME
from tests.planner.people import Visitor, somebody
from tests.ttl.pages import read
from ttl.logs import KEYED

PUBLIC = ("/", "/articles/", "/help/", "/exercises/", "/robots.txt", "/static/css/ttl.css")


def test_pages_come_over_tls_and_no_header_comes_twice(proxy):
    answers = {address: proxy.get(address) for address in PUBLIC}

    assert {address: page.status_code for address, page in answers.items()} == dict.fromkeys(
        PUBLIC, 200
    )
    for address, page in answers.items():
        names = [name.lower() for name in page.headers]
        assert sorted(names) == sorted(set(names)), address
        assert page["Server"] == "nginx"
        assert page["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"


def test_nothing_that_nginx_writes_names_a_key_an_answer_a_search_or_an_address(proxy, site):
    visitor = Visitor(client=proxy)
    pressed = visitor.walk(somebody(sex="female", age=47))
    visitor.agree()
    opened = visitor.get("plan/").status_code
    strays = [
        f"//plan/{visitor.token}/",
        f"/PLAN/{visitor.token}/",
        f"/%70lan/{visitor.token}/plan/",
        f"/articles/../plan/{visitor.token}/",
        f"/articles/{visitor.token}/",
        f"/es/plan/{visitor.token}/",
        f"/es/plan/{visitor.token}/no-such-page/",
        f"/es//plan/{visitor.token}/",
        f"/ES/plan/{visitor.token}/",
        f"/help/?next=/plan/{visitor.token}/",
        "/search/?q=cannot-sleep",
        f"/admin/?next=/plan/{visitor.token}/",
    ]
    for address in strays:
        proxy.get(address)
    proxy.ask("/help/", Referer=f"https://{NAME}/plan/{visitor.token}/", User_Agent="Teapot/7")
    proxy.stop()

    assert (pressed.status_code, opened) == (302, 200)
    assert len(proxy.lines) > len(strays)
    assert {line["where"] for line in proxy.lines} == {"-", "articles", "help", "admin"}
    assert {line["network"] for line in proxy.lines} == {"127.0.0.0"}
    private = (visitor.token, "cannot", "sleep", "127.0.0.1", "Teapot", "Referer", "female", "plan")
    assert [word for word in private if word in proxy.written] == []
    assert visitor.token not in site.printed


def test_every_kind_of_private_address_is_a_dash_in_the_log(proxy):
    for kind in KEYED:
        proxy.get(f"/{kind}/x/")
        proxy.get(f"/es/{kind}/x/")
    proxy.stop()

    assert [line["where"] for line in proxy.lines] == ["-"] * 2 * len(KEYED)


def test_only_what_ttl_calls_public_is_kept(proxy):
    visitor = Visitor(client=proxy)
    visitor.walk(somebody())
    visitor.agree()
    for address in (
        *PUBLIC,
        *PUBLIC,
        visitor.address("plan/"),
        f"/es{visitor.address('plan/')}",
        "/search/?q=sleep",
        "/admin/login/",
    ):
        proxy.get(address)
    kept = [file.read_bytes() for file in (proxy.folder / "cache").rglob("*") if file.is_file()]
    proxy.stop()

    keys = sorted(re.search(rb"\nKEY: (.*)\n", page)[1].decode() for page in kept)
    assert keys == sorted(f"{NAME}{address}" for address in PUBLIC)
    assert [line["cache"] for line in proxy.lines].count("HIT") == len(PUBLIC)


def test_when_ttl_is_gone_the_help_lines_of_every_country_are_there(proxies, site, tmp_path):
    site.manage("save_away_page", str(tmp_path / "www"))
    proxy = proxies(1)

    pages = [proxy.get("/"), proxy.get("/plan/x/"), proxy.post("/plan/", "a=b")]
    spanish = [proxy.get("/es/"), proxy.get("/es/plan/x/")]
    style = proxy.get("/static/css/ttl.css")

    for page in pages:
        assert page.status_code == 502
        assert page["Retry-After"] == "60"
        assert page["Cache-Control"] == "no-store"
        read(page.content.decode())
    assert {read(page.content.decode()).get("lang") for page in pages} == {"en-GB"}
    assert {read(page.content.decode()).get("lang") for page in spanish} == {"es"}
    assert {page["Retry-After"] for page in spanish} == {"60"}
    lines = {
        line.href
        for _code, _name, help_ in every_country()
        for line in (*help_.country.emergency, *help_.country.lines)
    }
    assert lines
    assert [href for href in lines if f'href="{href}"' not in pages[0].content.decode()] == []
    assert (style.status_code, style["Content-Type"]) == (200, "text/css")


def test_a_body_that_no_form_of_ours_makes_is_refused_by_ttl_and_a_huge_one_before_it(proxy):
    plan_files = [proxy.post(f"{language}/plan/import/", "a" * 500_000) for language in ("", "/es")]
    near = proxy.post("/plan/", "a" * 70_000)
    huge = proxy.post("/plan/", "a" * 140_000)
    proxy.stop()

    assert (near.status_code, huge.status_code) == (413, 413)
    assert [page.status_code for page in plan_files] == [200, 200]
    assert [line["app"] for line in proxy.lines] == ["200", "200", "413", ""]


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\r\nHost: ttl.example.org\r\nX-Slow: ",
        b"POST /plan/ HTTP/1.1\r\nHost: ttl.example.org\r\nContent-Length: 10\r\n\r\na",
    ],
    ids=["in the headers", "in the body"],
)
def test_whoever_stops_sending_is_let_go(proxy, sent):
    with proxy.connect() as slow:
        slow.settimeout(10)
        slow.sendall(sent)
        try:
            answer = slow.recv(4096)
        except ConnectionResetError:
            answer = b""

    assert answer == b"" or answer.startswith(b"HTTP/1.1 408")


def test_the_health_of_the_process_is_not_for_the_world(proxy):
    addresses = ("/livez", "/readyz", "/metrics", "/livez/")

    assert [proxy.get(address).status_code for address in addresses] == [404] * 4


def test_another_name_gets_no_answer_and_plain_http_leads_to_https(proxy):
    with pytest.raises(ssl.SSLError, match="UNRECOGNIZED_NAME"):
        proxy.connect("other.example.org")

    assert proxy.plainly(NAME).startswith(b"HTTP/1.1 301")
    assert f"Location: https://{NAME}/help/\r\n".encode() in proxy.plainly(NAME)
    assert proxy.plainly("other.example.org") == b""
