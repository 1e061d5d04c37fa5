"""What the log of production holds after a test did something."""

import io
import json
import logging

from ttl.logs import JsonLines

KNOWN = {
    *("time", "level", "logger", "event", "process", "release", "request_id", "trace"),
    *("route", "method", "status", "milliseconds", "database_milliseconds", "queries"),
}


class Log:
    """The console of production in place of the one that tests have."""

    def __init__(self, monkeypatch):
        console = logging.getLogger("django").handlers[0]
        self.stream = io.StringIO()
        monkeypatch.setattr(console, "stream", self.stream)
        monkeypatch.setattr(console, "formatter", JsonLines(release="7"))
        monkeypatch.setattr(console.filters[0], "keep_messages", False)

    @property
    def text(self):
        return self.stream.getvalue()

    @property
    def lines(self):
        return [json.loads(line) for line in self.text.splitlines()]

    def requests(self):
        """The lines about requests, without what differs each time."""
        told = ("route", "method", "status")
        return [
            tuple(line[key] for key in told)
            for line in self.lines
            if line["logger"] == "ttl.requests"
        ]
