"""The log as a table for spreadsheets: one row a set, and no cell that acts."""

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext, gettext_lazy

from planner.engine import EXERCISES, ExerciseDone, SessionDone, WeightUnit
from planner.labels import Text
from planner.state import State

Cell = str | int | Decimal | None

# Each number has its own column for each unit, so that a column can be added up.
COLUMNS: dict[str, Text] = {
    "date": gettext_lazy("Date (year-month-day)"),
    "plan": gettext_lazy("Plan (number)"),
    "session": gettext_lazy("Session (number)"),
    "kind": gettext_lazy("How it was done (full, tiny, skipped, stopped_safety)"),
    "exercise": gettext_lazy("Exercise"),
    "set": gettext_lazy("Set (number)"),
    "repetitions": gettext_lazy("Repetitions (count)"),
    "seconds": gettext_lazy("Time (seconds)"),
    "kilograms": gettext_lazy("Weight (kg)"),
    "pounds": gettext_lazy("Weight (lb)"),
    "band": gettext_lazy("Band (number, 1 is lightest)"),
    "effort": gettext_lazy("Effort (0 to 10)"),
    "pain": gettext_lazy("Pain (0 to 10)"),
    "mood_before": gettext_lazy("Mood before (0 to 10)"),
    "mood_after": gettext_lazy("Mood after (0 to 10)"),
    "session_effort": gettext_lazy("Effort of the session (0 to 10)"),
    "pain_next_day": gettext_lazy("Pain the day after the session before (0 to 10)"),
    "stop_symptom": gettext_lazy("Sign to stop (code)"),
    "note": gettext_lazy("Note"),
}
UNIT_COLUMNS = {WeightUnit.KILOGRAM: "kilograms", WeightUnit.POUND: "pounds", None: "band"}
# What makes a spreadsheet read a cell as a formula, the full-width signs too.
ACTING = re.compile(r"^\s*[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20]")
# A cell is one line, and no sign in it can end a row or hide what stands before it.
BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def log_table(state: State) -> bytes:
    """Write the log as CSV: UTF-8 with a byte order mark, every text quoted."""
    file = io.StringIO()
    rows = csv.DictWriter(file, tuple(COLUMNS), quoting=csv.QUOTE_NONNUMERIC)
    rows.writerow({name: str(title) for name, title in COLUMNS.items()})
    for plan, chapter in enumerate(state.chapters, start=1):
        for session in chapter.sessions:
            shared = {"plan": plan, "date": str(state.date_of(session.day))}
            for row in _rows(session):
                rows.writerow({name: _safe(cell) for name, cell in (shared | row).items()})
    return file.getvalue().encode("utf-8-sig")


def _rows(session: SessionDone) -> Iterator[dict[str, Cell]]:
    """Give one row a set; an exercise or a session without sets still has its row."""
    shared: dict[str, Cell] = {
        "session": session.number,
        "kind": str(session.kind),
        "mood_before": session.mood_before,
        "mood_after": session.mood_after,
        "session_effort": session.session_effort,
        "pain_next_day": session.pain_next_day,
        "stop_symptom": session.stop_symptom and str(session.stop_symptom),
        "note": session.note,
    }
    rows = [row for exercise in session.exercises for row in _sets(exercise)] or [{}]
    yield from (shared | row for row in rows)


def _sets(done: ExerciseDone) -> Iterator[dict[str, Cell]]:
    exercise = EXERCISES[done.exercise]
    counted = "seconds" if exercise.unit.is_timed else "repetitions"
    shared: dict[str, Cell] = {
        "exercise": gettext(exercise.name),
        "effort": done.effort,
        "pain": done.pain,
    }
    for number, each in enumerate(done.sets, start=1):
        weight = UNIT_COLUMNS[done.unit]
        yield shared | {"set": number, counted: each.count, weight: each.load}
    if not done.sets:
        yield shared


def _safe(cell: Cell) -> Cell:
    """Make a text one line that no spreadsheet takes for a formula."""
    if not isinstance(cell, str):
        return cell
    line = BREAKS.sub(" ", cell)
    return f"'{line}" if ACTING.match(line) else line
