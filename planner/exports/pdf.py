"""A document as a tagged PDF (PDF/UA-1), typeset in a short process of its own.

The process is what makes a time limit possible, and it knows no secret: it has no environment, and
the document reaches it as data that is never read as markup.
"""

import logging
import subprocess
import sys
import threading
from pathlib import Path

import msgspec

from planner.exports.language import language_and_region
from planner.presenters.paper import Document, Sheet

TYPESET = Path(__file__).with_name("typeset.py")
TIME_LIMIT_SECONDS = 10
# Two at a time in one server process leave it threads for pages; the others wait a little.
PLACES = threading.BoundedSemaphore(2)
WAIT_SECONDS = 3

logger = logging.getLogger(__name__)


class NoPdfError(Exception):
    """The PDF was not ready in time, or could not be made; says nothing of what is in it."""


def as_pdf(document: Document, sheet: Sheet, *, is_large: bool = False) -> bytes:
    """Typeset a document; raises NoPdfError after 10 seconds, or where too many are under way."""
    order = {"document": document, "sheet": f"us-{sheet}" if sheet is Sheet.LETTER else sheet}
    language, region = language_and_region()
    order |= {"is_large": is_large, "language": language, "region": region or None}
    # Text that waits for its translation becomes plain text here.
    data = msgspec.json.encode(order, enc_hook=str)
    if not PLACES.acquire(timeout=WAIT_SECONDS):
        raise NoPdfError("too many at once")
    try:
        return _typeset(data)
    finally:
        PLACES.release()


def _typeset(data: bytes) -> bytes:
    # Isolated, without an environment: no variable of ours, and so no secret, goes along.
    command = [sys.executable, "-I", str(TYPESET)]
    try:
        done = subprocess.run(  # noqa: S603 - our own file, nothing of a visitor's in the command
            command, input=data, capture_output=True, env={}, timeout=TIME_LIMIT_SECONDS, check=True
        )
    except subprocess.TimeoutExpired:
        logger.error("A PDF was not ready after %d seconds.", TIME_LIMIT_SECONDS)
        raise NoPdfError("too slow") from None
    except subprocess.CalledProcessError as error:
        # What the process says may quote the document: only its exit code is written down.
        logger.error("A PDF could not be made: exit code %d.", error.returncode)
        raise NoPdfError("not made") from None
    return done.stdout
