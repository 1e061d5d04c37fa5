"""Progress in words and charts: what was done and how it felt, never a count that can be lost."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from planner.engine import Facts, SessionDone, check_level
from planner.presenters.answers import LEVELS
from planner.presenters.charts import Chart, Table
from planner.presenters.exercise_progress import (
    ExerciseProgress,
    end_day,
    exercise_progress,
    first_rise,
)
from planner.state import State

# ADH-06.
SESSIONS_FOR_A_CHART = 4
SHORT, STRONGEST = 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressView:
    """The progress page.

    `first_rise` is empty until an exercise was done with more load than the first time. `mood` is
    there once enough sessions have both moods; until then `mood_waits_for` says how many are still
    to come. `check_rows` stands alone as long as there is no chart of the mood checks; with neither
    there is no mood check.
    """

    sessions: int
    weeks: int
    first_rise: str
    exercises: tuple[ExerciseProgress, ...]
    mood: Chart | None
    mood_waits_for: int
    checks: Chart | None
    check_rows: Table | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """A mood check, or what the questionnaire had of one."""

    day: int
    phq: tuple[int, ...]
    gad: tuple[int, ...]
    chair_stands: int | None = None


def progress_view(state: State) -> ProgressView:
    """Put the whole log into words and charts."""
    sessions = [session for chapter in state.chapters for session in chapter.sessions]
    done = [session for session in sessions if session.is_done]
    taken = _taken(state)
    felt = [each for each in sessions if None not in {each.mood_before, each.mood_after}]
    checks = _check_chart(taken, state)
    return ProgressView(
        sessions=len(done),
        weeks=len({session.day // 7 for session in done}),
        first_rise=first_rise(sessions, state.date_of),
        exercises=exercise_progress(
            sessions, state.date_of, is_unit_named=not Facts(state.answers).eating_disorder
        ),
        mood=_mood(felt, state) if len(felt) >= SESSIONS_FOR_A_CHART else None,
        mood_waits_for=max(0, SESSIONS_FOR_A_CHART - len(felt)),
        checks=checks,
        check_rows=_check_rows(taken, state) if taken and not checks else None,
    )


def _mood(felt: list[SessionDone], state: State) -> Chart:
    before = [(each.day, each.mood_before) for each in felt]
    after = [(each.day, each.mood_after) for each in felt]
    return Chart(
        key="mood",
        title=_("Mood before and after each session"),
        sentence=_(
            "In %(sessions)d sessions you noted your mood from 0 to 10, where 10 is best. Before: "
            "%(before)s. After: %(after)s."
        )
        % {"sessions": len(felt), "before": _range(before), "after": _range(after)},
        table=Table(
            head=(_("Day"), _("Before"), _("After")),
            rows=tuple(
                (_date(state, each.day), str(each.mood_before), str(each.mood_after))
                for each in felt
            ),
        ),
        series={_("Before"): before, _("After"): after},
        x_labels=_ends([each.day for each in felt], state),
        y_labels={0: "0", 5: "5", 10: "10"},
        joined=False,
    )


def _range(values: list[tuple[int, int | None]]) -> str:
    numbers = [number for _day, number in values]
    low, high = min(numbers), max(numbers)
    if low == high:
        return _("%(number)d each time") % {"number": low}
    return _("from %(low)d to %(high)d") % {"low": low, "high": high}


def _taken(state: State) -> list[_Taken]:
    """List every mood check; the questionnaire's too, where it is not one of those again."""
    found: list[_Taken] = []
    for chapter in state.chapters:
        phq, gad = chapter.answers.phq9, chapter.answers.gad7
        if any(each.phq == phq for each in found):
            phq = ()
        if any(each.gad == gad for each in found):
            gad = ()
        if phq or gad:
            found.append(_Taken(day=chapter.day, phq=phq, gad=gad))
        found += [
            _Taken(day=check.day, phq=check.phq, gad=check.gad, chair_stands=check.chair_stands)
            for check in chapter.checks
        ]
    return found


def _check_rows(taken: list[_Taken], state: State) -> Table:
    head = [_("Day"), _("Mood: range often called"), _("Worry: range often called")]
    rows = [
        [_date(state, each.day), _in_words("phq9", each.phq), _in_words("gad7", each.gad)]
        for each in taken
    ]
    if any(each.chair_stands is not None for each in taken):
        head.append(_("Chair stands in 30 seconds"))
        for row, each in zip(rows, taken, strict=True):
            row.append(_("not taken") if each.chair_stands is None else str(each.chair_stands))
    return Table(head=tuple(head), rows=tuple(map(tuple, rows)))


def _in_words(name: str, items: tuple[int, ...]) -> str:
    """Say what a check came to; the short one has no range, it only says whether to ask more."""
    if not items:
        return _("not taken")
    if len(items) == SHORT:
        return _("two questions")
    return _("%(level)s, %(total)d of %(most)d") % {
        "level": LEVELS[check_level(name, items)],
        "total": sum(items),
        "most": 3 * len(items),
    }


def _check_chart(taken: list[_Taken], state: State) -> Chart | None:
    """Draw the whole checks as ranges, the lightest on top; None before there are two of a kind."""
    scores = {
        _("Mood"): [(t.day, check_level("phq9", t.phq)) for t in taken if len(t.phq) > SHORT],
        _("Worry"): [(t.day, check_level("gad7", t.gad)) for t in taken if len(t.gad) > SHORT],
    }
    levels = {name: found for name, found in scores.items() if len(found) > 1}
    if not levels:
        return None
    days = sorted({day for found in levels.values() for day, _level in found})
    return Chart(
        key="checks",
        title=_("Mood checks over time"),
        sentence=" ".join(_sentence(name, found, state) for name, found in levels.items()),
        table=_check_rows(taken, state),
        series={
            name: [(day, STRONGEST - level) for day, level in found]
            for name, found in levels.items()
        },
        x_labels=_ends(days, state),
        y_labels={STRONGEST - level: str(word) for level, word in enumerate(LEVELS)},
    )


def _sentence(name: str, found: list[tuple[int, int]], state: State) -> str:
    (first_day, first), (last_day, last) = found[0], found[-1]
    return _(
        "%(name)s: in the range often called %(first)s on %(first_day)s, and often called %(last)s "
        "on %(last_day)s."
    ) % {
        "name": name,
        "first": LEVELS[first],
        "first_day": _date(state, first_day),
        "last": LEVELS[last],
        "last_day": _date(state, last_day),
    }


def _date(state: State, day: int) -> str:
    return date_format(state.date_of(day), "MONTH_DAY_FORMAT")


def _ends(days: list[int], state: State) -> dict[float, str]:
    return {day: end_day(state.date_of(day)) for day in (days[0], days[-1])}
