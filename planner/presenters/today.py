"""Today in words: the next session ready to do, a day of rest, or what comes first."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from planner.diary import feeling_now, made_for, next_number
from planner.engine import (
    RULES,
    Access,
    Answers,
    Facts,
    NextSession,
    Plan,
    Standing,
    Status,
    absence,
    left_out,
    offers_tiny,
)
from planner.labels import LABELS, Text
from planner.presenters.engine_words import (
    caution,
    cautions,
    cool_down,
    effort_feels,
    reason_of,
    warm_up,
)
from planner.presenters.exercise_words import TargetView, target_view
from planner.presenters.plan import days_words
from planner.presenters.refusal import LEFT_OUT
from planner.presenters.why import Why, why
from planner.state import State

COMES_FIRST: dict[str, Text] = {
    "PRG-43": gettext_lazy("Welcome back. Your answers come first"),
    "PRG-60": gettext_lazy("A few of your answers come first"),
}
# Where a rule waits for something, the notice asks for it.
NOTICES: dict[str, Text] = {
    "PRG-04": gettext_lazy(
        "An exercise is ready for a little more. Tell us how heavy it was, and we can say how much."
    ),
}
# A kind word for somebody who was away; what it does to the session stands beside it as a notice.
BACK_RULES = {"PRG-41", "PRG-42", "PRG-43"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutView:
    """What an answer leaves out everywhere, and why."""

    what: Text
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionToday:
    """The next session, ready to do.

    `number` is its running number, `made_for` what a press on it starts from (planner/diary.py).
    """

    number: int
    made_for: str
    week: int
    is_lighter: bool
    date: str
    is_now: bool
    effort: str
    effort_words: str
    effort_why: tuple[Why, ...]
    warm_up: str
    cool_down: str
    rest_seconds: int
    exercises: tuple[TargetView, ...]
    tiny: tuple[TargetView, ...]
    tiny_minutes: int
    left_out: tuple[LeftOutView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """The first page of a plan. `session` is None while something else comes first.

    `is_first` says that nothing was done yet. `notices` are the rules in the reader's words that
    matter today. Counts only ever grow: no streak that could break (ADH-04, 05).
    """

    status: Status
    heading: Text
    comes_first: str
    is_first: bool
    is_supervised: bool
    is_tiny_offered: bool
    mood: int | None
    frame: str
    greeting: str
    notices: tuple[str, ...]
    cautions: tuple[str, ...]
    session: SessionToday | None
    sessions_done: int
    weeks_done: int


def today_view(state: State, standing: Standing, today: date) -> TodayView:
    """Put today into words for this person."""
    feeling, plan = feeling_now(state), state.chapters[-1].plan
    facts = Facts(state.chapters[-1].answers)
    session = standing.next
    notices = session.notices if session else ()
    away = absence(state.chapters, today=state.day_of(today))
    done = [entry.day for chapter in state.chapters for entry in chapter.sessions if entry.is_done]
    return TodayView(
        status=standing.status,
        heading=_heading(standing, state, today),
        comes_first=reason_of(standing.rule) if standing.rule else "",
        is_first=not any(chapter.sessions for chapter in state.chapters),
        is_supervised=plan.access is Access.DRAFT_FOR_SUPERVISOR,
        is_tiny_offered=offers_tiny(feeling.mood, is_low_energy=feeling.is_low_energy),
        mood=feeling.mood,
        frame=_frame(plan),
        greeting=_("Good to see you again.") if BACK_RULES.intersection(notices) else "",
        notices=tuple(
            _notice(rule, facts) for rule in dict.fromkeys((*([away] if away else []), *notices))
        ),
        cautions=cautions(plan.caveats, facts),
        session=_session(session, state, today) if session else None,
        sessions_done=len(done),
        weeks_done=len({day // 7 for day in done}),
    )


def _frame(plan: Plan) -> str:
    text = _(
        "%(sessions)d sessions a week, on %(days)s, of %(minutes)d minutes each. "
        "The plan is for %(weeks)d weeks."
    )
    return text % {
        "sessions": plan.sessions_per_week,
        "days": days_words(plan.days),
        "minutes": plan.session_minutes,
        "weeks": len(plan.weeks),
    }


def day_words(day: date) -> str:
    """Write a day without its year: it is near."""
    # Translators: how Django writes a day: https://docs.djangoproject.com/en/5.2/ref/templates/builtins/#date
    return date_format(day, pgettext("day without its year", "l j F"))


def _heading(standing: Standing, state: State, today: date) -> Text:
    if standing.next and next_number(state) == 1:
        return _("Your strength plan")
    if standing.next:
        is_now = standing.next.day <= state.day_of(today)
        return _("Today") if is_now else _("Today is for rest")
    if standing.status is Status.FINISHED:
        return _("You have come to the end of your plan")
    if standing.status is Status.CONFIRM_WELL:
        return _("Are you well again?")
    if standing.status is Status.WITH_COMPANY:
        return _("Your strength plan")
    return COMES_FIRST.get(standing.rule or "", _("Something comes first"))


def _notice(rule: str, facts: Facts) -> str:
    if rule in NOTICES:
        return str(NOTICES[rule])
    return reason_of(rule) if rule in RULES else caution(rule, facts)


def _session(session: NextSession, state: State, today: date) -> SessionToday:
    chapter = state.chapters[-1]
    plan: Plan = chapter.plan
    return SessionToday(
        number=next_number(state),
        made_for=made_for(state, next_number(state)),
        week=session.week,
        is_lighter=session.is_lighter,
        date=day_words(state.date_of(session.day)),
        is_now=session.day <= state.day_of(today),
        effort=_("%(low)d to %(high)d out of 10")
        % {"low": session.effort_low, "high": session.effort_high},
        effort_words=effort_feels(session.effort_high),
        effort_why=why(*session.effort_rules),
        warm_up=warm_up(plan),
        cool_down=cool_down(plan),
        rest_seconds=plan.rest_seconds,
        exercises=tuple(
            target_view(target, place, session.sets_rules)
            for place, target in enumerate(session.targets, 1)
        ),
        tiny=tuple(target_view(target, place, ()) for place, target in enumerate(session.tiny, 1)),
        tiny_minutes=session.tiny_minutes,
        left_out=left_out_views(chapter.answers),
    )


def left_out_views(answers: Answers) -> tuple[LeftOutView, ...]:
    """Say what was left out because of an answer, and why."""
    found = left_out(answers)
    areas = LABELS["pain_sites"].options
    sore = _("hard work for this sore area: %(area)s")
    return (
        *(LeftOutView(what=LEFT_OUT[tag], why=why(*rules)) for tag, rules in found.tags if rules),
        *(
            LeftOutView(what=sore % {"area": areas[area]}, why=why(*rules))
            for area, rules in found.areas
            if area != "widespread"
        ),
    )
