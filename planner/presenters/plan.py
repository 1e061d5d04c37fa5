"""A plan in words: the summary, the cautions, each session and why each number is what it is."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from planner.engine import (
    Access,
    Answers,
    Facts,
    Number,
    Plan,
    codes,
    words,
)
from planner.labels import LABELS, Text
from planner.presenters.engine_words import cautions, cool_down, message_of, warm_up
from planner.presenters.sessions import SessionView, WeekView, session_view, week_view
from planner.presenters.why import SourceLink, Why, source_links, why

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


# How a number comes about where no study and no rule sets it alone.
COMES_FROM: dict[Number, Text] = {
    Number.SESSIONS: gettext_lazy("From the days you can train, with a rest day between."),
    Number.MINUTES: gettext_lazy("The length you chose, or shorter where a rule asks for it."),
    Number.SLOTS: gettext_lazy("As many as fit your minutes, with their rests."),
    Number.WARM_UP: gettext_lazy("A part of your minutes, longer in longer sessions."),
    Number.COOL_DOWN: gettext_lazy("A part of your minutes, longer where the heart needs time."),
}


UNITS: dict[Number, Text] = {
    Number.EFFORT: gettext_lazy("%(value)d out of 10"),
    Number.REST: gettext_lazy("%(value)d seconds"),
    Number.START_LEVEL: gettext_lazy("level %(value)d of 4"),
    Number.LEVEL_CAP: gettext_lazy("level %(value)d of 4"),
    Number.WARM_UP: gettext_lazy("%(value)d minutes"),
    Number.COOL_DOWN: gettext_lazy("%(value)d minutes"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberView:
    """One number of the plan, and why it is what it is."""

    title: Text
    value: str
    comes_from: Text
    why: tuple[Why, ...]


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
    numbers: tuple[NumberView, ...]
    this_week: tuple[SessionView, ...]
    weeks: tuple[WeekView, ...]


def plan_view(plan: Plan, answers: Answers) -> PlanView:
    """Put a whole plan into words for this person."""
    facts = Facts(answers)
    return PlanView(
        message=message_of(plan.screening_rules[0]),
        is_supervised=plan.access is Access.DRAFT_FOR_SUPERVISOR,
        days=days_words(plan.days),
        sessions_per_week=plan.sessions_per_week,
        minutes=plan.session_minutes,
        role=_(words.ROLES[plan.role]),
        conditions=tuple(
            ConditionView(why=_(text.why), watch=_(text.watch), sources=source_links(text.sources))
            for text in words.condition_texts(facts)
        ),
        cautions=cautions(plan.caveats, facts),
        notes=(_(words.REST_DAYS), *([_(words.FEWER_DAYS)] if plan.fewer_days_than_asked else [])),
        warm_up=warm_up(plan),
        cool_down=cool_down(plan),
        rest_seconds=plan.rest_seconds,
        numbers=_numbers(plan),
        this_week=tuple(session_view(session, plan) for session in plan.weeks[0].sessions),
        weeks=tuple(week_view(week) for week in plan.weeks),
    )


def value_words(number: Number, values: tuple[int, ...]) -> str:
    """Say one number with its unit; of the weekly sets the first and the most."""
    if number is Number.WEEKLY_SETS:
        text = _("from %(first)d to %(most)d sets a week")
        return text % {"first": values[0], "most": max(values)}
    return str(UNITS.get(number, "%(value)d")) % {"value": values[0]}


def _numbers(plan: Plan) -> tuple[NumberView, ...]:
    rules = {reason.number: reason.rules for reason in plan.reasons}
    return tuple(
        NumberView(
            title=title,
            value=value_words(number, _values(number, plan)),
            comes_from=COMES_FROM.get(number, ""),
            why=why(*rules[number]),
        )
        for number, title in ASKED.items()
    )


def _values(number: Number, plan: Plan) -> tuple[int, ...]:
    value = len(plan.weeks) if number is Number.WEEKS else getattr(plan, number)
    return value if isinstance(value, tuple) else (value,)


def days_words(days: tuple[codes.Day, ...]) -> str:
    """List days of the week."""
    *first, last = [str(LABELS["days_available"].options[day]) for day in days]
    return _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last}
