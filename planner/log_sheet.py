"""What a log form is made for, and the fields that this calls for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from planner import log_fields as fields
from planner.engine import EXERCISES, ExerciseDone, Kind, SessionDone, Target, WeightUnit, codes
from planner.labels import KINDS, STOP_SYMPTOMS, WEIGHT_UNITS

MOST_SETS, MOST_COUNT, MOST_WEIGHT, MOST_STEP, MOST_BANDS = 10, 999, 999, 50, 9
LONGEST_NOTE = 500
CHOSEN_KINDS = (Kind.FULL, Kind.TINY, Kind.SKIPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One exercise of the form: what was to be done, in words and numbers, and what is known."""

    code: str
    dose: str = ""
    target: Target | None = None
    done: ExerciseDone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a log form is made for; `made_for` is what it starts from (planner/diary.py).

    `kind` is None where the person stops early: what they did decides. `near` are the days of the
    other sessions. `session` is what a correction starts from.
    """

    kind: Kind | None
    lines: tuple[Line, ...]
    made_for: str
    earliest: date
    today: date
    near: tuple[date, ...]
    day: date
    session: SessionDone | None = None
    mood_before: int | None = None
    unit: WeightUnit = WeightUnit.KILOGRAM
    usual_pain: int = 0
    asks_next_day: bool = False


def blank_sheet(today: date) -> Sheet:
    """Give what reads a form that belongs to no plan, only to show it back."""
    return Sheet(
        kind=None,
        lines=(),
        made_for="",
        earliest=date.min,
        today=today,
        near=(),
        day=today,
        asks_next_day=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field under its name, and what stands in it at first."""

    name: str
    field: forms.Field
    initial: Any = None


def is_weighed(code: str) -> bool:
    """Whether the load of an exercise is a weight; a band has a number instead."""
    exercise = EXERCISES[code]
    return exercise.is_loadable and exercise.equipment is not codes.Equipment.BAND


def line_fields(sheet: Sheet, prefix: str, line: Line, *, boxes: int) -> Iterator[Field]:
    """Give the fields of one exercise, with at least so many `boxes` for sets.

    What the plan says is filled in, to be changed where it was not so; effort and pain never are.
    """
    name, done = _(EXERCISES[line.code].name), line.done
    exercise = forms.CharField(widget=forms.HiddenInput)
    yield Field(name=f"{prefix}_exercise", field=exercise, initial=line.code)
    for number, count in enumerate(_counts(sheet, line, boxes), 1):
        label = _("Set %(number)d") % {"number": number}
        box = fields.whole(label, 1, MOST_COUNT, about=f"{name}, {label}")
        yield Field(name=f"{prefix}_set_{number}", field=box, initial=count)
    if EXERCISES[line.code].is_loadable:
        yield from load_fields(prefix, line)
    for end, label in (("effort", _("Effort (0 to 10)")), ("pain", _("Pain (0 to 10)"))):
        scale = fields.whole(label, 0, 10, about=f"{name}, {label}")
        yield Field(name=f"{prefix}_{end}", field=scale, initial=getattr(done, end, None))


def load_fields(prefix: str, line: Line) -> Iterator[Field]:
    """Give the fields of a load: a weight and its smallest step, or the number of a band."""
    name, done, target = _(EXERCISES[line.code].name), line.done, line.target
    loads = [each.load for each in done.sets if each.load is not None] if done else []
    known = target.load if target and not done else None
    load = min(loads, default=known)
    if not is_weighed(line.code):
        label = _("Band, 1 is the lightest")
        band = fields.whole(label, 1, MOST_BANDS, about=f"{name}, {label}")
        yield Field(name=f"{prefix}_load", field=band, initial=load)
        return
    weight = fields.weight(_("How heavy"), MOST_WEIGHT, about=f"{name}, {_('How heavy')}")
    yield Field(name=f"{prefix}_load", field=weight, initial=load)
    label = _("Smallest step")
    step = (done.step if done else None) or (target.step if target else None)
    smallest = fields.weight(label, MOST_STEP, about=f"{name}, {label}")
    yield Field(name=f"{prefix}_step", field=smallest, initial=step)


def _counts(sheet: Sheet, line: Line, boxes: int) -> list[int | None]:
    """Give what stands in the boxes of the sets at first, and one box more."""
    planned = line.target.sets if line.target else 1
    counts: list[int | None] = []
    if line.done:
        counts = [each.count for each in line.done.sets]
    elif line.target and sheet.kind and not sheet.session:
        counts = [line.target.target] * planned
    room = min(max(planned + 1, len(counts) + 1, boxes), MOST_SETS)
    return (counts + [None] * room)[:room]


def session_fields(sheet: Sheet, lines: tuple[Line, ...]) -> Iterator[Field]:
    """Give the fields that belong to no one exercise."""
    session = sheet.session
    if any(is_weighed(line.code) for line in lines):
        yield Field(name="unit", field=unit_field(), initial=sheet.unit)
    label = _("No pain beyond my usual in any exercise")
    yield Field(name="no_pain", field=forms.BooleanField(required=False, label=label))
    yield Field(
        name="stop_symptom",
        field=fields.choice(_("Did anything worrying happen?"), STOP_SYMPTOMS, is_short=False),
        initial=session and session.stop_symptom,
    )
    if session and session.kind is not Kind.STOPPED:
        kinds = {kind: KINDS[kind] for kind in CHOSEN_KINDS}
        yield Field(
            name="kind", field=fields.choice(_("What was it?"), kinds), initial=session.kind
        )
    for name, label in _scales(sheet):
        given = getattr(session, name, None)
        if name == "mood_before" and session is None:
            given = sheet.mood_before
        yield Field(name=name, field=fields.whole(label, 0, 10), initial=given)
    latest = sheet.today.isoformat()
    day = fields.day(_("Day of the session"), latest=latest)
    yield Field(name="day", field=day, initial=sheet.day)
    label = _("A note for yourself (you can leave it empty)")
    yield Field(
        name="note", field=fields.note(label, LONGEST_NOTE), initial=session and session.note
    )


def unit_field() -> forms.Field:
    """Give the choice between kilograms and pounds."""
    return fields.choice(_("Measured in"), WEIGHT_UNITS)


def _scales(sheet: Sheet) -> Iterator[tuple[str, str]]:
    yield "mood_before", _("Mood before, 0 to 10 (10 is best)")
    yield "mood_after", _("Mood after, 0 to 10")
    yield "session_effort", _("The whole session, effort 0 to 10")
    if sheet.asks_next_day:
        yield (
            "pain_next_day",
            _("Your usual pain on the day after your last session, 0 to 10"),
        )
