"""What tests of kept pages share: content with a name, and an edge."""

import pytest

from tests.ttl.edge.asking import Site
from ttl.edge import current
from ttl.edge.models import Edition


@pytest.fixture(autouse=True)
def one_connection(monkeypatch):
    """Leave the connection open in which a test has its rows."""
    monkeypatch.setattr(current, "close_old_connections", lambda: None)


@pytest.fixture(autouse=True)
def own_seconds(monkeypatch):
    """Let a second be over when a test says so, and not when the machine was busy for as long."""
    monkeypatch.setattr(current, "LOOK_SECONDS", 3600)
    monkeypatch.setattr(current, "AWAY_SECONDS", 3600)


@pytest.fixture
def edition(db):
    """The name of the content, also after a test that emptied the tables."""
    return Edition.objects.get_or_create(pk=1, defaults={"token": "first"})[0]


@pytest.fixture
def site(edition):
    """An edge that keeps nothing yet."""
    return Site()
