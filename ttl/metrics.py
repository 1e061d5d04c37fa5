"""What is counted while TTL runs, for Prometheus: fixed names and labels, and nobody's answers."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.db.models import Min
from django.utils import timezone
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    Metric,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily

from planner.models import PrivatePlan
from ttl import shared_counts

TEXT = CONTENT_TYPE_LATEST
# Totals are told in whole tens, so that no two readings show what one person did.
STEP = 10
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)

COUNTED = CollectorRegistry()
REQUESTS = Histogram(
    "ttl_request_seconds",
    "How long answers took.",
    ["route", "method", "status"],
    buckets=SECONDS,
    registry=COUNTED,
)
LIMITED = Counter(
    "ttl_limited_requests", "Requests told to wait, by limit.", ["limit"], registry=COUNTED
)
FAULTS = Counter(
    "ttl_faults",
    "Requests not served because the database, the cache or the disk failed.",
    ["what"],
    registry=COUNTED,
)
WAITED = Counter(
    "ttl_database_pool_wait_seconds",
    "How long requests waited for a connection to the database.",
    registry=COUNTED,
)

KEPT_PAGES = Counter(
    "ttl_kept_pages",
    "Pages that were answered as they were kept, which no other count knows of.",
    ["route", "status"],
    registry=COUNTED,
)


def count_request(route: str, method: str, status: int, seconds: float) -> None:
    """Count one answer; the desk is one route, however many pages it has."""
    route = "admin" if route.startswith("admin:") else route
    REQUESTS.labels(route, method, f"{status // 100}xx").observe(seconds)
    pool = getattr(connection, "pool", None)
    if pool and (waited := pool.pop_stats().get("requests_wait_ms")):
        WAITED.inc(waited / 1000)


def count_limited(limit: str) -> None:
    """Count a request that was told to wait; `limit` is one of our own few names."""
    LIMITED.labels(limit).inc()


def count_fault(what: str) -> None:
    """Count a request that was not served because something under TTL failed."""
    FAULTS.labels(what).inc()


def everything() -> bytes:
    """Return all there is to know, in the text form that Prometheus reads."""
    totals = CollectorRegistry()
    totals.register(_Totals())
    return generate_latest(shared_counts.of_all_processes(COUNTED)) + generate_latest(totals)


class _Totals:
    """What is read from the database when it is asked for."""

    def collect(self) -> Iterator[Metric]:
        yield InfoMetricFamily("ttl", "What runs here.", {"release": settings.RELEASE})
        try:
            answers = True
            yield from _of_plans()
        except Error:
            answers = False
        yield GaugeMetricFamily("ttl_database_up", "Whether the database answers.", int(answers))
        yield from _of_backups()


def _of_plans() -> Iterator[Metric]:
    plans, now = PrivatePlan.objects, timezone.now()
    kept = plans.filter(expires_at__gt=now)
    # Both are counted within an index. What is finished could not be: each row would be read.
    drafts, all_kept = kept.filter(used_week=None).count(), kept.count()
    for name, words, number in (
        ("ttl_drafts", "Questionnaires under way", drafts),
        ("ttl_plans", "Finished plans", max(all_kept - drafts, 0)),
    ):
        yield GaugeMetricFamily(name, f"{words}, in whole tens.", number // STEP * STEP)
    oldest = plans.expired().aggregate(oldest=Min("expires_at"))["oldest"]
    overdue = now - oldest if oldest else timedelta()
    yield GaugeMetricFamily(
        "ttl_purge_overdue_seconds",
        "For how long something has waited to be erased.",
        overdue.total_seconds(),
    )


def _of_backups() -> Iterator[Metric]:
    folder = settings.BACKUP_DIR
    made = [file.stat().st_mtime for file in Path(folder).iterdir()] if folder else []
    if made:
        yield GaugeMetricFamily(
            "ttl_backup_age_seconds", "How old the newest backup is.", time.time() - max(made)
        )
