"""The sessions in a calendar, read by a second program: right days, neutral words, updates."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

import icalendar
import pytest
import time_machine
import vobject
from hypothesis import given

from planner.engine import Kind, codes, schedule
from planner.exports.calendar import calendar_file
from planner.kept import CalendarChoice
from tests.planner.engine.golden_cases import CASES
from tests.planner.hostile import hostile_text, in_force, noted
from tests.planner.logs import as_planned, kept, lived, trained
from tests.planner.people import finished

pytestmark = pytest.mark.django_db
NAMESPACE = UUID("5d1c7c1e-6d5e-4a3f-9f4c-2f1c3e0c9a11")
EVENING = CalendarChoice(namespace=NAMESPACE, time=time(18))
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def events(content):
    """The events by their names, as another program reads them."""
    calendar = vobject.readOne(content.decode())
    calendar.validate(raiseException=True)
    found = {event.uid.value: event for event in calendar.vevent_list}
    assert len(found) == len(calendar.vevent_list)
    return found


def started(choice=EVENING, **changes):
    """The record of somebody who has just got a plan and chosen a calendar."""
    return replace(in_force(**changes), calendar=choice)


def written(state, now=NOW):
    return events(calendar_file(state, state.calendar, now))


def standing(found, status="CONFIRMED"):
    return sorted(event.dtstart.value for event in found.values() if event.status.value == status)


@pytest.mark.parametrize("name", ["GT-01", "GT-02", "GT-03", "GT-11"])
def test_every_session_to_come_is_one_event_on_its_day(name):
    state = started(**CASES[name][0])
    days = [state.date_of(day) for _, day in schedule(state.chapters, today=0)]
    found = written(state)

    assert standing(found) == [datetime.combine(day, time(18)) for day in days]
    assert {event.duration.value for event in found.values()} == {
        timedelta(minutes=state.plan.session_minutes)
    }


def test_six_in_the_evening_stays_six_in_the_evening_when_the_clocks_change():
    """The clocks of Europe went forward on 29 March 2026, those of the US on 8 March."""
    state = replace(started(), first_monday=date(2026, 2, 23))
    content = calendar_file(state, EVENING, datetime(2026, 2, 23, 9, tzinfo=UTC))
    starts = standing(events(content))

    assert min(starts) < datetime(2026, 3, 8) < datetime(2026, 3, 29) < max(starts)  # noqa: DTZ001 - floating
    assert {start.time() for start in starts} == {time(18)}
    assert {start.tzinfo for start in starts} == {None}
    assert b"TZID" not in content
    assert b"DTSTART:20260223T180000\r\n" in content


def test_without_a_time_a_session_takes_no_hour_of_its_day():
    state = started(CalendarChoice(namespace=NAMESPACE))
    found = written(state)

    assert {type(event.dtstart.value) for event in found.values()} == {date}
    assert {event.transp.value for event in found.values()} == {"TRANSPARENT"}


def test_the_words_are_neutral_and_nothing_leads_to_the_plan():
    visitor = trained(2, condition="depression", medicines=["lithium"])
    visitor.post("calendar/", {"time": "18:00", "reminder": "on"})
    content = visitor.get("calendar/file/").content.decode()
    uid = next(iter(events(content.encode())))

    assert {line for line in content.splitlines() if line.startswith("SUMMARY")} == {
        "SUMMARY:Strength session"
    }
    assert "DESCRIPTION:Strength session" in content
    for word in (visitor.token, "plan", "depress", "squat", "URL", "ATTENDEE", "ORGANIZER"):
        assert word not in content, word
    assert UUID(uid).version == 5


def test_no_alarm_unless_asked():
    quiet, asked = written(started()), written(started(replace(EVENING, reminder=True)))

    assert [event for event in quiet.values() if "valarm" in event.contents] == []
    alarms = [event.valarm for event in asked.values()]
    assert {alarm.trigger.value for alarm in alarms} == {timedelta(minutes=-30)}
    assert {alarm.action.value for alarm in alarms} == {"DISPLAY"}


def test_a_calendar_is_told_how_often_to_look_again():
    content = calendar_file(started(), EVENING, NOW)

    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in content
    assert b"X-PUBLISHED-TTL:PT12H\r\n" in content
    assert b"METHOD:PUBLISH\r\n" in content


def test_a_missed_session_moves_and_a_second_import_takes_it_over():
    state = started()
    first = written(state)
    second = written(state, NOW + timedelta(days=2))
    moved = [uid for uid in first if first[uid].dtstart.value != second[uid].dtstart.value]

    assert set(first) == set(second)
    assert moved
    assert all(int(second[u].sequence.value) > int(first[u].sequence.value) for u in moved)
    assert min(standing(second)) >= datetime(2026, 11, 25)  # noqa: DTZ001 - floating


def test_a_session_done_on_another_day_keeps_its_event_and_none_is_doubled():
    state = started()
    first = written(state)
    done = lived(state, 1, lambda session, day: as_planned(session, day + 1))
    second = written(done, NOW + timedelta(days=1))
    days = [start.date() for start in standing(second)]

    assert set(first) == set(second)
    assert done.date_of(done.chapters[0].sessions[0].day) in days
    assert all((after - before).days >= 2 for before, after in pairwise(days))


def test_a_skipped_session_is_taken_out():
    state = started()
    before = written(state)
    skipped = lived(state, 1, lambda s, day: as_planned(s, day, kind=Kind.SKIPPED))
    after = written(skipped, NOW + timedelta(days=1))

    assert len(standing(before)) == len(standing(after)) + 1
    [gone] = [uid for uid, event in after.items() if event.status.value == "CANCELLED"]
    assert before[gone].dtstart.value == min(standing(before))


def test_sessions_that_a_new_plan_does_not_have_are_taken_out():
    state = lived(started(days_per_week="3"), 5)
    before = written(state)
    answers = replace(state.answers, days_per_week=codes.DaysPerWeek.TWO)
    later = state.with_answers(answers).with_result(date(2026, 12, 14))
    after = written(later, datetime(2026, 12, 14, tzinfo=UTC))

    assert later.plan.sessions_per_week == 2
    assert set(before) <= set(after)
    assert len(standing(after)) < len(standing(before))
    assert len(standing(after)) == 5 + len(schedule(later.chapters, today=21))


def test_while_the_questions_come_first_no_session_stands_in_the_calendar():
    state = lived(started(), 2)
    found = written(state, NOW + timedelta(days=60))

    assert len(standing(found)) == 2
    assert set(found) == set(written(state))


@given(text=hostile_text)
def test_notes_never_reach_the_calendar(text):
    assert calendar_file(noted(text), EVENING, NOW) == calendar_file(noted(""), EVENING, NOW)


@pytest.mark.parametrize("hour", [time(0), time(0, 1), time(12, 30), time(23, 59, 59)])
def test_the_calendar_can_be_read_by_two_programs_whatever_the_hour(hour):
    content = calendar_file(noted(""), replace(EVENING, time=hour, reminder=True), NOW)

    assert {start.time() for start in standing(events(content))} == {hour}
    assert icalendar.Calendar.from_ical(content)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_the_file_comes_after_the_choice_with_a_neutral_name():
    visitor = finished()

    assert visitor.get("calendar/file/").status_code == 404
    answer = visitor.post("calendar/", {"time": "", "reminder": ""})
    assert answer["Location"] == visitor.address("calendar/")
    file = visitor.get("calendar/file/")
    assert file["Content-Type"] == "text/calendar; charset=utf-8"
    assert file["Content-Disposition"] == 'attachment; filename="strength-sessions.ics"'
    assert "no-store" in file["Cache-Control"]
    assert file["X-Content-Type-Options"] == "nosniff"


def test_another_time_changes_the_events_and_not_their_names():
    visitor = finished()
    visitor.post("calendar/", {"time": "07:30"})
    first = events(visitor.get("calendar/file/").content)
    visitor.post("calendar/", {"time": "20:15"})
    second = events(visitor.get("calendar/file/").content)

    assert set(first) == set(second)
    assert {event.dtstart.value.time() for event in second.values()} == {time(20, 15)}


def test_the_calendar_is_there_for_a_plan_in_force_only():
    state = replace(trained(1).state, calendar=EVENING)

    assert kept(state).get("calendar/file/").status_code == 200
    for gone in (state.closed(), replace(state, help_shown=True)):
        assert kept(gone).get("calendar/file/").status_code == 404
        assert kept(gone).get("calendar/").status_code == 404
        assert kept(gone).post("calendar/", {"time": "18:00"}).status_code == 404


def test_a_calendar_follows_the_real_day():
    with time_machine.travel("2026-11-23 09:00", tick=False):
        visitor = finished()
        visitor.post("calendar/", {"time": "18:00"})
        first = events(visitor.get("calendar/file/").content)
    with time_machine.travel("2026-11-27 09:00", tick=False):
        second = events(visitor.get("calendar/file/").content)

    assert min(standing(first)).date() == date(2026, 11, 23)
    assert min(standing(second)).date() > date(2026, 11, 26)


def test_everybody_with_a_plan_has_a_calendar_that_another_program_reads():
    for name, (answers, verdict, _) in CASES.items():
        if verdict[1].endswith(("active", "supervisor")):
            assert written(started(**answers)), name
