"""Whatever breaks, wherever: what people typed is in no log, no count and no mail."""

import re

import pytest
from django.core import mail
from django.db import OperationalError, connection
from django.urls import get_resolver

from tests.planner.people import finished, somebody
from tests.ttl.written import KNOWN, Log
from ttl import metrics

CANARY = "kanarienvogel"
FIELDS = {**dict.fromkeys(("q", "note", "mood", "username", "password"), CANARY), "consent": ""}
HEADERS = {
    name: f"{CANARY}-{name}"
    for name in (
        *("user-agent", "referer", "accept-language", "authorization", "cookie", "forwarded"),
        *("x-forwarded-for", "x-request-id", "origin", "if-none-match", "content-language"),
    )
}
PART = re.compile(r"<(?:\w+:)?(\w+)>")
VALUES = {"number": "1", "place": "1", "exercise": "goblet-squat"}


class Break:
    """Every question to the database is answered by an error that repeats the question."""

    def __init__(self, kind):
        self.kind = kind

    def __call__(self, execute, sql, params, many, context):
        raise self.kind(f"{CANARY} {sql} {params}")


def patterns(resolver, before=""):
    """Every address of the site as it is written in the URLs; of the desk its way in."""
    for each in resolver.url_patterns:
        address = before + str(each.pattern)
        if hasattr(each, "url_patterns"):
            yield from patterns(each, address)
        elif not address.startswith("admin/") or "login" in address:
            yield address


def addresses(token):
    """The same with canaries wherever a visitor may put something."""
    for address in patterns(get_resolver("ttl.urls")):
        yield "/" + PART.sub(lambda part: (VALUES | {"token": token}).get(part[1], CANARY), address)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [ValueError, OperationalError])
def test_whatever_breaks_nothing_that_was_typed_is_written(client, monkeypatch, settings, kind):
    visitor = finished()
    fields = FIELDS | dict.fromkeys(somebody(), CANARY)
    log = Log(monkeypatch)
    settings.BEHIND_PROXY = True
    settings.ADMINS = [("Somebody", "somebody@ttl.example")]
    client.raise_request_exception = False

    with connection.execute_wrapper(Break(kind)):
        statuses = [
            answer.status_code
            for address in addresses(visitor.token)
            for answer in (
                client.get(f"{address}?q={CANARY}", headers=HEADERS),
                client.post(f"{address}?q={CANARY}", fields, headers=HEADERS | {"origin": ""}),
            )
        ]

    broken = 500 if kind is ValueError else 503
    assert statuses.count(broken) > 60
    assert len(log.lines) > len(statuses)
    assert {key for line in log.lines for key in line} <= KNOWN
    places = log.text + metrics.everything().decode() + "".join(map(str, mail.outbox))
    assert CANARY not in places.lower()
    assert visitor.token not in places
    assert mail.outbox == []
