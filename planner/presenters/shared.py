"""A plan for somebody else's eyes: exercises and doses, and nothing of the person behind them."""

from dataclasses import dataclass

from planner.engine import Access, Answers, Facts, Plan, caveat_text, words
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
        cautions=tuple(caveat_text(caveat, nobody) for caveat in SAFE_FOR_ALL_EYES),
        sessions_per_week=plan.sessions_per_week,
        minutes=plan.session_minutes,
        rest_seconds=plan.rest_seconds,
        warm_up=words.WARM_UP.format(minutes=plan.warm_up_minutes),
        cool_down=words.COOL_DOWN.format(minutes=plan.cool_down_minutes),
        first_week=tuple(session_view(session, plan) for session in plan.weeks[0].sessions),
        weeks=tuple(map(week_view, plan.weeks)),
    )
