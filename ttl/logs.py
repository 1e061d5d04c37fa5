"""Keep private plan links out of every log line."""

import logging
import re

# A plan link is a bearer key: 43 characters of base64url behind /plan/.
PLAN_LINK = re.compile(r"/plan/[A-Za-z0-9_-]{16,}")


class RedactPlanLinks(logging.Filter):
    """Replace the token of every plan link in a record, its arguments included."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place and let it pass."""
        record.msg = PLAN_LINK.sub("/plan/[link]", record.getMessage())
        record.args = None
        return True
