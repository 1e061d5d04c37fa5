"""Keep private plan links, and what visitors typed, out of every log line."""

import logging
import re
import traceback

# What the addresses begin with that hold a key: a plan's own, a shared one, a calendar's and that
# of a review.
KEYED = ("plan", "shared", "calendar", "review")
# A plan link is a bearer key: 43 characters of base64url behind /plan/. A mistyped one is nearly
# the key, so whatever stands in its place goes; a key that stands alone goes too.
PLAN_LINK = re.compile(
    rf"((?:/|%2F)(?:{'|'.join(KEYED)})(?:/|%2F))[^/%\s\"'?#]+ | (?<![\w-])[\w-]{{43}}(?![\w-])",
    re.IGNORECASE | re.VERBOSE,
)
# What a terminal or a program that reads logs takes for the end of a line, or for a command.
UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class RedactPlanLinks(logging.Filter):
    """Take the keys of plan links out of a record, its arguments and traceback included."""

    def __init__(self, *, keep_messages: bool = False) -> None:
        super().__init__()
        self.keep_messages = keep_messages

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place and let it pass."""
        record.msg = _on_one_line(redact(record.getMessage()))
        record.args = None
        if record.exc_info and record.exc_info[1]:
            record.exc_text = redact(self._trace(record.exc_info[1]))
            record.exc_info = None
        return True

    def _trace(self, error: BaseException) -> str:
        if self.keep_messages:
            return "".join(traceback.format_exception(error))
        # An exception's message may repeat what a visitor typed; its type and places never do.
        cause = error.__cause__ or error.__context__
        before = f"{self._trace(cause)}\n\n" if cause else ""
        places = "".join(traceback.format_tb(error.__traceback__))
        return f"{before}{places}{type(error).__module__}.{type(error).__qualname__}"


def redact(text: str) -> str:
    """Put `[link]` in the place of every key."""
    return PLAN_LINK.sub(r"\1[link]", text)


def _on_one_line(text: str) -> str:
    """Write out whatever could begin another line, or move the cursor of who reads along."""
    return UNPRINTED.sub(lambda found: ascii(found.group())[1:-1], text)
