"""Public pages read from a copy of the database where there is one; all else from the database."""

import logging
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from time import monotonic

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connections
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from ttl.edge.visit import note_edition
from ttl.middleware import KEYED_ADDRESSES

logger = logging.getLogger(__name__)

Answer = Callable[[HttpRequest], HttpResponse]

REPLICA = "replica"
PUBLIC = {"home", "sitemap"}
# How far public pages may be behind, and how often it is looked whether they are.
LAG_SECONDS = 30
LOOK_SECONDS = 1.0
# Not behind when all that came is applied, however long ago: a quiet database ages nothing.
LAG = """
    SELECT CASE
        WHEN NOT EXISTS (SELECT FROM pg_stat_wal_receiver) THEN NULL
        WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
        ELSE extract(epoch FROM now() - pg_last_xact_replay_timestamp())
    END
"""

reads_from: ContextVar[str] = ContextVar("reads_from", default=DEFAULT_DB_ALIAS)


class PublicReads:
    """The router: reads go where this request reads from, until it writes."""

    def db_for_read(self, model: type[Model], **hints: object) -> str:
        """Say where to read."""
        return reads_from.get()

    def db_for_write(self, model: type[Model], **hints: object) -> str:
        """Say where to write; what is then read back must be there."""
        reads_from.set(DEFAULT_DB_ALIAS)
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Model, other: Model, **hints: object) -> bool:
        """Let rows of both be related: they are the same rows."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: object) -> bool:
        """Leave the tables of the copy to the database that it copies."""
        return db != REPLICA


class Freshness:
    """Whether the copy can be read and is not far behind, as it was a moment ago."""

    def __init__(self) -> None:
        self.is_fresh, self.looked_at = False, float("-inf")

    def __bool__(self) -> bool:
        if monotonic() - self.looked_at > LOOK_SECONDS:
            # First, so that other threads do not look too while this one waits.
            self.looked_at = monotonic()
            self.is_fresh = self._look()
        return self.is_fresh

    def _look(self) -> bool:
        try:
            with connections[REPLICA].cursor() as cursor:
                cursor.execute(LAG)
                lag = cursor.fetchone()[0]
        except (DatabaseError, InterfaceError):
            return False
        return lag is not None and lag < LAG_SECONDS


fresh = Freshness()


def places() -> tuple[str, ...]:
    """List where a public page may be read now, the better place first."""
    if REPLICA not in settings.DATABASES:
        return (DEFAULT_DB_ALIAS,)
    return (REPLICA, DEFAULT_DB_ALIAS) if fresh else (DEFAULT_DB_ALIAS, REPLICA)


class PublicPages:
    """Middleware: public pages are read from the copy or, if need be, from the database."""

    def __init__(self, get_response: Answer) -> None:
        if REPLICA not in settings.DATABASES:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = reads_from.set(DEFAULT_DB_ALIAS)
        try:
            return self.get_response(request)
        finally:
            reads_from.reset(token)

    def process_view(
        self, request: HttpRequest, view: Answer, args: tuple, kwargs: Mapping[str, object]
    ) -> HttpResponse | None:
        """Try the better place to read a public page from; the view itself then has the other."""
        if not is_public(request):
            return None
        order = places()
        reads_from.set(order[0])
        try:
            note_edition(request)
            return view(request, *args, **kwargs)
        except (DatabaseError, InterfaceError) as error:
            logger.warning("A public page was not read from %s: %s", order[0], type(error).__name__)
        fresh.is_fresh = False
        reads_from.set(order[1])
        return None


def is_public(request: HttpRequest) -> bool:
    """Say whether this page is the same for everybody and only reads."""
    match = request.resolver_match
    return (
        request.method in {"GET", "HEAD"}
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not request.path.startswith(KEYED_ADDRESSES)
        and (match.app_name == "articles" or match.view_name in PUBLIC)
    )
