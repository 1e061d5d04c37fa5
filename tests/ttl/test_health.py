"""A proxy or an orchestrator can ask whether the process lives and whether it can serve."""

import os
import subprocess
import sys

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder


def test_a_process_lives_without_a_database(client):
    answer = client.get("/livez")

    assert (answer.status_code, answer.content) == (200, b"ok")


@pytest.mark.django_db
def test_a_process_is_ready_when_every_migration_is_applied(client):
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (200, b"ok")


@pytest.mark.django_db
def test_a_process_is_not_ready_while_a_migration_waits(client):
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")

    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"migrations not applied")


def test_a_process_is_not_ready_without_a_database(tmp_path):
    asking = """
import django
django.setup()
from django.test import Client
answer = Client(headers={"host": "localhost"}).get("/readyz")
print(answer.status_code, answer.content.decode())
"""
    nowhere = {"DATABASE_URL": f"sqlite:///{tmp_path}/no-such-folder/ttl.sqlite3"}
    asked = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", asking],
        env=os.environ | nowhere | {"DJANGO_SETTINGS_MODULE": "ttl.settings"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert asked.stdout == "503 no database\n"


@pytest.mark.parametrize("address", ["/livez", "/readyz"])
@pytest.mark.django_db
def test_a_health_check_is_answered_without_https_and_never_kept(client, settings, address):
    settings.SECURE_SSL_REDIRECT = True

    answer = client.get(address)

    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
