"""How often something was done lately, counted for every process, and keeping nobody's address."""

import contextlib
import logging
import math
import sqlite3
import threading
import time
import weakref
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import redis
from django.conf import settings
from redis.backoff import NoBackoff
from redis.retry import Retry

logger = logging.getLogger(__name__)

# To connect and to read, each: together they stay under a quarter of a second.
PATIENCE_SECONDS = 0.1
# A store that failed is left alone for so long; each process counts for itself meanwhile.
BREAK_SECONDS = 30
SPENDS_BETWEEN_SWEEPS = 500
MOST_KEYS_IN_MEMORY = 10_000
# What ends by itself and says nothing against the file.
PASSING = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL}
FAILURES = (redis.RedisError, sqlite3.Error, OSError, TypeError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So many at once; after that one more each time so many seconds have passed."""

    burst: int
    seconds: float

    @property
    def reach(self) -> float:
        """How far ahead of the clock a count may stand."""
        return self.burst * self.seconds


class Store(Protocol):
    """One number for each key: the time at which all that was spent is earned back."""

    def spend(self, key: str, rate: Rate) -> float:
        """Spend one and return 0, or spend nothing and return the seconds to wait."""


def spend(key: str, rate: Rate) -> int:
    """Spend one of what a key may do and return 0, or how many whole seconds it has to wait."""
    return math.ceil(_guarded(settings.CACHE_URL, settings.VAR_DIR).spend(key, rate))


@lru_cache
def _guarded(cache_url: str, folder: Path) -> "Guarded":
    shared = InRedis(cache_url) if cache_url else InFile(folder / "limits.sqlite3")
    return Guarded(shared)


class Guarded:
    """The shared store, and this process's own memory for as long as that one fails."""

    def __init__(self, shared: Store) -> None:
        self.shared, self.own = shared, InMemory()
        self.closed_until = 0.0

    def spend(self, key: str, rate: Rate) -> float:
        if time.monotonic() < self.closed_until:
            return self.own.spend(key, rate)
        try:
            return self.shared.spend(key, rate)
        except FAILURES as error:
            self.closed_until = time.monotonic() + BREAK_SECONDS
            logger.warning(
                "The store of the limits failed (%s); this process counts alone for %s seconds.",
                type(error).__name__,
                BREAK_SECONDS,
            )
            return self.own.spend(key, rate)


class InMemory:
    """Counts of one process."""

    def __init__(self) -> None:
        self.earned_back: dict[str, float] = {}
        self.lock = threading.Lock()

    def spend(self, key: str, rate: Rate) -> float:
        now = time.time()
        with self.lock:
            if len(self.earned_back) >= MOST_KEYS_IN_MEMORY:
                self.earned_back.clear()
            held = self.earned_back.get(key, now)
            # What is past counts as nothing, and so does what no clock of today can have written.
            held = held if now <= held <= now + rate.reach else now
            if held + rate.seconds > now + rate.reach:
                return held + rate.seconds - now - rate.reach
            self.earned_back[key] = held + rate.seconds
        return 0


class InRedis:
    """Counts of every machine, by the clock of the Redis or Valkey they share."""

    # Rubbish under a key, of whatever type, counts as nothing and is written over.
    SCRIPT = """
        local clock = redis.call('TIME')
        local now = clock[1] * 1000 + clock[2] / 1000
        local step, reach = tonumber(ARGV[1]), tonumber(ARGV[2])
        local found = redis.pcall('GET', KEYS[1])
        local held = type(found) == 'string' and tonumber(found) or now
        if not (held >= now and held <= now + reach) then held = now end
        local wait = held + step - now - reach
        if wait > 0 then return math.ceil(wait) end
        local ahead = math.max(1, math.ceil(held + step - now))
        redis.call('SET', KEYS[1], string.format('%.3f', held + step), 'PX', ahead)
        return 0
    """

    def __init__(self, url: str) -> None:
        self.client = redis.Redis.from_url(
            url,
            socket_timeout=PATIENCE_SECONDS,
            socket_connect_timeout=PATIENCE_SECONDS,
            # Nothing is said before the first question, and nothing is tried twice.
            protocol=2,
            driver_info=None,
            retry=Retry(NoBackoff(), 0),
        )

    def spend(self, key: str, rate: Rate) -> float:
        milliseconds = int(rate.seconds * 1000), int(rate.reach * 1000)
        return int(self.client.eval(self.SCRIPT, 1, f"ttl:limit:{key}", *milliseconds)) / 1000


class InFile:
    """Counts of one machine, in a file of their own that may be lost at any time."""

    TABLE = (
        "CREATE TABLE IF NOT EXISTS spent (key TEXT PRIMARY KEY, back REAL) STRICT, WITHOUT ROWID"
    )
    SPEND = """
        INSERT INTO spent VALUES (:key, :now + :step)
        ON CONFLICT (key) DO UPDATE
        SET back = iif(back BETWEEN :now AND :now + :reach, back, :now) + :step
        WHERE iif(back BETWEEN :now AND :now + :reach, back, :now) + :step <= :now + :reach
    """
    HELD = "SELECT back FROM spent WHERE key = ?"
    SWEEP = "DELETE FROM spent WHERE back < ?"

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection: sqlite3.Connection | None = None
        self.lock = threading.Lock()
        self.spends = 0

    def spend(self, key: str, rate: Rate) -> float:
        with self.lock:
            try:
                return self._spend(self.connection or self._connect(), key, rate)
            except sqlite3.Error as error:
                self._let_go()
                if error.sqlite_errorcode not in PASSING:  # damaged: made anew later
                    self._remove()
                raise

    def _spend(self, connection: sqlite3.Connection, key: str, rate: Rate) -> float:
        now = time.time()
        numbers = {"key": key, "now": now, "step": rate.seconds, "reach": rate.reach}
        self.spends += 1
        if self.spends % SPENDS_BETWEEN_SWEEPS == 0:
            connection.execute(self.SWEEP, (now,))
        if connection.execute(self.SPEND, numbers).rowcount:
            return 0
        [held] = connection.execute(self.HELD, (key,)).fetchone() or [now]
        return max(0.001, held + rate.seconds - now - rate.reach)

    def _connect(self) -> sqlite3.Connection:
        self.connection = sqlite3.connect(
            self.path, timeout=PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
        )
        # With the store its connection ends too, and not only when somebody comes to collect it.
        weakref.finalize(self, self.connection.close)
        # Losing it in a power cut loses nothing but counts.
        self.connection.execute("PRAGMA journal_mode=WAL")
        self.connection.execute("PRAGMA synchronous=OFF")
        self.connection.execute(self.TABLE)
        return self.connection

    def _let_go(self) -> None:
        if self.connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self.connection.close()
        self.connection = None

    def _remove(self) -> None:
        for end in ("", "-wal", "-shm"):
            Path(f"{self.path}{end}").unlink(missing_ok=True)
