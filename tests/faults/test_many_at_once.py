"""Many write in the same moment, and the same form arrives many times."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from threading import Barrier

import pytest

from tests.faults.lives import answered, logged
from tests.faults.site import NoAnswer
from tests.planner.people import html, somebody, typed
from tests.ttl.pages import text

WRITERS = 200
# SQLite as Django would use it by itself: whoever cannot write at once, or has read before, fails.
STOCK = "?transaction_mode=DEFERRED&timeout=0&init_command=PRAGMA%20journal_mode%3DDELETE"


def at_once(requests):
    """Send all in the same moment and give the answers, None where none came."""
    together = Barrier(len(requests))

    def send(request):
        together.wait()
        try:
            return request()
        except NoAnswer:
            return None

    with ThreadPoolExecutor(len(requests)) as hands:
        return list(hands.map(send, requests))


def crowd(site):
    """As many visitors, each with a link of their own."""
    return [site.visitor() for _ in range(WRITERS)]


def first_pages(visitors):
    return [partial(each.answer, 1, somebody()) for each in visitors]


def noted(visitor, form):
    return visitor.post("session/1/", form)


def test_two_hundred_write_at_once(site, drill, rounds):
    times = 1 + rounds // 5
    drill.done = f"{WRITERS} people send a page in the same moment, {times} times"
    site.start()
    for _ in range(times):
        visitors = crowd(site)

        answers = at_once(first_pages(visitors))

        assert Counter(answer.status_code for answer in answers) == {302: WRITERS}
        drill.tried += WRITERS
        drill.acknowledged += WRITERS
        drill.lost += sum(answered(visitor) < 1 for visitor in visitors)


def test_sqlite_as_it_comes_fails_some_of_them(site):
    site.environment["DATABASE_URL"] += STOCK
    site.start()

    answers = at_once(first_pages(crowd(site)))

    assert any(answer and answer.status_code >= 500 for answer in answers)


@pytest.mark.parametrize("times", [2, 10, 100])
def test_the_same_form_many_times_at_once_counts_once(site, drill, times):
    drill.done = f"“make my plan”, then “done as planned”, {times} times in the same moment"
    site.start()
    visitor = site.visitor()
    visitor.walk(somebody())

    plans = at_once([visitor.agree] * times)
    presses = at_once([lambda: visitor.post("session/1/press/", {"press": "full"})] * times)

    drill.tried = 2 * times
    drill.acknowledged = [answer.status_code for answer in (*plans, *presses)].count(302)
    drill.lost = int(logged(visitor) < 1)
    drill.doubled = max(0, logged(visitor) - 1)
    assert drill.acknowledged == drill.tried


def test_two_devices_note_the_same_session(site, drill, rounds):
    drill.done = f"2 devices send different notes on one session at once, {rounds} times"
    site.start()
    for _ in range(rounds):
        visitor = site.visitor()
        visitor.walk(somebody())
        visitor.agree()
        form = {name: values[-1] for name, values in typed(visitor.get("session/1/")).items()}
        form |= {"day": date.today().isoformat()}  # noqa: DTZ011 - as the browser says it
        notes = ["of the phone", "of the tablet"]

        answers = at_once([partial(noted, visitor, form | {"note": note}) for note in notes])

        drill.tried += 2
        [first] = [place for place, each in enumerate(answers) if each.status_code == 302]
        drill.acknowledged += 1
        asked = text(html(answers[1 - first]).find("body/main"))
        stands = visitor.get("session/1/").content.decode()
        drill.lost += notes[first] not in stands
        drill.doubled += logged(visitor) - 1
        assert "This session is noted already" in asked
        assert all(note in asked for note in notes)
