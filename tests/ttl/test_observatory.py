"""Our pages score as high as they can, and each header that is taken away costs what it should."""

from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from ttl.observatory import Seen, score

SECURITY = {
    "Content-Security-Policy": (75, -25),
    "Cross-Origin-Embedder-Policy": (140, 0),
    "Cross-Origin-Opener-Policy": (140, 0),
    "Cross-Origin-Resource-Policy": (140, 0),
    "Referrer-Policy": (145, 0),
    "Strict-Transport-Security": (80, -20),
    "X-Content-Type-Options": (145, -5),
}


@pytest.fixture
def seen(settings, db):
    """The front page as a visitor over HTTPS has it."""
    settings.SECURE_HSTS_SECONDS = 63_072_000
    page = Client().get("/", secure=True)
    return Seen(
        host="testserver",
        headers=tuple(page.items()),
        html=page.content.decode(),
        plain_leads_to="https://testserver/",
    )


def without(seen, name):
    return replace(seen, headers=tuple(pair for pair in seen.headers if pair[0] != name))


def with_(seen, name, value):
    return replace(seen, headers=(*without(seen, name).headers, (name, value)))


def test_the_front_page_scores_150(seen):
    assert score(seen) == (
        150,
        {
            "content-security-policy": 10,
            "cookies": 0,
            "cross-origin-resource-sharing": 0,
            "cross-origin-opener-policy": 10,
            "cross-origin-embedder-policy": 10,
            "cross-origin-resource-policy": 10,
            "redirection": 0,
            "referrer-policy": 5,
            "strict-transport-security": 0,
            "subresource-integrity": 0,
            "x-content-type-options": 0,
            "x-frame-options": 5,
        },
    )


@pytest.mark.parametrize(("name", "expected"), SECURITY.items())
def test_a_header_less_is_a_lower_score(seen, name, expected):
    found, modifiers = score(without(seen, name))

    assert (found, min(modifiers.values())) == expected


@pytest.mark.parametrize(
    ("policy", "modifier"),
    [
        ("default-src 'none'; script-src 'self' 'unsafe-inline'", -20),
        ("default-src 'none'; script-src https:", -20),
        ("script-src 'self'", -20),
        ("default-src 'self'; script-src 'self' 'unsafe-eval'", -10),
        ("default-src 'none'; style-src 'unsafe-inline'", 0),
        ("default-src 'self'", 5),
        ("default-src 'none'", 10),
    ],
)
def test_a_looser_policy_scores_less(seen, policy, modifier):
    _, modifiers = score(with_(seen, "Content-Security-Policy", policy))

    assert modifiers["content-security-policy"] == modifier


@pytest.mark.parametrize(
    ("cookie", "modifier"),
    [
        ("__Host-session=x; Secure; HttpOnly; SameSite=Lax", 5),
        ("session=x; Secure; HttpOnly", 0),
        ("session=x; Secure; SameSite=Lax", -30),
        ("session=x; HttpOnly; SameSite=Lax", -10),
        ("csrf=x; Secure; HttpOnly", -20),
        ("seen=1", -5),
    ],
)
def test_each_cookie_is_scored_by_its_flags(seen, cookie, modifier):
    _, modifiers = score(with_(seen, "Set-Cookie", cookie))

    assert modifiers["cookies"] == modifier


@pytest.mark.parametrize(
    ("leads_to", "modifier"),
    [(None, 0), ("https://testserver/", 0), ("https://a.example/", -5), ("", -20)],
)
def test_plain_http_has_to_lead_to_https(seen, leads_to, modifier):
    _, modifiers = score(replace(seen, plain_leads_to=leads_to))

    assert modifiers["redirection"] == modifier


@pytest.mark.parametrize(
    ("script", "modifier"),
    [
        ('<script src="/a.js"></script>', 0),
        ('<script src="/a.js" integrity="sha384-x"></script>', 5),
        ('<script src="https://a.example/a.js"></script>', -5),
        ('<script src="http://a.example/a.js"></script>', -50),
        ('<script src="//a.example/a.js"></script>', -50),
    ],
)
def test_scripts_of_others_cost(seen, script, modifier):
    _, modifiers = score(replace(seen, html=script))

    assert modifiers["subresource-integrity"] == modifier


def test_a_site_that_is_not_there_is_said_to_be_so():
    with pytest.raises(CommandError, match=r"No answer from http://127\.0\.0\.1:1"):
        call_command("check_headers", "http://127.0.0.1:1")
