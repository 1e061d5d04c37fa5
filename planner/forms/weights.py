"""The weights of a session that was noted in one press, asked for afterwards."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from planner.engine import EXERCISES, ExerciseDone, SessionDone, WeightUnit
from planner.log_sheet import Line, is_weighed, load_fields, unit_field

ENDS = ("load", "step")


class WeightsForm(forms.Form):
    """Asked after a session that was noted in one press: the weights nobody knows yet.

    Fields are named after their exercise: another tab may have told some of the weights meanwhile.
    """

    def __init__(self, lines: tuple[Line, ...], unit: WeightUnit, data: Any = None) -> None:
        super().__init__(data)
        self.lines = lines
        for line in lines:
            for field in load_fields(line.code, line):
                self.fields[field.name], self.initial[field.name] = field.field, field.initial
        if any(is_weighed(line.code) for line in lines):
            self.fields["unit"], self.initial["unit"] = unit_field(), unit

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields by exercise, for the page."""
        return [
            (
                _(EXERCISES[line.code].name),
                [self[f"{line.code}_{end}"] for end in ENDS if f"{line.code}_{end}" in self.fields],
            )
            for line in self.lines
        ]

    def put_into(self, session: SessionDone) -> SessionDone:
        """Give the session with these weights in every set of their exercises."""
        return replace(session, exercises=tuple(map(self._weighed, session.exercises)))

    def _weighed(self, done: ExerciseDone) -> ExerciseDone:
        load = self.cleaned_data.get(f"{done.exercise}_load")
        if load is None:
            return done
        load = Decimal(load)
        is_weight = is_weighed(done.exercise)
        return replace(
            done,
            sets=tuple(replace(each, load=load) for each in done.sets),
            step=self.cleaned_data.get(f"{done.exercise}_step"),
            unit=WeightUnit(self.cleaned_data.get("unit") or "kg") if is_weight else None,
        )
