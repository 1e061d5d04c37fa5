"""People who fill in the first page again and again, and what each of them saw."""

import threading
import time
from collections import Counter
from urllib.parse import urlencode

from planner.pages import BY_NUMBER
from tests.faults.site import Client, NoAnswer
from tests.planner.people import FORM, as_fields, somebody, typed

# Nobody waits longer than this for a page, whatever has happened to the database: the time for
# one answer, that for a connection, and as much again for a machine that runs other tests.
PATIENCE_SECONDS = 16.0


class Crowd:
    """Writers in threads, from entering the block to leaving it."""

    def __init__(self, site, size=4):
        self.site, self.size = site, size
        self.starts = self.tried = 0
        self.acknowledged = {}
        self.answers = Counter()
        self.forgotten = 0
        self.longest_seconds = 0.0
        self.lock = threading.Lock()
        self.leaving = threading.Event()

    def __enter__(self):
        self.leaving.clear()
        self.threads = [threading.Thread(target=self._write) for _ in range(self.size)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.leaving.set()
        for thread in self.threads:
            thread.join()

    def account(self, drill):
        """Write down what was tried, and what of the acknowledged is gone or there twice."""
        drill.tried += self.tried
        drill.acknowledged += len(self.acknowledged)
        drill.lost += sum(
            self.site.visitor(token).get("questions/1/").status_code != 200
            for token in self.acknowledged
        )

    def statuses(self):
        """The kinds of answer that people got."""
        return set(self.answers)

    def _write(self):
        while not self.leaving.is_set():
            with self.lock:
                self.starts += 1
            begun = self._send("/plan/", {})
            if begun is None or begun.status_code != 302:
                time.sleep(0.05)
                continue
            self._answer(begun["Location"].split("/")[2])

    def _answer(self, token):
        fields = as_fields(BY_NUMBER[1].questions, somebody())
        answer = self._send(f"/plan/{token}/questions/1/", fields)
        with self.lock:
            self.tried += 1
            if answer is None:
                return
            if answer.status_code == 302:
                self.acknowledged[token] = True
            elif answer.status_code == 503:
                kept = typed(answer)
                self.forgotten += any(
                    kept.get(name) != [str(value)] for name, value in fields.items()
                )

    def _send(self, address, fields):
        client = Client(self.site.port)
        began = time.monotonic()
        try:
            answer = client.post(address, urlencode(fields, doseq=True), FORM)
        except NoAnswer:
            answer = None
        with self.lock:
            self.longest_seconds = max(self.longest_seconds, time.monotonic() - began)
            self.answers[answer.status_code if answer else "none"] += 1
        return answer
