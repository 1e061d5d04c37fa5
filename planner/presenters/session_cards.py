"""The sessions of a plan as cards to write on: one column a session, one row an exercise."""

from itertools import zip_longest

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from planner.engine import (
    EXERCISES,
    NextSession,
    Plan,
    Prescription,
    Session,
    Target,
    Unit,
    Week,
)
from planner.labels import LABELS, Text
from planner.presenters.engine_words import name_of, stand_up_note
from planner.presenters.exercise_words import dose_words, load_words
from planner.presenters.paper import Cell, Table

UNITS: dict[Unit, Text] = {
    Unit.REPETITIONS: gettext_lazy("repetitions"),
    Unit.REPETITIONS_EACH: gettext_lazy("repetitions on each side"),
    Unit.SECONDS: gettext_lazy("seconds"),
    Unit.SECONDS_EACH: gettext_lazy("seconds on each side"),
}
DAY_BOXES = (gettext_lazy("date"), gettext_lazy("mood before"), gettext_lazy("mood after"))
# The first column holds the names; the others share the rest of the sheet.
WEIGHTS = (5, 8)

Planned = tuple[Week, Session]


def session_cards(plan: Plan, sessions_a_card: int) -> tuple[Table, ...]:
    """Put sessions with the same exercises side by side, so that the last time stands beside."""
    planned = [(week, session) for week in plan.weeks for session in week.sessions]
    by_template = [_cards(planned, template, sessions_a_card) for template in ("A", "B")]
    return tuple(card for pair in zip_longest(*by_template) for card in pair if card)


def _cards(planned: list[Planned], template: str, sessions_a_card: int) -> list[Table]:
    same = [(week, session) for week, session in planned if session.template == template]
    starts = range(0, len(same), sessions_a_card)
    return [_card(same[start : start + sessions_a_card]) for start in starts]


def _card(planned: list[Planned]) -> Table:
    numbers = ", ".join(str(session.number) for _week, session in planned)
    # Of one template every session has the same exercises in the same order.
    places = zip(*(session.prescriptions for _week, session in planned), strict=True)
    return Table(
        caption=_("Sessions %(numbers)s") % {"numbers": numbers},
        columns=(Cell(text=_("Exercise")), *(_head(*each) for each in planned)),
        rows=(
            *map(_row, places),
            (Cell(text=_("The day")), *(Cell(text="", boxes=DAY_BOXES) for _each in planned)),
        ),
        weights=(WEIGHTS[0], *(WEIGHTS[1] for _each in planned)),
    )


def _head(week: Week, session: Session) -> Cell:
    parts = {
        "week": week.number,
        "day": LABELS["days_available"].options[session.day],
        "low": week.effort_low,
        "high": week.effort_high,
    }
    usual = _("Week %(week)d, %(day)s. Effort %(low)d to %(high)d.")
    lighter = _("Week %(week)d, lighter, %(day)s. Effort %(low)d to %(high)d.")
    return Cell(
        text=_("Session %(number)d") % {"number": session.number},
        note=(lighter if week.is_lighter else usual) % parts,
    )


def _row(place: tuple[Prescription, ...]) -> tuple[Cell, ...]:
    exercise = EXERCISES[place[0].exercise]
    return (Cell(text=name_of(exercise.code), note=UNITS[exercise.unit]), *map(_dose, place))


def _dose(prescription: Prescription) -> Cell:
    parts = {"sets": prescription.sets, "low": prescription.low, "high": prescription.high}
    text = ngettext(
        "%(sets)d set of %(low)d to %(high)d",
        "%(sets)d sets of %(low)d to %(high)d",
        prescription.sets,
    )
    return Cell(
        text=text % parts,
        note=stand_up_note(is_faster=prescription.stand_up_faster),
        boxes=(
            *([_("load")] if EXERCISES[prescription.exercise].is_loadable else []),
            *(_("set %(number)d") % {"number": n} for n in range(1, prescription.sets + 1)),
            _("effort"),
            _("pain"),
        ),
    )


def next_card(session: NextSession) -> Table:
    """Say where each exercise stands now: the log moves it on from what was written at first."""
    titles = (_("Exercise"), _("Next time"), _("Load"), _("How to do it"))
    return Table(
        caption=_("In week %(week)d. Effort %(low)d to %(high)d.")
        % {"week": session.week, "low": session.effort_low, "high": session.effort_high},
        columns=tuple(Cell(text=title) for title in titles),
        rows=tuple(map(_now, session.targets)),
        weights=(4, 5, 2, 8),
    )


def _now(target: Target) -> tuple[Cell, ...]:
    exercise = EXERCISES[target.exercise]
    load = load_words(target.exercise, target.load, target.weight_unit)
    texts = (name_of(target.exercise), dose_words(target), load, _(exercise.cue))
    return tuple(Cell(text=text) for text in texts)
