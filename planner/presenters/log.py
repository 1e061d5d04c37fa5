"""The log in words, and what a log form starts from."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from planner.diary import Entry, as_it_stood, entries, entry_at, feeling_now, fingerprint, made_for
from planner.engine import (
    EXERCISES,
    Change,
    ExerciseDone,
    Facts,
    Kind,
    SessionDone,
    StopSymptom,
    Target,
    WeightUnit,
    codes,
    usual_pain,
)
from planner.in_force import PlanToday
from planner.labels import KINDS, STOP_SYMPTOMS, Text
from planner.log_sheet import Line, Sheet
from planner.presenters.changes import ChangeView, change_views
from planner.presenters.engine_words import name_of
from planner.presenters.exercise_words import dose_words, load_words
from planner.presenters.today import day_words
from planner.state import State

SCALES = ("mood_before", "mood_after", "session_effort", "pain_next_day")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One session of the log in words; `rows` are pairs of a topic and what was noted."""

    number: int
    day: str
    kind: Text
    made_for: str
    rows: tuple[tuple[Text, str], ...]


def sheet_for(
    now: PlanToday, number: int, kind: Kind | None, *, is_new: bool = False
) -> Sheet | None:
    """Say what the form of one session starts from; None where there is none to be noted.

    `kind` is that of a new session, None where the person stops early. What stands there already
    is corrected, unless the form was made for a new session (`is_new`).
    """
    state, entry = now.state, entry_at(now.state, number)
    standing = as_it_stood(state, entry) if entry else now.standing
    session = entry.session if entry and not is_new else None
    if number < 1 or not (session or standing.next):
        return None
    all_targets = standing.next.targets if standing.next else ()
    is_tiny = (session.kind if session else kind) is Kind.TINY
    targets = standing.next.tiny if standing.next and is_tiny else all_targets
    chapter = state.chapters[entry.chapter if entry else -1]
    facts = Facts(chapter.answers)
    others = [each.session for each in entries(state) if each is not entry and each != entry]
    return Sheet(
        kind=session.kind if session else kind,
        lines=_lines(targets, session.exercises if session else ()),
        made_for=made_for(state, number),
        earliest=state.date_of(chapter.day),
        today=now.today,
        near=tuple(state.date_of(each.day) for each in others if each.is_done),
        day=state.date_of(session.day) if session else now.today,
        session=session,
        mood_before=feeling_now(state).mood,
        unit=unit_of(state),
        usual_pain=usual_pain(facts),
        asks_next_day=facts.pain and any(each.is_done for each in others),
    )


def _lines(targets: tuple[Target, ...], done: tuple[ExerciseDone, ...]) -> tuple[Line, ...]:
    known = {each.exercise: each for each in done}
    planned = [
        Line(
            code=each.exercise,
            dose=dose_words(each),
            target=each,
            done=known.pop(each.exercise, None),
        )
        for each in targets
    ]
    return (*planned, *(Line(code=code, done=each) for code, each in known.items()))


def unit_of(state: State) -> WeightUnit:
    """Remember the unit of the last weight; at first it is that of the country, to be changed."""
    told = [done.unit for each in entries(state) for done in each.session.exercises if done.unit]
    usual = WeightUnit.POUND if state.answers.country is codes.Country.US else WeightUnit.KILOGRAM
    return told[-1] if told else usual


def entry_view(state: State, entry: Entry) -> EntryView:
    """Put one session of the log into words."""
    return EntryView(
        number=entry.number,
        day=day_words(state.date_of(entry.session.day)),
        kind=KINDS[entry.session.kind],
        made_for=fingerprint(entry),
        rows=tuple(session_rows(entry.session)),
    )


def session_rows(session: SessionDone) -> list[tuple[Text, str]]:
    """List what was noted of a session; what was left out is not there."""
    rows: list[tuple[Text, str]] = [
        (name_of(done.exercise), exercise_words(done)) for done in session.exercises
    ]
    labels = (_("Mood before"), _("Mood after"), _("Effort"), _("Usual pain the day after"))
    for name, label in zip(SCALES, labels, strict=True):
        if (value := getattr(session, name)) is not None:
            rows.append((label, _("%(value)d of 10") % {"value": value}))
    if session.stop_symptom not in {None, StopSymptom.NONE}:
        rows.append((_("What happened"), str(STOP_SYMPTOMS[session.stop_symptom])))
    if session.note:
        rows.append((_("Note"), session.note))
    return rows


def exercise_words(done: ExerciseDone) -> str:
    """Say what was done of one exercise."""
    parts = []
    if done.sets:
        counts = ", ".join(str(each.count) for each in done.sets)
        text = ngettext("%(sets)d set: %(counts)s", "%(sets)d sets: %(counts)s", len(done.sets))
        parts.append(text % {"sets": len(done.sets), "counts": counts})
        if load := load_words(done.exercise, done.sets[0].load, done.unit):
            parts.append(load)
    if done.effort is not None:
        parts.append(_("effort %(value)d") % {"value": done.effort})
    if done.pain is not None:
        parts.append(_("pain %(value)d") % {"value": done.pain})
    return "; ".join(parts)


def changes_of(state: State, entry: Entry) -> tuple[ChangeView, ...]:
    """Say what one session changed for the next time."""
    after = as_it_stood(state, entry, with_it=True)
    units = {done.exercise: done.unit for done in entry.session.exercises}
    changes: tuple[Change, ...] = after.changes
    return change_views(changes, units)


def lines_without_load(entry: Entry) -> tuple[Line, ...]:
    """List the exercises of a session whose weight is not known yet."""
    return tuple(
        Line(code=done.exercise, done=done)
        for done in entry.session.exercises
        if EXERCISES[done.exercise].is_loadable
        and done.sets
        and all(each.load is None for each in done.sets)
    )
