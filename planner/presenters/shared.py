"""A plan for somebody else's eyes: exercises and doses, and nothing of the person behind them."""

from dataclasses import dataclass

from planner.engine import Access, Answers, Facts, Plan
from planner.presenters.engine_words import cautions, cool_down, warm_up
from planner.presenters.sessions import SessionView, WeekView, session_view, week_view

# True of everybody, so they tell nothing: when to stop at once, and the general card.
SAFE_FOR_ALL_EYES = ("CAV-03", "CAV-35")


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedView:
    """The shared page; no answer is needed to make it, so none can be in it."""

    is_supervised: bool
    cautions: tuple[str, ...]
    sessions_per_week: int
    minutes: int
    rest_seconds: int
    warm_up: str
    cool_down: str
    first_week: tuple[SessionView, ...]
    weeks: tuple[WeekView, ...]


def shared_view(plan: Plan) -> SharedView:
    """Put the plan into words from the plan alone."""
    nobody = Facts(Answers())
    return SharedView(
        is_supervised=plan.access is Access.DRAFT_FOR_SUPERVISOR,
        cautions=cautions(SAFE_FOR_ALL_EYES, nobody),
        sessions_per_week=plan.sessions_per_week,
        minutes=plan.session_minutes,
        rest_seconds=plan.rest_seconds,
        warm_up=warm_up(plan),
        cool_down=cool_down(plan),
        first_week=tuple(session_view(session, plan) for session in plan.weeks[0].sessions),
        weeks=tuple(map(week_view, plan.weeks)),
    )
