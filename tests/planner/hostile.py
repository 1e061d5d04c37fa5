"""Texts that try to act in some format, and a person who wrote one of them as a note."""

from dataclasses import replace
from datetime import date
from functools import cache

from hypothesis import strategies as st

from planner.engine import ExerciseDone, Kind, SessionDone, SetDone, drop_irrelevant, parse_answers
from planner.state import State
from tests.planner.people import somebody

DAY = date(2026, 11, 23)
HOSTILE = (
    "=1+1",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    ' =HYPERLINK("http://example.org","x")',
    "\uff1d1+1",
    'a","b\r\n=1+1',
    "END:VEVENT\r\nBEGIN:VALARM",
    "a;b,c\\n:d",
    "<script>alert(1)</script>",
    "</div><img src=x onerror=alert(1)>",
    "]]>&lt;&#x41;",
    "\u202etxt.exe",
    "é" * 200,
    "🏋️" * 120,
    "\x00\x07\x1b[31m",
    "\ufffe\uffff",
    '#read("/etc/passwd")',
    "{{ 7|add:7 }}{% debug %}",
)
hostile_text = st.sampled_from(HOSTILE) | st.text(
    st.characters(codec="utf-8") | st.sampled_from("=+-@\t\r\n\"';,:\\<>&\x00\x85\u2028"),
    max_size=120,
)


def in_force(**changes):
    """The record of somebody who has just got their plan, on DAY."""
    raw = somebody(**changes) | {"self_harm": None}
    return State(answers=drop_irrelevant(parse_answers(raw)), self_harm_asked=True).with_result(DAY)


BASE = cache(in_force)


def noted(text, *, exercises=None):
    """The record of somebody who wrote this about their first session."""
    state = BASE()
    [chapter] = state.chapters
    if exercises is None:
        code = chapter.plan.template_a[0]
        exercises = (ExerciseDone(exercise=code, sets=(SetDone(count=8),), effort=6, pain=0),)
    entry = SessionDone(number=1, day=0, kind=Kind.FULL, exercises=exercises, note=text)
    return replace(state, chapters=(replace(chapter, sessions=(entry,)),))
