"""Requests that no browser sends: never a crash, never a second request where one was sent."""

import socket
from itertools import product

from tests.faults.site import Client

HOST = b"Host: localhost\r\n"
# Whoever took the end of one request for the start of another would write this address to the log.
HIDDEN = b"GET /hidden-request/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
METHODS = (b"GET", b"POST", b"get", b"PUT", b"G\x00T", b"", b"GET\t", b"X" * 300, b"\xff", b"PRI")
TARGETS = (
    *(b"/", b"*", b"", b"//", b"/%", b"/%00", b"/%zz", b"/\x00", b"/\xff", b"/ /", b"/?\xff"),
    *(b"http://elsewhere.example/", b"localhost:80", b"/" + b"a" * 9_000, b"/" + b"a" * 70_000),
    *(b"/../../etc/passwd", b"/static/../../ttl/settings.py", b"/static/%2e%2e/x", b"/plan/%2f/"),
)
VERSIONS = (b"HTTP/1.1", b"HTTP/1.0", b"HTTP/2.0", b"HTTP/9.9", b"HTTP/1.1x", b"", b"http/1.1")
HEADERS = (
    *(b"", HOST + HOST, b"Host: \r\n", b"Host: elsewhere.example\r\n", b"Host: a b\r\n"),
    *(b"Host: localhost:99999\r\n", b"Host: [::1\r\n", HOST + b"no colon\r\n", HOST + b": x\r\n"),
    *(HOST + b" folded\r\n", HOST + b"A\x00: b\r\n", HOST + b"A: \x00\r\n", HOST + b"A : b\r\n"),
    *(HOST + b"A: \xff\xfe\r\n", HOST + b"A: b\nC: d\r\n", HOST + b"A: b\rC: d\r\n"),
    *(HOST + b"A: " + b"b" * 70_000 + b"\r\n", HOST + b"A: b\r\n" * 500),
    *(HOST + b"Cookie: session=\xff; csrf=\x01\r\n", HOST + b"Range: bytes=9-1,x\r\n"),
    *(HOST + b"Accept-Language: " + b"a-" * 3_000 + b"\r\n", HOST + b"Accept-Encoding: ;q=x\r\n"),
    *(HOST + b"If-Modified-Since: never\r\n", HOST + b'If-None-Match: "\r\n'),
    *(HOST + b"X-Forwarded-For: \x7f,,,\r\n", HOST + b"Expect: the worst\r\n"),
    *(HOST + b"Upgrade: h2c\r\nConnection: Upgrade\r\n", HOST + b"Content-Type: ;;=\r\n"),
)
LENGTHS = (
    *(b"Content-Length: 3\r\nContent-Length: 4\r\n", b"Content-Length: 3, 4\r\n"),
    *(b"Content-Length: -1\r\n", b"Content-Length: +3\r\n", b"Content-Length: 3 3\r\n"),
    *(
        b"Content-Length: 0x3\r\n",
        b"Content-Length: \r\n",
        b"Content-Length: 9" + b"9" * 30 + b"\r\n",
    ),
    *(b"Content-Length : 3\r\n", b"Content-Length: \xb2\r\n", b"Content-Length: 70000\r\n"),
    *(b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", b"Transfer-Encoding: chunked, x\r\n"),
    *(b"Transfer-Encoding: xchunked\r\n", b"Transfer-Encoding: \x0bchunked\r\n"),
    *(b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", b"Transfer-Encoding:\r\n"),
)
CHUNKS = (
    b"0\r\n\r\n",
    b"g\r\n",
    b"-1\r\n",
    b"ffffffffffffffff\r\n",
    b"3;x=\x00\r\nabc\r\n0\r\n\r\n",
)
FORMS = (
    *(b"%", b"%zz", b"a=%ff%fe", b"&" * 600, b"a=\x00", b"=" * 999, b"\xff" * 999, b"a[]=1&a[=2"),
    *(b"--x\r\nContent-Disposition: form-data; name=\r\n\r\n", b"--x--", b"--x\r\n\r\n" * 99),
)
TYPES = (
    *(b"application/x-www-form-urlencoded", b"multipart/form-data; boundary=x", b"\xff/\xff"),
    *(b"multipart/form-data", b"multipart/form-data; boundary=" + b"x" * 300, b"text/plain"),
    b"application/x-www-form-urlencoded; charset=utf-7",
)


def requests():
    """A few hundred requests, each wrong in one way."""
    for method, target in product(METHODS, TARGETS):
        yield method + b" " + target + b" HTTP/1.1\r\n" + HOST + b"\r\n"
    for version in VERSIONS:
        yield b"GET / " + version + b"\r\n" + HOST + b"\r\n"
    for headers, target in product(HEADERS, (b"/", b"/plan/", b"/static/css/ttl.css")):
        yield b"GET " + target + b" HTTP/1.1\r\n" + headers + b"\r\n"
    for lengths, target in product(LENGTHS, (b"/plan/", b"/", b"/admin/login/")):
        yield b"POST " + target + b" HTTP/1.1\r\n" + HOST + lengths + b"\r\n0\r\n\r\n" + HIDDEN
    for chunks in CHUNKS[1:4]:
        start = b"POST /plan/ HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n"
        yield start + chunks + HIDDEN
    for form, content_type, target in product(FORMS, TYPES, (b"/plan/", b"/plan/import/")):
        length = b"Content-Length: %d\r\n" % len(form)
        kind = b"Content-Type: " + content_type + b"\r\n"
        yield b"POST " + target + b" HTTP/1.1\r\n" + HOST + kind + length + b"\r\n" + form
    yield from (b"\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00", b"\x00" * 999, b"GET\r\n\r\n", b"\n")


def statuses(port, request):
    """Send a request on a connection of its own and give the status of each answer to it."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        came = b""
        try:
            client.sendall(request)
            client.shutdown(socket.SHUT_WR)
            while piece := client.recv(65_536):
                came += piece
        except OSError:
            pass  # it hung up in the middle: an answer too
    starts = came.split(b"HTTP/1.1 ")[1:]
    return [int(start[:3]) for start in starts]


def test_no_malformed_request_crashes_anything_or_hides_another(site, drill):
    site.start()
    drill.done = "malformed requests over a raw socket, each followed by a normal one"
    normal, crashed = Client(site.port), {}
    for request in requests():
        drill.tried += 1
        found = statuses(site.port, request)
        if [status for status in found if status >= 500] or len(found) > 2:
            crashed[request[:200]] = found
        drill.acknowledged += normal.get("/livez").status_code == 200

    assert crashed == {}
    assert drill.tried > 400
    assert drill.acknowledged == drill.tried
    assert "hidden-request" not in site.printed
    assert "Traceback" not in site.printed
