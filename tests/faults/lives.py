"""People who answer, make a plan, log, share and erase, and what each of them was told is saved."""

import json
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import count

from planner.pages import BY_NUMBER
from tests.faults.site import PATIENCE_SECONDS, Client, NoAnswer
from tests.planner.people import somebody

PAUSE_SECONDS = 0.05


@dataclass
class Life:
    """One person: the link they have, and the newest step whose success page they got."""

    token: str
    reached: str = "start"
    shared: str = ""


@dataclass
class Lives:
    """People in threads, from entering the block to leaving it; what fails they send once more."""

    site: object
    size: int = 4
    lives: list[Life] = field(default_factory=list)
    tried: int = 0
    unanswered: int = 0
    longest_seconds: float = 0
    statuses: set[int] = field(default_factory=set)

    def __post_init__(self):
        self.lock, self.leaving, self.numbers = threading.Lock(), threading.Event(), count(1)

    def __enter__(self):
        self.leaving.clear()
        self.threads = [threading.Thread(target=self._live) for _ in range(self.size)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.leaving.set()
        for thread in self.threads:
            thread.join()

    def wait_for(self, *steps):
        """Come back once each of these is the last step of somebody."""
        until = time.monotonic() + PATIENCE_SECONDS
        while not {life.reached for life in list(self.lives)} >= set(steps):
            assert time.monotonic() < until, Counter(life.reached for life in self.lives)
            time.sleep(PAUSE_SECONDS)

    def account(self, drill):
        """Ask the site for everything that it has said is saved."""
        found = [self._stands(life) for life in self.lives]
        drill.tried += self.tried
        drill.acknowledged += sum(STEPS.index(life.reached) + 1 for life in self.lives)
        drill.lost += found.count("lost")
        drill.doubled += found.count("doubled")

    def _live(self):
        while not self.leaving.is_set():
            begun = self._send(lambda: Client(self.site.port).post("/plan/"))
            if begun is not None and begun.status_code == 302:
                token = begun["Location"].split("/")[2]
                self._go_on(Life(token=token), next(self.numbers))

    def _go_on(self, life, number):
        visitor = self.site.visitor(life.token)
        with self.lock:
            self.lives.append(life)
        for step in STEPS[1:]:
            # Every other person keeps the plan, so that something is left to look at.
            if step == "erase" and number % 2:
                return
            while not (answer := self._send(lambda step=step: SENT[step](visitor))):
                if self.leaving.is_set():
                    return
            if answer.status_code not in {200, 302}:
                return
            life.reached = step

    def _send(self, request):
        """Send once; None without an answer, or with one that asks to send it again."""
        began = time.monotonic()
        try:
            answer = request()
        except NoAnswer as error:
            answer, why = None, str(error)
        is_closed = answer is None and "Refused" in why
        with self.lock:
            self.longest_seconds = max(self.longest_seconds, time.monotonic() - began)
            self.tried += not is_closed
            self.unanswered += answer is None and not is_closed
            self.statuses.add(answer.status_code if answer else 0)
        if answer is None or answer.status_code == 503:
            time.sleep(PAUSE_SECONDS)
            return None
        return answer

    def _stands(self, life):
        """Say whether a life is as its person left it, or what is wrong."""
        visitor = self.site.visitor(life.token)
        if life.reached == "erase":
            return "right" if visitor.get().status_code == 410 else "lost"
        status = visitor.get("check/").status_code
        if status == 410:
            # Erased, though the answer to that never came.
            return "right" if life.reached == "share" else "lost"
        step = STEPS.index(life.reached)
        if step < STEPS.index("plan"):
            return "right" if answered(visitor) >= step else "lost"
        sessions = logged(visitor)
        if sessions > 1:
            return "doubled"
        is_there = visitor.get("plan/").status_code == 200
        is_logged = sessions == 1 or step < STEPS.index("log")
        is_shared = step < STEPS.index("share") or shared(visitor)
        return "right" if is_there and is_logged and is_shared else "lost"


def answered(visitor):
    """How many pages of the questionnaire are behind the person; -1 without a record."""
    there = visitor.get("check/")
    if there.status_code == 200:
        return len(BY_NUMBER)
    onwards = re.search(r"/questions/(\d+)/$", there.headers.get("Location", ""))
    return int(onwards[1]) - 1 if onwards else -1


def logged(visitor):
    """How many sessions the person's own file has."""
    chapters = json.loads(visitor.get("data/").content)["record"]["chapters"]
    return sum(len(chapter["sessions"]) for chapter in chapters)


def shared(visitor):
    """Whether the page to share names a link that opens."""
    found = re.search(r"/shared/[\w-]{43}/", visitor.get("share/").content.decode())
    return bool(found) and visitor.client.get(found[0]).status_code == 200


SENT = {
    **{
        f"page {number}": lambda visitor, number=number: visitor.answer(number, somebody())
        for number in BY_NUMBER
    },
    "plan": lambda visitor: visitor.agree(),
    "log": lambda visitor: visitor.post("session/1/press/", {"press": "full"}),
    "share": lambda visitor: visitor.post("share/", {}),
    "erase": lambda visitor: visitor.post("erase/", {"erase": "on"}),
}
STEPS = ("start", *SENT)
