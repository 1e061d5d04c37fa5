"""The edition as this process knows it; a request on its way looks, at most once a second."""

import logging
import threading
from time import monotonic

from django.db import Error, close_old_connections

from ttl.edge.middleware import STALE_SECONDS
from ttl.edge.models import Edition
from ttl.replica import places, reads_from

logger = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
# While the database is away it is looked for less often, since each look may have to wait.
AWAY_SECONDS = 5.0
# After a quiet time everybody waits for the one who looks, for nobody knows what happened in it.
QUIET_SECONDS = 3.0


class Current:
    """What the content is called now; empty while nobody knows, and no page is kept."""

    def __init__(self) -> None:
        self.edition = ""
        self.answers = True
        self.looked_at = self.known_at = float("-inf")
        self.lock = threading.Lock()

    def now(self) -> str:
        """Return the edition, after a look at the database where the last is too long ago."""
        age = monotonic() - self.looked_at
        if age < self._rest:
            return self.edition
        if self.lock.acquire(blocking=self.answers and age > QUIET_SECONDS):
            try:
                if monotonic() - self.looked_at >= self._rest:
                    self._look()
            finally:
                self.lock.release()
        return self.edition

    @property
    def _rest(self) -> float:
        return LOOK_SECONDS if self.answers else AWAY_SECONDS

    def _look(self) -> None:
        try:
            self.edition = _read()
            self.known_at = monotonic()
            self.answers = True
        except Error as error:
            logger.warning("Nobody knows whether pages are new: %s", type(error).__name__)
            self.answers = False
            if monotonic() - self.known_at > STALE_SECONDS:
                self.edition = ""
        finally:
            self.looked_at = monotonic()
            # No request of Django's ends here, which would give them back.
            close_old_connections()


def _read() -> str:
    """Ask where pages are read from, or else the other of the two."""
    *first, last = places()
    for place in first:
        try:
            return _read_from(place)
        except Error:
            continue
    return _read_from(last)


def _read_from(place: str) -> str:
    token = reads_from.set(place)
    try:
        return Edition.objects.now()
    finally:
        reads_from.reset(token)
