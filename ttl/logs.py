"""Keep private plan links, and what visitors typed, out of every line of the log."""

import logging
import re
import sys
import threading
import traceback
import warnings
from contextvars import ContextVar
from datetime import UTC, datetime
from http.client import responses

import msgspec
from django.http import HttpRequest

# What the addresses begin with that hold a key: a plan's own, a shared one, a calendar's and that
# of a review.
KEYED = ("plan", "shared", "calendar", "review")
# A plan link is a bearer key: 43 characters of base64url behind /plan/. A mistyped one is nearly
# the key, so whatever stands in its place goes; a key that stands alone goes too.
PLAN_LINK = re.compile(
    rf"((?:/|%2F)(?:{'|'.join(KEYED)})(?:/|%2F))[^/%\s\"'?#]+ | (?<![\w-])[\w-]{{43}}(?![\w-])",
    re.IGNORECASE | re.VERBOSE,
)
# Whatever some program may take for the end of a line.
LINE_ENDS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

# The number of the request that this thread answers.
request_id: ContextVar[str] = ContextVar("request_id", default="")
# What the line about a request holds besides; nothing else that is given to a line gets into it.
MEASURED = (
    *("route", "method", "status", "milliseconds"),
    *("database_milliseconds", "queries"),
)

logger = logging.getLogger(__name__)


class RedactPlanLinks(logging.Filter):
    """Take the keys of plan links out of a record, and make one line of its message."""

    def __init__(self, *, keep_messages: bool = False) -> None:
        super().__init__()
        self.keep_messages = keep_messages

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place and let it pass."""
        record.msg = one_line(redact(self._message(record)))
        record.args = None
        if record.exc_info and record.exc_info[1]:
            record.exc_text = redact(self._trace(record.exc_info[1]))
        record.exc_info = record.stack_info = None
        return True

    def _message(self, record: logging.LogRecord) -> str:
        try:
            message = record.getMessage()
        except (TypeError, ValueError):
            # A mistake in the words of a line must not become a mistake on a page.
            return f"A message with the wrong number of parts: {record.msg}"
        if self.keep_messages:
            return message
        if status := getattr(record, "status_code", None):
            # Django writes the path, or what was wrong with a host or a form: a visitor's words.
            request = getattr(record, "request", None)
            return f"{responses.get(status, status)}: {route_of(request)}"
        # The server writes a whole traceback, with its message, as one text.
        return message.partition("\n")[0] if record.name.startswith("_granian") else message

    def _trace(self, error: BaseException) -> str:
        if self.keep_messages:
            return "".join(traceback.format_exception(error))
        # An exception's message may repeat what a visitor typed; its type and places never do.
        cause = error.__cause__ or error.__context__
        before = [self._trace(cause)] if cause else []
        places = [
            f"{frame.f_globals.get('__name__')}:{line} in {frame.f_code.co_name}"
            for frame, line in traceback.walk_tb(error.__traceback__)
        ]
        return "\n".join([*before, *places, _name_of(type(error))])


class JsonLines(logging.Formatter):
    """One JSON object a line, of the keys that stand here and no other."""

    def __init__(self, *, release: str = "") -> None:
        super().__init__()
        self.release = release

    def format(self, record: logging.LogRecord) -> str:
        """Write what a record may say; its filter has gone over it before."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": record.getMessage(),
            "process": record.process,
            "release": self.release,
            "request_id": request_id.get(),
        }
        line |= {key: getattr(record, key) for key in MEASURED if hasattr(record, key)}
        if record.exc_text:
            line["trace"] = record.exc_text.splitlines()
        return msgspec.json.encode(line).decode()


def redact(text: str) -> str:
    """Put `[link]` in the place of every key."""
    return PLAN_LINK.sub(r"\1[link]", text)


def one_line(text: str) -> str:
    """Write out what could begin another line, and what no file could hold."""
    whole = text.encode("utf-8", "backslashreplace").decode()
    return LINE_ENDS.sub(lambda found: ascii(found.group())[1:-1], whole)


def route_of(request: HttpRequest | None) -> str:
    """Name the address that a request found, without anything that stands in it."""
    match = getattr(request, "resolver_match", None)
    return match.view_name if match else "none"


def catch_the_rest() -> None:
    """Send through the log what Python would print by itself, with whatever a visitor typed."""
    logging.raiseExceptions = False
    warnings.showwarning = _warned
    sys.excepthook = _uncaught
    threading.excepthook = lambda found: _uncaught(*found[:3])
    sys.unraisablehook = lambda found: _uncaught(*found[:3])


def _warned(message: object, category: type[Warning], filename: str, lineno: int, *_: object):
    logger.warning("%s at %s:%d", _name_of(category), filename, lineno)


def _uncaught(kind: type[BaseException], error: BaseException | None, trace: object) -> None:
    logger.critical("Nothing caught a %s", _name_of(kind), exc_info=(kind, error, trace))


def _name_of(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"
