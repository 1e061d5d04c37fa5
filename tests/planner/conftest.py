"""A database of plans alone, whose files can be read byte by byte."""

import pytest
from django.db import connection, connections

from planner.models import ErasedPlan, PlanLink, PrivatePlan, PurgeMark
from safety.models import Pause


@pytest.fixture
def sqlite_file(transactional_db, tmp_path, monkeypatch, settings):
    """Move the plans into a SQLite file of their own, with exactly the options of a real site.

    Django makes the connection of each thread from `connections.settings`, so a changed entry
    there takes all threads to the file.
    """
    usual = connections["default"]
    path = tmp_path / "plans.sqlite3"
    changes = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), **settings.SQLITE}
    monkeypatch.setitem(connections.settings, "default", usual.settings_dict | changes)
    connections["default"] = connections.create_connection("default")
    with connection.schema_editor() as editor:
        for model in (PrivatePlan, PlanLink, ErasedPlan, PurgeMark, Pause):
            editor.create_model(model)
    yield path
    connection.close()
    connections["default"] = usual
