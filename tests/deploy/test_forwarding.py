"""What the nginx example passes on to TTL, seen by a server that repeats what it was sent."""

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.conf import settings

from planner.private import PLAN_FILE_ADDRESS
from tests.deploy.proxy import EXAMPLE, NAME
from ttl.logs import KEYED

FORGED = {
    "X_Forwarded_For": "203.0.113.9",
    "X_Forwarded_Proto": "http",
    "X_Forwarded_Host": "evil.example.org",
    "X_Forwarded_Port": "81",
    "X_Forwarded_Server": "evil.example.org",
    "X_Forwarded_Prefix": "/evil",
    "X_Real_IP": "203.0.113.9",
    "X_Original_URL": "/admin/",
    "X_Rewrite_URL": "/admin/",
    "X_HTTP_Method_Override": "DELETE",
    "X_Request_ID": "evil",
    "Forwarded": "for=203.0.113.9",
    "Proxy": "http://evil.example.org",
}


class Repeater(BaseHTTPRequestHandler):
    """Remembers the headers of every request and answers with a word."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.seen.append(self.headers)
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_):
        pass


@pytest.fixture
def repeater():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Repeater)
    server.seen = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_what_a_visitor_claims_about_the_way_here_is_dropped(proxies, repeater):
    proxies(repeater.server_port).ask("/", **FORGED)

    [seen] = repeater.seen
    number = seen["X-Request-ID"]
    claimed = {name.replace("_", "-").lower() for name in FORGED}
    assert {name.lower(): value for name, value in seen.items() if name.lower() in claimed} == {
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-proto": "https",
        "x-request-id": number,
    }
    assert re.fullmatch("[0-9a-f]{32}", number)
    assert seen["Host"] == NAME


def test_whoever_asks_too_fast_gets_the_help_lines_too(proxies, tmp_path):
    (tmp_path / "www").mkdir()
    (tmp_path / "www/away.html").write_text("help lines")
    # Nobody answers behind it, which is as fast as an answer can be.
    proxy = proxies(1)
    request = f"GET / HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode()
    text = b""

    with proxy.connect() as connection:
        connection.sendall(request * 400)
        while text.count(b"help lines") < 400 and (more := connection.recv(65_536)):
            text += more

    statuses = re.findall(rb"HTTP/1\.1 (\d+) ", text)
    assert (len(statuses), set(statuses)) == (400, {b"502", b"429"})
    assert proxy.get("/").status_code == 502


def bytes_of(size):
    return int(size[:-1]) * {"k": 1024, "m": 1024**2}[size[-1]]


def limits():
    """The limits of the example by the place that they are for; the site's own under nothing."""
    text = EXAMPLE.read_text()
    found = {}
    for place, body in re.findall(r"^    location ([^{]*) \{(.*?)^    \}", text, re.M | re.S):
        found[place] = dict(re.findall(r"^ +(client_\w+_size) (\w+);", body, re.M))
    whole = re.sub(r"^    location .*?^    \}", "", text, flags=re.M | re.S)
    return found | {"": dict(re.findall(r"^    (client_\w+_size) (\w+);", whole, re.M))}


def test_bodies_may_be_as_large_as_ttl_takes_and_those_of_visitors_stay_in_memory():
    found = limits()
    visitors, file = found[""], found[f"~ ^/(es/)?{PLAN_FILE_ADDRESS}$"]
    desk = found[f"/{settings.ADMIN_PATH}"]

    assert bytes_of(visitors["client_max_body_size"]) == 2 * settings.VISITOR_BODY_LIMIT
    assert visitors["client_body_buffer_size"] == visitors["client_max_body_size"]
    assert bytes_of(file["client_max_body_size"]) >= settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    assert file["client_body_buffer_size"] == file["client_max_body_size"]
    assert bytes_of(desk["client_max_body_size"]) >= settings.STAFF_BODY_LIMIT


def test_no_address_with_a_key_and_no_search_is_ever_kept():
    [block] = re.findall(r"location ~ \^/\(es/\)\?\(([^)]*)\)/ \{([^}]*)\}", EXAMPLE.read_text())

    assert sorted(block[0].split("|")) == sorted((*KEYED, "search"))
    assert "proxy_cache" not in block[1]
