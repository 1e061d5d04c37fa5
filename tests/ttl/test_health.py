"""A proxy or an orchestrator can ask whether the process lives and whether it can serve."""

import shutil
import threading
import time
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from planner.models import PrivatePlan
from ttl import readiness

HANGING_SECONDS = 60
# Readiness is asked by another connection than the test's own.
committed = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def just_started(monkeypatch, settings, tmp_path):
    """A process that has asked for nothing yet."""
    monkeypatch.setattr(readiness.Database, "settled", False)
    monkeypatch.setattr(readiness.circuit, "rests_until", 0.0)
    settings.RUN_DIR = tmp_path
    with ThreadPoolExecutor(max_workers=1) as thread:
        monkeypatch.setattr(readiness, "thread", thread)
        yield


def test_a_process_lives_without_a_database(client):
    answer = client.get("/livez")

    assert (answer.status_code, answer.content) == (200, b"ok")


@committed
def test_a_process_is_ready_when_every_migration_is_applied(client):
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (200, b"ok")


@committed
def test_a_process_is_not_ready_while_a_migration_waits(client):
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")

    answer = client.get("/readyz")

    MigrationRecorder(connection).record_applied("sessions", "0001_initial")
    assert (answer.status_code, answer.content) == (503, b"migrations not applied")


@committed
def test_a_process_is_not_ready_while_it_lacks_a_secret_of_plans_that_are_kept(client, settings):
    PrivatePlan.objects.start(b"{}")
    settings.PLAN_SECRETS = {"2": "another"}

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.content == b"plans are sealed with a secret that is not set: 1"


@committed
def test_what_cannot_change_back_is_asked_once_in_the_life_of_a_process(client, settings):
    client.get("/readyz")
    PrivatePlan.objects.start(b"{}")
    settings.PLAN_SECRETS = {"2": "another"}

    assert client.get("/readyz").status_code == 200


@committed
def test_a_process_is_not_ready_on_a_disk_that_is_nearly_full(client, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage(100, 96, 4))

    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"the disk is nearly full")


@committed
def test_a_process_without_its_cache_is_ready_and_says_so(client, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "ttl.cache.SharedCache",
            "LOCATION": "redis://127.0.0.1:9",
        }
    }

    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (200, b"ok, without its cache")


def test_a_process_that_is_about_to_stop_says_so_before_anything_else(client, settings):
    (settings.RUN_DIR / "draining").touch()

    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"shutting down")


def test_a_process_is_not_ready_without_a_database(client, unreachable):
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"no database")


def test_a_database_that_hangs_is_given_a_second(client, monkeypatch):
    database = Hanging()
    monkeypatch.setattr(readiness, "connection", database)
    started = time.monotonic()

    answers = [client.get("/readyz") for _ in "12"]

    waited = time.monotonic() - started
    database.woken.set()
    assert (readiness.LIMIT_SECONDS, 1.9 < waited < HANGING_SECONDS) == (1, True)
    assert [answer.content for answer in answers] == [b"no database"] * 2


class Hanging:
    """A connection to a database that takes a question and is never heard of again."""

    vendor = "postgresql"

    def __init__(self):
        self.woken = threading.Event()

    def cursor(self):
        self.woken.wait(HANGING_SECONDS)

    def close(self):
        pass


@pytest.mark.parametrize("address", ["/livez", "/readyz"])
@committed
def test_a_health_check_is_answered_without_https_and_never_kept(client, settings, address):
    settings.SECURE_SSL_REDIRECT = True

    answer = client.get(address)

    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
