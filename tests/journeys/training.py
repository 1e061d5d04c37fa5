"""Somebody who trains by clicking, and beside them the log that they should have."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import time_machine

from planner.engine import (
    EXERCISES,
    ExerciseDone,
    Kind,
    SessionDone,
    SetDone,
    Standing,
    StopSymptom,
    WeightUnit,
    follow,
    new_chapter,
    parse_answers,
)
from planner.models import PrivatePlan
from planner.state import decode
from tests.planner.people import somebody

MONDAY = date(2026, 3, 2)
DOSE = re.compile(r"(\d+) sets? of (\d+) \w[^,]*(?:, ([\d.]+) kg)?")
FIRST_LOAD, STEP = Decimal(10), Decimal(1)


class Trainee:
    """One person in a browser. `chapters` is built here, from what they were asked and pressed."""

    def __init__(self, visitor, clock, **answers):
        self.visitor, self.clock = visitor, clock
        self.today = 0
        self.sleeps_until(0)
        visitor.starts(**answers)
        visitor.asks_for_the_plan()
        self.link = visitor.link
        given = parse_answers(somebody(**answers))
        self.chapters = (new_chapter((), given, day=0),)

    @property
    def standing(self) -> Standing:
        """Where the engine says they stand today."""
        return follow(self.chapters, today=self.today)

    @property
    def kept(self):
        """The sessions that their private record holds."""
        state = decode(PrivatePlan.objects.read(self.link.split("/")[-2]))
        return [session for chapter in state.chapters for session in chapter.sessions]

    @property
    def noted(self):
        """The sessions that it should hold."""
        return [session for chapter in self.chapters for session in chapter.sessions]

    def sleeps_until(self, day):
        """Let days pass."""
        self.today = day
        self.clock.move_to(MONDAY + timedelta(days=day))

    def opens_today(self):
        """Open the private link, and see what the engine says."""
        self.visitor.goes_to(self.link)
        session = self.standing.next
        assert self.sees_session() == [
            (EXERCISES[target.exercise].name, target.sets, target.target, _weight(target))
            for target in session.targets
        ]
        return session

    def sees_session(self):
        """Read the session off the page: name, sets, repetitions or seconds, weight."""
        seen = []
        for box in self.visitor.page.locator("#session ~ .exercise, .faq .exercise").all():
            sets, count, load = DOSE.match(box.locator(".dose").text_content()).groups()
            name = box.locator("h3").text_content()
            seen.append((name, int(sets), int(count), load and Decimal(load)))
        return seen

    def trains_as_planned(self):
        """Sleep until the next session, do it, and press once; tell the first weights."""
        self.sleeps_until(self.standing.next.day)
        session = self.opens_today()
        self.visitor.presses("All as planned")
        done = tuple(
            _done(target, effort=session.effort_high, pain=self.usual_pain)
            for target in session.targets
        )
        weighed = tuple(map(_weighed, done))
        if weighed != done:
            for field in self.visitor.page.locator("[name$='_load']").all():
                field.fill(str(FIRST_LOAD))
            for field in self.visitor.page.locator("[name$='_step']").all():
                field.fill(str(STEP))
            self.visitor.presses("Keep this")
        self.notes(session, weighed, session_effort=session.effort_high)

    def trains(self, *, count=None, effort, pain, session_effort):
        """Sleep until the next session, do it otherwise than planned, and fill in the form."""
        self.sleeps_until(self.standing.next.day)
        session, page = self.opens_today(), self.visitor.page
        self.visitor.follows("Something was different")
        done = []
        for place, target in enumerate(session.targets, 1):
            told = _weighed(_done(target, count=count, effort=effort, pain=pain))
            for number in range(1, target.sets + 1):
                page.locator(f"[name='e{place}_set_{number}']").fill(str(told.sets[0].count))
            page.locator(f"[name='e{place}_effort']").fill(str(effort))
            page.locator(f"[name='e{place}_pain']").fill(str(pain))
            if told.step is not None:
                page.locator(f"[name='e{place}_load']").fill(str(told.sets[0].load))
                page.locator(f"[name='e{place}_step']").fill(str(told.step))
            done.append(told)
        page.locator("[name='stop_symptom']").select_option("none")
        page.locator("[name='session_effort']").fill(str(session_effort))
        self.visitor.presses("Save")
        if self.visitor.page.locator(".error-summary").count():
            self.visitor.presses("Save")
        self.notes(session, tuple(done), session_effort=session_effort)

    def notes(self, session, done, **told):
        """Write down what the record should hold by now, and look whether it does."""
        entry = SessionDone(
            number=session.number,
            day=self.today,
            kind=Kind.FULL,
            exercises=done,
            stop_symptom=StopSymptom.NONE,
            **told,
        )
        *before, last = self.chapters
        self.chapters = (*before, replace(last, sessions=(*last.sessions, entry)))
        assert self.kept == self.noted

    @property
    def usual_pain(self):
        return self.chapters[-1].answers.pain_now or 0


def clock():
    """A clock that stands still until it is moved; the browser keeps its own."""
    return time_machine.travel(MONDAY, tick=False)


def _done(target, *, count=None, effort, pain):
    reached = target.target if count is None else count
    return ExerciseDone(
        exercise=target.exercise,
        sets=(SetDone(count=reached, load=target.load),) * target.sets,
        effort=effort,
        pain=pain,
        step=target.step if target.load is not None else None,
        unit=target.weight_unit,
    )


def _weighed(done):
    if not EXERCISES[done.exercise].is_loadable or done.sets[0].load is not None:
        return done
    sets = tuple(replace(each, load=FIRST_LOAD) for each in done.sets)
    return replace(done, sets=sets, step=STEP, unit=WeightUnit.KILOGRAM)


def _weight(target):
    return target.load if EXERCISES[target.exercise].is_loadable else None
