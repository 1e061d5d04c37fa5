"""A plan in words: the summary, the cautions, each session and why each number is what it is."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from planner.engine import (
    EXERCISES,
    HELD_PRESSES,
    SCREENING_MESSAGES,
    Access,
    Answers,
    Exercise,
    Facts,
    Number,
    Phase,
    Plan,
    Prescription,
    Session,
    Unit,
    Week,
    caveat_text,
    words,
)
from planner.labels import LABELS, Text
from planner.presenters.why import SourceLink, Why, source_links, why

PHASES: dict[Phase, Text] = {
    Phase.LEARN: gettext_lazy("Learn the moves"),
    Phase.BUILD: gettext_lazy("Build"),
    Phase.STRENGTHEN: gettext_lazy("Strengthen"),
}
# What each sum of a session is called when a reader asks "why this number?".
ASKED: dict[Number, Text] = {
    Number.SESSIONS: gettext_lazy("Sessions a week"),
    Number.MINUTES: gettext_lazy("Minutes a session"),
    Number.WEEKS: gettext_lazy("Twelve weeks"),
    Number.SLOTS: gettext_lazy("Exercises a session"),
    Number.WEEKLY_SETS: gettext_lazy("How sets grow"),
    Number.EFFORT: gettext_lazy("Highest effort"),
    Number.REST: gettext_lazy("Rest between sets"),
    Number.START_LEVEL: gettext_lazy("How hard the first exercises are"),
    Number.LEVEL_CAP: gettext_lazy("How hard the exercises may become"),
    Number.SETS: gettext_lazy("Most sets of one exercise"),
    Number.WARM_UP: gettext_lazy("Warm-up"),
    Number.COOL_DOWN: gettext_lazy("Cool-down"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseView:
    """One exercise of one session, in words."""

    code: str
    name: str
    dose: str
    sets: int
    count: str
    tempo: str
    note: str
    cue: str
    start: str
    easier: str
    harder: str
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """One session, in words."""

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
    is_lighter: bool
    sessions: tuple[SessionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionView:
    """Why training may help, what to watch, and where that is from."""

    why: str
    watch: str
    sources: tuple[SourceLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """The plan page."""

    message: str
    is_supervised: bool
    days: str
    sessions_per_week: int
    minutes: int
    role: str
    conditions: tuple[ConditionView, ...]
    cautions: tuple[str, ...]
    notes: tuple[str, ...]
    warm_up: str
    cool_down: str
    rest_seconds: int
    numbers: tuple[tuple[Text, str, tuple[Why, ...]], ...]
    weeks: tuple[WeekView, ...]


def plan_view(plan: Plan, answers: Answers) -> PlanView:
    """Put a whole plan into words for this person."""
    facts = Facts(answers)
    return PlanView(
        message=SCREENING_MESSAGES[plan.screening_rules[0]],
        is_supervised=plan.access is Access.DRAFT_FOR_SUPERVISOR,
        days=_join([str(LABELS["days_available"].options[day]) for day in plan.days]),
        sessions_per_week=plan.sessions_per_week,
        minutes=plan.session_minutes,
        role=words.ROLES[plan.role],
        conditions=tuple(
            ConditionView(why=text.why, watch=text.watch, sources=source_links(text.sources))
            for text in words.condition_texts(facts)
        ),
        cautions=tuple(caveat_text(caveat, facts) for caveat in plan.caveats),
        notes=(words.REST_DAYS, *([words.FEWER_DAYS] if plan.fewer_days_than_asked else [])),
        warm_up=words.WARM_UP.format(minutes=plan.warm_up_minutes),
        cool_down=words.COOL_DOWN.format(minutes=plan.cool_down_minutes),
        rest_seconds=plan.rest_seconds,
        numbers=_numbers(plan),
        weeks=tuple(_week(week, plan) for week in plan.weeks),
    )


def _numbers(plan: Plan) -> tuple[tuple[Text, str, tuple[Why, ...]], ...]:
    values: dict[Number, str] = {
        Number.SESSIONS: str(plan.sessions_per_week),
        Number.MINUTES: str(plan.session_minutes),
        Number.WEEKS: str(len(plan.weeks)),
        Number.SLOTS: str(plan.slots),
        Number.WEEKLY_SETS: _("from %(first)d to %(most)d sets a week")
        % {"first": plan.weekly_sets[0], "most": max(plan.weekly_sets)},
        Number.EFFORT: _("%(effort)d out of 10") % {"effort": plan.effort_cap},
        Number.REST: _("%(seconds)d seconds") % {"seconds": plan.rest_seconds},
        Number.START_LEVEL: _("level %(level)d of 4") % {"level": plan.start_level},
        Number.LEVEL_CAP: _("level %(level)d of 4") % {"level": plan.level_cap},
        Number.SETS: str(plan.set_cap),
        Number.WARM_UP: _("%(minutes)d minutes") % {"minutes": plan.warm_up_minutes},
        Number.COOL_DOWN: _("%(minutes)d minutes") % {"minutes": plan.cool_down_minutes},
    }
    rules = {reason.number: reason.rules for reason in plan.reasons}
    return tuple((title, values[number], why(*rules[number])) for number, title in ASKED.items())


def _week(week: Week, plan: Plan) -> WeekView:
    title = _("Week %(number)d: %(phase)s") % {
        "number": week.number,
        "phase": _("a lighter week") if week.is_lighter else PHASES[week.phase],
    }
    return WeekView(
        number=week.number,
        title=title,
        effort=_("%(low)d to %(high)d out of 10")
        % {"low": week.effort_low, "high": week.effort_high},
        effort_words=words.effort_words(week.effort_high),
        effort_why=why(*week.effort_rules),
        sets=week.sets,
        is_lighter=week.is_lighter,
        sessions=tuple(_session(session, week, plan) for session in week.sessions),
    )


def _session(session: Session, week: Week, plan: Plan) -> SessionView:
    return SessionView(
        number=session.number,
        day=LABELS["days_available"].options[session.day],
        exercises=tuple(_exercise(each, week, plan) for each in session.prescriptions),
    )


def _exercise(prescription: Prescription, week: Week, plan: Plan) -> ExerciseView:
    exercise = EXERCISES[prescription.exercise]
    move = next(move for move in plan.moves if move.exercise == exercise.code)
    count = COUNTS[prescription.unit](prescription.low, prescription.high)
    return ExerciseView(
        code=exercise.code,
        name=exercise.name,
        dose=_sets(prescription.sets, count),
        sets=prescription.sets,
        count=count,
        tempo=words.tempo_words(
            exercise, prescription.lowering_seconds, exercise.code in HELD_PRESSES
        ),
        note=words.STAND_UP_FASTER if prescription.stand_up_faster else "",
        cue=exercise.cue,
        start=words.STARTING_LOADS[exercise.equipment],
        easier=_name(move.easier) or _fewer(exercise),
        harder=_name(move.harder),
        why=why(*week.sets_rules, *prescription.count_rules),
    )


def _name(code: str | None) -> str:
    return EXERCISES[code].name if code else ""


def _fewer(exercise: Exercise) -> str:
    """The easiest exercises have no easier version: doing less of them is the easier version."""
    return (
        _("a shorter time") if exercise.unit.is_timed else _("fewer repetitions, or a smaller move")
    )


def _sets(sets: int, count: str) -> str:
    text = ngettext("%(sets)d set of %(count)s", "%(sets)d sets of %(count)s", sets)
    return text % {"sets": sets, "count": count}


def _counted(words: Text) -> Callable[[int, int], str]:
    return lambda low, high: str(words) % {"low": low, "high": high}


COUNTS: dict[Unit, Callable[[int, int], str]] = {
    Unit.REPETITIONS: _counted(gettext_lazy("%(low)d to %(high)d repetitions")),
    Unit.REPETITIONS_EACH: _counted(gettext_lazy("%(low)d to %(high)d repetitions on each side")),
    Unit.SECONDS: _counted(gettext_lazy("%(low)d to %(high)d seconds")),
    Unit.SECONDS_EACH: _counted(gettext_lazy("%(low)d to %(high)d seconds on each side")),
}


def _join(words: list[str]) -> str:
    *first, last = words
    return _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last}
