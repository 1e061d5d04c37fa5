"""Connections to PostgreSQL that give up on a server which takes a question and never answers."""

from typing import Any

import psycopg
from psycopg import errors

# Longer than the `statement_timeout` of the role, which ends what is only slow.
PAGE_SECONDS = 5.0


class Connection(psycopg.Connection[Any]):
    """One connection of the pool; a frozen machine or a lost network would hold it for ever."""

    # No limit in commands, where nobody waits for a page; ttl/wsgi.py sets one.
    answer_seconds: float | None = None

    def wait(self, *args: Any, **kwargs: Any) -> Any:
        """Wait for an answer, and close the connection when none comes in time."""
        kwargs["timeout"] = kwargs.get("timeout") or self.answer_seconds
        try:
            return super().wait(*args, **kwargs)
        except errors._WaitTimeout as error:
            self.close()
            raise psycopg.OperationalError("the database does not answer") from error


class ReplicaConnection(Connection):
    """One to a copy of the database; a page turns to the database instead of waiting for it."""

    answer_seconds = 1.0
