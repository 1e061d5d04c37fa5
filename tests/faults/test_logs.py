"""A real server under faults: what it prints, to either stream, is JSON without anything typed."""

import json
from urllib.parse import urlencode

from tests.planner.people import FORM
from tests.ttl.test_canaries import CANARY, FIELDS, HEADERS, addresses
from tests.ttl.written import KNOWN


def test_whatever_breaks_the_server_prints_nothing_that_was_typed(site, drill):
    drill.done = "every address asked with canaries, the database there and gone"
    site.start(METRICS_TOKEN=CANARY * 4)
    visitor = site.visitor()
    for _ in ("there", "gone"):
        for address in addresses(visitor.token):
            drill.tried += 2
            site.client().send("GET", f"{address}?q={CANARY}", None, HEADERS)
            site.client().send(
                "POST", address, urlencode(FIELDS), {**HEADERS, "origin": "", "Content-Type": FORM}
            )
        for file in site.folder.glob("ttl.sqlite3*"):
            file.write_bytes(b"no database at all" * 1000)

    metrics = site.client().get("/metrics", {"Authorization": f"Bearer {CANARY * 4}"})
    lines = [json.loads(line) for line in site.printed.splitlines()]
    assert site.stop() == 0
    assert metrics.status_code == 200
    assert {key for line in lines for key in line} <= KNOWN
    assert {line["status"] for line in lines if "status" in line} >= {200, 404, 503}
    assert 500 not in {line["status"] for line in lines if "status" in line}
    assert CANARY not in site.printed + metrics.content.decode()
    assert visitor.token not in site.printed + metrics.content.decode()
