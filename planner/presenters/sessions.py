"""Weeks and sessions in words: tables of doses, and sessions ready to do."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from planner.engine import (
    EXERCISES,
    Exercise,
    Phase,
    Plan,
    Prescription,
    Session,
    Unit,
    Week,
)
from planner.labels import LABELS, Text
from planner.presenters.drawing import DrawingView, drawing
from planner.presenters.engine_words import (
    effort_feels,
    name_of,
    stand_up_note,
    start_of,
    tempo,
)
from planner.presenters.why import Why, why

PHASES: dict[Phase, Text] = {
    Phase.LEARN: gettext_lazy("Learn the moves"),
    Phase.BUILD: gettext_lazy("Build"),
    Phase.STRENGTHEN: gettext_lazy("Strengthen"),
}
COUNTS: dict[Unit, Text] = {
    Unit.REPETITIONS: gettext_lazy("%(low)d to %(high)d repetitions"),
    Unit.REPETITIONS_EACH: gettext_lazy("%(low)d to %(high)d repetitions on each side"),
    Unit.SECONDS: gettext_lazy("%(low)d to %(high)d seconds"),
    Unit.SECONDS_EACH: gettext_lazy("%(low)d to %(high)d seconds on each side"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseRow:
    """One exercise of one session on one line of a table."""

    name: str
    sets: int
    count: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """One session as a table."""

    number: int
    day: Text
    rows: tuple[DoseRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseView:
    """One exercise of one session, with everything that is needed to do it."""

    code: str
    name: str
    dose: str
    tempo: str
    cue: str
    start: str
    easier: str
    harder: str
    why: tuple[Why, ...]

    @property
    def drawing(self) -> DrawingView:
        """How it starts and how it ends, as a picture."""
        return drawing(EXERCISES[self.code])


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """One session, ready to do."""

    number: int
    day: Text
    exercises: tuple[ExerciseView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """One week, in words."""

    number: int
    title: str
    effort: str
    effort_words: str
    effort_why: tuple[Why, ...]
    sets: int
    sessions: tuple[TableView, ...]


def week_view(week: Week) -> WeekView:
    """Put one week into words and tables."""
    title = _("Week %(number)d: %(phase)s") % {
        "number": week.number,
        "phase": _("a lighter week") if week.is_lighter else PHASES[week.phase],
    }
    return WeekView(
        number=week.number,
        title=title,
        effort=_("%(low)d to %(high)d out of 10")
        % {"low": week.effort_low, "high": week.effort_high},
        effort_words=effort_feels(week.effort_high),
        effort_why=why(*week.effort_rules),
        sets=week.sets,
        sessions=tuple(map(_table, week.sessions)),
    )


def _table(session: Session) -> TableView:
    return TableView(
        number=session.number,
        day=LABELS["days_available"].options[session.day],
        rows=tuple(
            DoseRow(
                name=name_of(each.exercise),
                sets=each.sets,
                count=_count(each.unit, each.low, each.high),
                note=stand_up_note(is_faster=each.stand_up_faster),
            )
            for each in session.prescriptions
        ),
    )


def session_view(session: Session, plan: Plan) -> SessionView:
    """Put one session of the first week into words, with everything needed to do it."""
    return SessionView(
        number=session.number,
        day=LABELS["days_available"].options[session.day],
        exercises=tuple(_exercise(each, plan) for each in session.prescriptions),
    )


def _exercise(prescription: Prescription, plan: Plan) -> ExerciseView:
    exercise = EXERCISES[prescription.exercise]
    move = next(move for move in plan.moves if move.exercise == exercise.code)
    count = _count(prescription.unit, prescription.low, prescription.high)
    return ExerciseView(
        code=exercise.code,
        name=name_of(exercise.code),
        dose=sets_of(prescription.sets, count),
        tempo=tempo(exercise, prescription.lowering_seconds),
        cue=_(exercise.cue),
        start=start_of(exercise),
        easier=_name(move.easier) or _fewer(exercise),
        harder=_name(move.harder),
        why=why(*plan.weeks[0].sets_rules, *prescription.count_rules),
    )


def _name(code: str | None) -> str:
    return name_of(code) if code else ""


def _fewer(exercise: Exercise) -> str:
    """The easiest exercises have no easier version: doing less of them is the easier version."""
    return (
        _("a shorter time") if exercise.unit.is_timed else _("fewer repetitions, or a smaller move")
    )


def sets_of(sets: int, count: str) -> str:
    """Say how many sets of what."""
    text = ngettext("%(sets)d set of %(count)s", "%(sets)d sets of %(count)s", sets)
    return text % {"sets": sets, "count": count}


def _count(unit: Unit, low: int, high: int) -> str:
    return str(COUNTS[unit]) % {"low": low, "high": high}
