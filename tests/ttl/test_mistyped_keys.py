"""A mistyped private link is nearly the key: its answer is as private as that of the right one."""

from urllib.parse import unquote

import pytest

from planner.private import PRIVATE_HEADERS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "shape",
    [
        *("/plan/{0}/x.css", "/plan/{0}/.css", "/plan/{0}/;x.css", "/plan/{0}//", "/plan/{0}."),
        *("/plan/{0}/%2e%2e%2fstatic/x.css", "/plan/offline.js/{0}", "/calendar/{0}.ics.css"),
        *("//plan/{0}/", "///plan//{0}/", "/PLAN/{0}/", "/Shared/{0}/", "/es//plan/{0}/"),
        *("/ES/plan/{0}/", "/%70lan/{0}", "/plan%2F{0}"),
    ],
)
def test_a_key_is_private_however_its_address_is_mistyped(client, shape):
    found = ask(client, shape.format("x" * 43))

    assert found.status_code in {301, 404}
    assert {name: found[name] for name in PRIVATE_HEADERS} == PRIVATE_HEADERS


def ask(client, address):
    """Ask for an address as it stands; the client itself takes two strokes for a host."""
    path, _, query = unquote(address).partition("?")
    return client.get("/", PATH_INFO=path, QUERY_STRING=query)
