"""The sessions as an iCalendar file (RFC 5545): neutral words, floating time, updatable."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid5

import icalendar
from django.utils.translation import gettext as _

from planner.engine import Chapter, Kind, schedule
from planner.kept import CalendarChoice
from planner.state import State

REFRESH = timedelta(hours=12)
REMINDER = timedelta(minutes=-30)
PRODUCT = "-//TTL//Strength sessions//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One session in the calendar: `number` counts over all chapters, from 1; `day` is of the log.

    One that is not to be done any more stays, withdrawn, so that a calendar takes it out.
    """

    number: int
    day: int
    is_withdrawn: bool = False
    is_to_come: bool = False


def calendar_file(state: State, choice: CalendarChoice, now: datetime) -> bytes:
    """Write every session, done or to come, as one event whose name never changes.

    Each file numbers its events by the seconds since the plan began, so that whatever was moved,
    done or withdrawn since the last one is taken over, and nothing has to be remembered.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _("Strength sessions"))
    calendar.add("x-wr-calname", _("Strength sessions"))
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    for appointment in appointments(state.chapters, state.day_of(now.date())):
        calendar.add_component(_event(appointment, state, choice, now))
    return calendar.to_ical()


def appointments(chapters: tuple[Chapter, ...], today: int) -> Iterator[Appointment]:
    """Give the sessions of the log, those to come, and those that no plan holds any more."""
    number = possible = 0
    for chapter in chapters:
        possible = max(possible, number + _sessions_left(chapter))
        for done in chapter.sessions:
            number += 1
            skipped = done.kind is Kind.SKIPPED
            yield Appointment(number=number, day=done.day, is_withdrawn=skipped)
    before = number + 1 - chapters[-1].next_number
    for session, day in schedule(chapters, today=today):
        number = before + session
        yield Appointment(number=number, day=day, is_to_come=True)
    for gone in range(number + 1, possible + 1):
        yield Appointment(number=gone, day=chapters[-1].day, is_withdrawn=True)


def _sessions_left(chapter: Chapter) -> int:
    """Count the sessions of a chapter when it began."""
    return len(chapter.plan.weeks) * chapter.plan.sessions_per_week + 1 - chapter.first_session


def _event(
    appointment: Appointment, state: State, choice: CalendarChoice, now: datetime
) -> icalendar.Event:
    day = state.date_of(appointment.day)
    began = datetime.combine(state.date_of(0), datetime.min.time(), now.tzinfo)
    event = icalendar.Event()
    event.add("uid", str(uuid5(choice.namespace, str(appointment.number))))
    event.add("sequence", int((now - began).total_seconds()))
    event.add("dtstamp", now)
    event.add("summary", _("Strength session"))
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if appointment.is_withdrawn else "CONFIRMED")
    if choice.time is None:
        event.add("dtstart", day)
        event.add("transp", "TRANSPARENT")
        return event
    # Without a time zone: six in the evening stays six in the evening when the clocks change.
    event.add("dtstart", datetime.combine(day, choice.time))
    event.add("duration", timedelta(minutes=state.chapters[-1].plan.session_minutes))
    if choice.reminder and appointment.is_to_come:
        event.add_component(_reminder())
    return event


def _reminder() -> icalendar.Alarm:
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", REMINDER)
    alarm.add("description", _("Strength session"))
    return alarm
