"""How each exercise went over time: its load and its repetitions or seconds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from planner.engine import EXERCISES, ExerciseDone, SessionDone, WeightUnit, codes
from planner.presenters.charts import Chart, Table, round_steps
from planner.presenters.engine_words import name_of

KILOGRAMS_IN_A_POUND = Decimal("0.45359237")
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseProgress:
    """One exercise: how often, how it was last time, and its charts once there are two times."""

    name: str
    times: str
    latest: str
    note: str
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Time:
    """One exercise of one session; `load` is the heaviest, in the unit used last."""

    day: date
    done: ExerciseDone
    load: Decimal | None

    @property
    def counts(self) -> list[int]:
        return [each.count for each in self.done.sets]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """How to name what an exercise is counted and loaded in."""

    counted: str
    load: str
    unit: str


def exercise_progress(
    sessions: list[SessionDone], date_of: Callable[[int], date], *, is_unit_named: bool
) -> tuple[ExerciseProgress, ...]:
    """Show every exercise that was logged, those done most often first.

    `is_unit_named` says whether kg or lb stand beside the loads.
    """
    logged: dict[str, list[tuple[date, ExerciseDone]]] = {}
    for session in sessions:
        for done in session.exercises:
            if done.sets:
                logged.setdefault(done.exercise, []).append((date_of(session.day), done))
    return tuple(
        _one(code, days, is_unit_named=is_unit_named)
        for code, days in sorted(logged.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def first_rise(sessions: list[SessionDone], date_of: Callable[[int], date]) -> str:
    """Name the first exercise done with more load than the first time; empty before that."""
    started: dict[str, ExerciseDone] = {}
    for session in sessions:
        for done in session.exercises:
            load = _heaviest(done, done.unit)
            if load is None:
                continue
            first = started.setdefault(done.exercise, done)
            if load > (_heaviest(first, done.unit) or load):
                return _("%(name)s, on %(day)s.") % {
                    "name": name_of(done.exercise),
                    "day": date_format(date_of(session.day), "MONTH_DAY_FORMAT"),
                }
    return ""


def _one(
    code: str, days: list[tuple[date, ExerciseDone]], *, is_unit_named: bool
) -> ExerciseProgress:
    exercise = EXERCISES[code]
    units = [done.unit for _day, done in days if done.unit]
    unit = units[-1] if units else None
    times = [_Time(day=day, done=done, load=_heaviest(done, unit)) for day, done in days]
    words = _Words(
        counted=_("seconds") if exercise.unit.is_timed else _("repetitions"),
        load=_("band number") if exercise.equipment is codes.Equipment.BAND else _("load"),
        unit=f" {unit}" if unit and is_unit_named else "",
    )
    charts = (_load_chart(code, times, words), _count_chart(code, times, words))
    return ExerciseProgress(
        name=name_of(code),
        times=ngettext("%(times)d time", "%(times)d times", len(times)) % {"times": len(times)},
        latest=_latest(times[-1], words),
        note=_("Some loads were noted in another unit. All stand in the one you used last.")
        if len(set(units)) > 1
        else "",
        charts=tuple(each for each in charts if each),
    )


def _heaviest(done: ExerciseDone, unit: WeightUnit | None) -> Decimal | None:
    """Give the heaviest load of an exercise in a unit, to a tenth; None where none was noted."""
    load = max((each.load for each in done.sets if each.load is not None), default=None)
    if load is None or done.unit in {None, unit}:
        return load
    in_pounds = unit is WeightUnit.POUND
    converted = load / KILOGRAMS_IN_A_POUND if in_pounds else load * KILOGRAMS_IN_A_POUND
    return converted.quantize(TENTH)


def _latest(time: _Time, words: _Words) -> str:
    said = {
        "day": date_format(time.day, "MONTH_DAY_FORMAT"),
        "counts": ", ".join(map(str, time.counts)),
        "counted": words.counted,
        "measure": words.load,
        "load": _number(time.load) + words.unit,
    }
    if time.load is None:
        return _("Last time, on %(day)s: %(counts)s %(counted)s.") % said
    return _("Last time, on %(day)s: %(counts)s %(counted)s, %(measure)s %(load)s.") % said


def _load_chart(code: str, times: list[_Time], words: _Words) -> Chart | None:
    """Draw the heaviest load of each time; a time without one is a gap."""
    loaded = [time for time in times if time.load is not None]
    if len(loaded) < 2:
        return None
    amounts = [float(time.load) for time in loaded if time.load is not None]
    first, last = loaded[0], loaded[-1]
    return Chart(
        key=f"{code}-load",
        title=_("%(name)s: %(measure)s") % {"name": name_of(code), "measure": words.load},
        sentence=_("%(measure)s: %(first)s on %(first_day)s, %(last)s on %(last_day)s.")
        % {
            "measure": capfirst(words.load),
            "first": _number(first.load) + words.unit,
            "first_day": date_format(first.day, "MONTH_DAY_FORMAT"),
            "last": _number(last.load) + words.unit,
            "last_day": date_format(last.day, "MONTH_DAY_FORMAT"),
        },
        table=Table(
            head=(_("Day"), capfirst(words.load)),
            rows=tuple(
                (
                    date_format(time.day, "MONTH_DAY_FORMAT"),
                    _("not noted") if time.load is None else _number(time.load) + words.unit,
                )
                for time in times
            ),
        ),
        series={
            words.load: [(_place(t), None if t.load is None else float(t.load)) for t in times]
        },
        x_labels=_ends(times),
        y_labels={step: _number(step) for step in round_steps(amounts)},
    )


def _count_chart(code: str, times: list[_Time], words: _Words) -> Chart | None:
    """Draw the best set of each time."""
    if len(times) < 2:
        return None
    best = [max(time.counts) for time in times]
    return Chart(
        key=f"{code}-count",
        title=_("%(name)s: %(measure)s") % {"name": name_of(code), "measure": words.counted},
        sentence=_(
            "Most %(counted)s in one set: %(first)d on %(first_day)s, %(last)d on %(last_day)s."
        )
        % {
            "counted": words.counted,
            "first": best[0],
            "first_day": date_format(times[0].day, "MONTH_DAY_FORMAT"),
            "last": best[-1],
            "last_day": date_format(times[-1].day, "MONTH_DAY_FORMAT"),
        },
        table=Table(
            head=(_("Day"), _("%(counted)s in each set") % {"counted": capfirst(words.counted)}),
            rows=tuple(
                (date_format(time.day, "MONTH_DAY_FORMAT"), ", ".join(map(str, time.counts)))
                for time in times
            ),
        ),
        series={words.counted: [(_place(t), b) for t, b in zip(times, best, strict=True)]},
        x_labels=_ends(times),
        y_labels={step: _number(step) for step in round_steps(best, finest=1)},
    )


def end_day(day: date) -> str:
    """Write a day below the end of a chart, shortly."""
    return date_format(day, pgettext("day below a chart", "j M"))


def _place(time: _Time) -> int:
    return time.day.toordinal()


def _ends(times: list[_Time]) -> dict[float, str]:
    return {_place(time): end_day(time.day) for time in (times[0], times[-1])}


def _number(value: Decimal | float | None) -> str:
    """Write a number as the language does, without zeros that say nothing."""
    return "" if value is None else number_format(f"{value:.4f}".rstrip("0").rstrip("."))
