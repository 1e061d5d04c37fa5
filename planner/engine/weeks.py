"""How a week of the plan begins: lighter or not, and with how many sets."""

from dataclasses import replace

from planner.engine.frame import Frame
from planner.engine.ladder import Tally, may_grow
from planner.engine.plan import Course
from planner.engine.trail import Trail
from planner.engine.volume import grown, lighter, spread_over_session, spread_over_week


def enter_week(trail: Trail, frame: Frame, number: int, gap: str | None, is_worse: bool) -> Trail:
    """Decide on the week of a session, once: at its first one.

    `gap` is the rule of the break before it, `is_worse` an open MON-10.
    """
    week = frame.week_of(number)
    if week.number == trail.week:
        return trail
    is_first = trail.week == 0
    is_lighter = (
        week.is_lighter
        or week.number in frame.chapter.lighter_weeks
        or week.number == trail.lighter_week
    )
    trail = replace(trail, week=week.number, is_lighter=is_lighter, growth_waits=False)
    if is_first:
        trail = replace(trail, ladder_sets=_first_sets(trail, frame, week.number))
    last = trail.ladder_sets or 0
    if is_lighter:
        return replace(trail, week_sets=_lighter_sets(trail, frame, week.number))
    if not is_first and frame.grows_in(week.number):
        step = grown(last, frame.most_sets(week.number))
        allowed = (
            not gap
            and trail.tally
            and may_grow(
                trail.tally,
                effort_cap=frame.chapter.plan.effort_cap,
                is_worse=is_worse,
                never_waits=frame.has_rule("RX-53"),
            )
        )
        trail = replace(trail, growth_waits=not allowed and step > last)
        last = step if allowed else last
    return replace(trail, ladder_sets=last, week_sets=last, tally=Tally())


def _first_sets(trail: Trail, frame: Frame, week: int) -> int:
    """Find where a chapter begins: where the last one stood, and never above its own plan's start.

    After a long break or twelve weeks the plan begins at its first week again (PRG-43, PRG-61).
    """
    plan, cap = frame.chapter.plan, frame.most_sets(week)
    if frame.chapter.course is Course.KEEP:
        return plan.weekly_sets[0]
    start = min(cap, frame.fewest_sets * frame.limits.start_sets)
    if trail.ladder_sets is None or trail.last_done is None:
        return start
    if frame.chapter.first_session == 1:
        return max(frame.fewest_sets, min(start, trail.ladder_sets))
    return max(frame.fewest_sets, min(cap, trail.ladder_sets))


def _lighter_sets(trail: Trail, frame: Frame, week: int) -> int:
    """Give a lighter week its sets; a plan that keeps what was gained is light as it is."""
    last = trail.ladder_sets or 0
    if frame.chapter.course is Course.KEEP and week not in frame.chapter.lighter_weeks:
        return last
    return min(last, lighter(last, frame.fewest_sets))


def sets_of_session(trail: Trail, frame: Frame, number: int, slots: int) -> tuple[int, ...]:
    """Share the sets of the week among its sessions, and those of a session among its exercises."""
    week_sets = trail.week_sets
    if trail.lighter_sessions and not trail.is_lighter:
        week_sets = lighter(trail.ladder_sets or week_sets, frame.fewest_sets)
    place = (number - 1) % frame.sessions_per_week
    sets = spread_over_week(week_sets, frame.sessions_per_week)[place]
    if trail.back_rule == "PRG-41" and trail.last_full_sets is not None:
        sets = min(sets, trail.last_full_sets)
    return spread_over_session(sets, slots, frame.set_cap(frame.week_of(number).number))
