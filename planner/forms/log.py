"""The log of one session as a form: numbers in, an entry out; nothing is filled in for safety."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from planner.engine import (
    EXERCISES,
    ExerciseDone,
    Kind,
    Oddity,
    SessionDone,
    SetDone,
    StopSymptom,
    WeightUnit,
    oddities,
)
from planner.log_sheet import (
    MOST_SETS,
    Field,
    Line,
    Sheet,
    is_weighed,
    line_fields,
    session_fields,
)

MOST_LINES, CLOSE_DAYS = 12, 1
IS_IT_RIGHT = gettext_lazy("Is this right? If it is, press Save again.")
UNLIKELY: dict[Oddity, Any] = {
    Oddity.COUNT: gettext_lazy("That is many more than planned."),
    Oddity.SETS: gettext_lazy("Those are many more sets than planned."),
    Oddity.LOAD: gettext_lazy("That is much heavier than before."),
}
ODD_FIELD = {Oddity.COUNT: "set_1", Oddity.SETS: "set_1", Oddity.LOAD: "load"}


class LogForm(forms.Form):
    """One session. `looked_again` is set by a page that has asked about an unlikely number."""

    looked_again = forms.BooleanField(required=False, widget=forms.HiddenInput)
    made_for = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    def __init__(self, sheet: Sheet, data: Any = None) -> None:
        super().__init__(data)
        self.sheet = sheet
        self.lines = sheet.lines if data is None else _lines_sent(sheet, data)
        self.initial["made_for"] = sheet.made_for
        if sheet.session:
            self.fields["correction"] = forms.CharField(widget=forms.HiddenInput, initial="on")
        for place, line in enumerate(self.lines, 1):
            for field in line_fields(sheet, f"e{place}", line, boxes=self._boxes_sent(place)):
                self._add(field)
        for field in session_fields(sheet, self.lines):
            self._add(field)

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The fields by exercise, for the page."""
        return [
            {
                "name": _(EXERCISES[line.code].name),
                "dose": line.dose,
                "code": self[f"e{place}_exercise"],
                "sets": [self[name] for name in self._set_names(f"e{place}")],
                "load": [self[name] for name in self._names(f"e{place}", "load", "step")],
                "felt": [self[name] for name in self._names(f"e{place}", "effort", "pain")],
            }
            for place, line in enumerate(self.lines, 1)
        ]

    @property
    def typed(self) -> list[tuple[str, str]]:
        """Everything that was sent, with its label, to be shown back."""
        return [
            (self._whole_label(field), _shown(field))
            for field in self
            if not field.is_hidden and field.value() not in {None, "", False}
        ]

    def _whole_label(self, field: forms.BoundField) -> str:
        place = field.name.partition("_")[0].removeprefix("e")
        if not place.isdigit():
            return str(field.label)
        return f"{_(EXERCISES[self.lines[int(place) - 1].code].name)}, {field.label}"

    @property
    def when(self) -> date:
        """The day of the session; today where it could not be read."""
        return self.cleaned_data.get("day") or self.sheet.today

    def entry(self, day: int) -> SessionDone:
        """Give what could be read as an entry; its number is given where it is kept."""
        cleaned = self.cleaned_data
        symptom = cleaned.get("stop_symptom")
        done = self._all_done()
        kind = self._kind(symptom, done)
        return SessionDone(
            number=1,
            day=day,
            kind=kind,
            exercises=() if kind is Kind.SKIPPED else done,
            mood_before=cleaned.get("mood_before"),
            mood_after=cleaned.get("mood_after"),
            session_effort=cleaned.get("session_effort"),
            pain_next_day=cleaned.get("pain_next_day"),
            stop_symptom=StopSymptom(symptom) if symptom else None,
            note=cleaned.get("note") or "",
        )

    def _kind(self, symptom: str | None, done: tuple[ExerciseDone, ...]) -> Kind:
        if symptom and symptom != StopSymptom.NONE:
            return Kind.STOPPED
        if self.sheet.kind is None:
            return Kind.TINY if done else Kind.SKIPPED
        return Kind(self.cleaned_data.get("kind") or self.sheet.kind)

    def _all_done(self) -> tuple[ExerciseDone, ...]:
        found = (self._done(place, line) for place, line in enumerate(self.lines, 1))
        return tuple(each for each in found if each)

    def _done(self, place: int, line: Line) -> ExerciseDone | None:
        cleaned, prefix = self.cleaned_data, f"e{place}"
        counts = [count for name in self._set_names(prefix) if (count := cleaned.get(name))]
        effort, pain = cleaned.get(f"{prefix}_effort"), cleaned.get(f"{prefix}_pain")
        if not counts and effort is None and pain is None:
            return None
        if pain is None and counts and cleaned.get("no_pain"):
            pain = self.sheet.usual_pain
        load, unit = cleaned.get(f"{prefix}_load"), None
        load = None if load is None else Decimal(load)
        if load is not None and is_weighed(line.code):
            unit = WeightUnit(cleaned.get("unit") or self.sheet.unit)
        return ExerciseDone(
            exercise=line.code,
            sets=tuple(SetDone(count=count, load=load) for count in counts),
            effort=effort,
            pain=pain,
            step=cleaned.get(f"{prefix}_step") if load is not None else None,
            unit=unit,
        )

    def clean(self) -> dict[str, Any]:
        """Ask for what cannot be, and once more about what is unlikely."""
        cleaned = self.cleaned_data
        done = [
            each for place, line in enumerate(self.lines, 1) if (each := self._done(place, line))
        ]
        kind = self._kind(cleaned.get("stop_symptom"), tuple(done))
        if kind in {Kind.FULL, Kind.TINY} and not self.errors and not any(x.sets for x in done):
            field = self._set_names("e1")[0] if self.lines else None
            self.add_error(field, _("Please fill in at least one set, or skip this session."))
        self._check_day(cleaned.get("day"))
        if not cleaned.get("looked_again"):
            self._ask_again()
        return cleaned

    def _check_day(self, day: date | None) -> None:
        if day is None:
            return
        if day > self.sheet.today:
            self.add_error("day", _("This day is still to come. Please choose today or earlier."))
        elif day < self.sheet.earliest:
            self.add_error(
                "day", _("This is before your plan was made. Please choose a later day.")
            )

    def _ask_again(self) -> None:
        found = list(self._unlikely())
        for name, message in found:
            if name not in self.errors:
                self.add_error(name, f"{message} {IS_IT_RIGHT}")
        if found:
            self.data = self.data.copy()
            self.data["looked_again"] = "on"

    def _unlikely(self) -> Any:
        for place, line in enumerate(self.lines, 1):
            done = self._done(place, line)
            for oddity in sorted(oddities(done, line.target)) if done else ():
                yield (
                    f"e{place}_{ODD_FIELD[oddity]}",
                    f"{_(EXERCISES[line.code].name)}: {UNLIKELY[oddity]}",
                )
        day = self.cleaned_data.get("day")
        if day and any(abs((day - other).days) <= CLOSE_DAYS for other in self.sheet.near):
            yield "day", _("This is the day of another session, or the day beside it.")
        elif day and any(day < other for other in self.sheet.near) and not self.sheet.session:
            yield "day", _("This is before a session that you noted already.")

    def _set_names(self, prefix: str) -> list[str]:
        return [name for name in self.fields if name.startswith(f"{prefix}_set_")]

    def _boxes_sent(self, place: int) -> int:
        """Count the boxes of sets that were sent, so that none of them is lost."""
        names = [f"e{place}_set_{number}" for number in range(1, MOST_SETS + 1)]
        return max((at for at, name in enumerate(names, 1) if self.data.get(name)), default=0)

    def _names(self, prefix: str, *ends: str) -> list[str]:
        return [name for end in ends if (name := f"{prefix}_{end}") in self.fields]

    def _add(self, field: Field) -> None:
        self.fields[field.name] = field.field
        self.initial[field.name] = field.initial

    @property
    def session_fields(self) -> list[forms.BoundField]:
        """The fields that belong to no one exercise, in their order."""
        names = ("kind", "mood_before", "mood_after", "session_effort", "pain_next_day", "day")
        return [self[name] for name in (*names, "note") if name in self.fields]


def _shown(field: forms.BoundField) -> str:
    if isinstance(field.field, forms.BooleanField):
        return _("yes")
    choices = dict(getattr(field.field, "choices", ()))
    return str(choices.get(field.value(), field.value()))


def _lines_sent(sheet: Sheet, data: Any) -> tuple[Line, ...]:
    """List the exercises that the form was made for, even where the session is another by now."""
    known, lines = {line.code: line for line in sheet.lines}, {}
    for place in range(1, MOST_LINES + 1):
        code = data.get(f"e{place}_exercise")
        if code not in EXERCISES or code in lines:
            break  # the next ones would stand in the wrong place
        lines[code] = known.get(code, Line(code=code))
    return tuple(lines.values())
