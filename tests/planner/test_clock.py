"""Whatever the clock does, a plan opens, saves and counts: nothing fails and no age is negative."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from planner.diary import entries
from tests.planner.people import finished, somebody, walked

pytestmark = pytest.mark.django_db

# A Monday morning: a clock put back by a minute more than its hours is in another week.
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PAGES = (
    *("", "plan/", "sessions/", "session/1/", "progress/", "summary/", "mood/", "calendar/"),
    *("print/", "check/", "share/", "take/", "data/", "changes/", "again/", "next/", "agreed/"),
    *("what-if/", "evidence/", "health-record/", "calendar/file/", "log-table/", "helper/"),
)
SAVES = {
    "feeling/": {"mood": "5"},
    "session/1/press/": {"press": "full"},
    "session/1/saved/": {},
    "share/": {},
    "calendar/": {"time": "18:00"},
    "if-then/": {"cue": "after breakfast"},
    "check/": {"consent": "on"},
}
NEGATIVE = re.compile(r"[-\u2212]\d+ (?:day|week|month|minute|hour)")
JUMPS = [timedelta(days=days) for days in (-400, -30, -3, 3, 365, 5 * 365 + 1)]


@pytest.mark.parametrize("sessions", [0, 1])
@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_after_a_jump_every_page_opens_and_every_save_is_answered(jump, sessions):
    with time_machine.travel(MONDAY, tick=False) as clock:
        visitor = finished()
        for _ in range(sessions):
            visitor.post("session/1/press/", {"press": "full"})
        clock.shift(jump)

        answers = [visitor.get(tail) for tail in PAGES]
        answers += [visitor.post(tail, fields) for tail, fields in SAVES.items()]
        answers += [visitor.answer(1, somebody())]
        answers += [visitor.get(tail) for tail in PAGES]

    gone = 410 if jump > timedelta(weeks=54) else 200
    assert {each.status_code for each in answers} <= {200, 302, 404, 409, gone}
    assert [each.content for each in answers if NEGATIVE.search(each.content.decode())] == []


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_when_the_clock_is_right_again_nothing_is_missing(jump):
    with time_machine.travel(MONDAY, tick=False) as clock:
        visitor = finished()
        visitor.post("session/1/press/", {"press": "full"})
        before = visitor.state

        clock.shift(jump)
        visitor.get()
        clock.shift(-jump)

        assert visitor.state == before
        assert visitor.get().status_code == 200


def test_a_plan_can_be_made_when_the_clock_was_put_back_into_the_week_before():
    with time_machine.travel(MONDAY, tick=False) as clock:
        visitor = walked()
        clock.shift(timedelta(days=-3))

        visitor.agree()

    assert visitor.state.plan


@pytest.mark.parametrize(
    "first",
    [date(2026, 3, 27), date(2026, 10, 23), date(2028, 2, 28), date(2026, 12, 30)],
    ids=["summer time begins", "summer time ends", "leap day", "new year"],
)
@pytest.mark.parametrize("hour", [0, 1, 12, 23])
def test_sessions_three_days_apart_are_three_days_apart_across(first, hour):
    start = datetime(first.year, first.month, first.day, hour, 30, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as clock:
        visitor = finished()
        for number in (1, 2, 3):
            visitor.post(f"session/{number}/press/", {"press": "full"})
            clock.shift(timedelta(days=3))
        state = visitor.state

    days = [entry.session.day for entry in entries(state)]
    assert [state.date_of(day) for day in days] == [first + timedelta(days=n) for n in (0, 3, 6)]
