"""Whom a visitor is counted with: their network, as this server or its own proxy sees it."""

import pytest
from django.test import RequestFactory

from ttl.gate import network_of


@pytest.mark.parametrize(
    ("sender", "network"),
    [
        ("1.2.3.4", "1.2.3.0/24"),
        ("1.2.3.250", "1.2.3.0/24"),
        ("::ffff:1.2.3.4", "1.2.3.0/24"),
        ("2600:1:2:3ff::1", "2600:1:2:300::/56"),
        ("2600:1:2:400::1", "2600:1:2:400::/56"),
        ("127.0.0.1", None),
        ("192.168.1.7", None),
        ("fd00::1", None),
        ("", None),
        ("nonsense", None),
    ],
)
def test_a_visitor_is_known_by_their_network_alone(sender, network):
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=sender)) == network


@pytest.mark.parametrize(
    ("forwarded", "network"),
    [
        ("1.2.3.4", "1.2.3.0/24"),
        ("8.8.8.8, 1.2.3.4", "1.2.3.0/24"),
        ("nonsense, 10.0.0.1,1.2.3.4 ", "1.2.3.0/24"),
        ("1.2.3.4, 10.0.0.1", None),
        ("1.2.3.4, ", None),
        ("", None),
    ],
)
def test_behind_a_proxy_only_what_the_proxy_wrote_counts(settings, forwarded, network):
    settings.BEHIND_PROXY = True
    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded})

    assert network_of(request) == network


def test_without_a_proxy_no_visitor_can_make_up_an_address():
    request = RequestFactory().get(
        "/", REMOTE_ADDR="1.2.3.4", headers={"X-Forwarded-For": "8.8.8.8"}
    )

    assert network_of(request) == "1.2.3.0/24"
