"""What tests of the whole site share: a database that is away."""

import pytest
from django.db import connections


@pytest.fixture
def unreachable(django_db_blocker, tmp_path, monkeypatch, settings):
    """Take the database away: whoever asks it is told that it cannot be opened."""
    usual = connections["default"]
    nowhere = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(tmp_path / "no-such-folder" / "ttl.sqlite3"),
        **settings.SQLITE,
    }
    monkeypatch.setitem(connections.settings, "default", usual.settings_dict | nowhere)
    connections["default"] = connections.create_connection("default")
    with django_db_blocker.unblock():
        yield
    connections["default"].close()
    connections["default"] = usual
