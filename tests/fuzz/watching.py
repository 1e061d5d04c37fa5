"""What a request must not do: hang, write where it only looks, or tell the log too much."""

import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

WRITES = ("INSERT", "UPDATE", "DELETE")
# The desk's own: a session, what it says next, and the second step.
WRITTEN_BY_A_LOOK = ("django_session", "otp_totp", "otp_static")
SECONDS_OF_WORK, SECONDS = 5, 60


class Hang(BaseException):
    """A request that does not come back."""


@contextmanager
def limited() -> Iterator[None]:
    """End what works for too long, and what waits for too long."""

    def stop(*_arguments: object) -> None:
        raise Hang

    before = [(each, signal.signal(each, stop)) for each in (signal.SIGVTALRM, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_OF_WORK)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for each, handler in before:
            signal.signal(each, handler)


@contextmanager
def watched() -> Iterator[list[str]]:
    """Collect the statements that write, other than those that a look may make."""
    writes: list[str] = []

    def look(execute, sql, params, many, context):
        if sql.startswith(WRITES) and not any(table in sql for table in WRITTEN_BY_A_LOOK):
            writes.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield writes


class Log:
    """Hears what the site's own handler writes: no key, and one line for each record."""

    def __init__(self, keys: list[str]) -> None:
        self.keys = keys
        self.faults: list[str] = []
        self.handler = next(h for h in logging.root.handlers if h.get_name() == "console")

    @contextmanager
    def heard(self) -> Iterator[list[str]]:
        self.faults = []
        before = self.handler.setStream(self)
        try:
            yield self.faults
        finally:
            self.handler.setStream(before)

    def write(self, line: str) -> None:
        # The places of an exception stand below it, and are ours.
        said = line.partition("\nTraceback (")[0].rstrip("\n")
        if any(sign in said for sign in "\n\r\x85\u2028\x1b\0"):
            self.faults.append(f"more than a line in the log: {line!r}")
        if line != line.encode(errors="replace").decode():
            self.faults.append(f"half a character in the log: {line!r}")
        self.faults += [f"a key in the log: {line!r}" for key in self.keys if key in line]

    def flush(self) -> None:
        """Keep nothing back."""
