"""What a whole session leaves behind: the week's tally, red days, hard days, small sessions."""

from dataclasses import replace

from planner.engine.frame import Frame
from planner.engine.ladder import TOO_MUCH_EFFORT, Tally
from planner.engine.log import Kind, SessionDone
from planner.engine.pain import Zone, is_red_next_day, zone
from planner.engine.standing import NextSession
from planner.engine.trail import Trail

RED_SESSIONS_WITHIN_DAYS = PAUSE_DAYS = 14
HARD_SESSIONS_RUNNING = 2


def remember(trail: Trail, frame: Frame, session: NextSession, entry: SessionDone) -> Trail:
    """Keep what later sessions need to know of this one."""
    trail = _count_reds(trail, frame, entry)
    trail = _count_hard(trail, session, entry)
    is_done, is_full = entry.is_done, entry.kind is Kind.FULL
    if trail.tally and not session.is_lighter:
        trail = replace(trail, tally=_tally(trail.tally, session, entry, trail.back_rule))
    planned = sum(target.sets for target in session.targets)
    codes = tuple(each.exercise for each in entry.exercises if each.sets)
    if entry.kind is not Kind.SKIPPED:
        trail = replace(
            trail,
            last_day=entry.day,
            last_full_exercises=codes if is_full and not session.is_lighter else (),
        )
    return replace(
        trail,
        ordinal=trail.ordinal + 1,
        last_done=entry.day if is_done else trail.last_done,
        last_full_sets=planned if is_full else trail.last_full_sets,
        tinies=0 if is_full else trail.tinies + (entry.kind is Kind.TINY),
        lighter_sessions=max(0, trail.lighter_sessions - is_done),
        sessions=(*trail.sessions, entry),
    )


def _tally(tally: Tally, session: NextSession, entry: SessionDone, back: str | None) -> Tally:
    """Add a session to the week; where its effort was not told, the hardest exercise stands in."""
    told = [done.effort for done in entry.exercises if done.effort is not None]
    effort = max(told, default=None) if entry.session_effort is None else entry.session_effort
    return replace(
        tally,
        planned=tally.planned + sum(target.sets for target in session.targets),
        done=tally.done + sum(len(done.sets) for done in entry.exercises),
        efforts=tally.efforts if effort is None else (*tally.efforts, effort),
        was_away=tally.was_away or back is not None,
    )


def _count_reds(trail: Trail, frame: Frame, entry: SessionDone) -> Trail:
    """Pause after two red sessions within two weeks (PRG-33)."""
    days = []
    if is_red_next_day(entry.pain_next_day, frame.facts) and trail.last_day is not None:
        days.append(trail.last_day)
    if any(zone(done.pain, frame.facts) is Zone.RED for done in entry.exercises):
        days.append(entry.day)
    for day in days:
        since = None if trail.red_day is None else day - trail.red_day
        if since and abs(since) <= RED_SESSIONS_WITHIN_DAYS:
            trail = replace(trail, paused_until=entry.day + PAUSE_DAYS)
        tally = replace(trail.tally, had_red=True) if trail.tally else None
        trail = replace(trail, red_day=day, tally=tally)
    return trail


def _count_hard(trail: Trail, session: NextSession, entry: SessionDone) -> Trail:
    """Make the next week lighter after two very hard sessions running (PRG-23)."""
    if not entry.is_done:
        return trail
    is_hard = (entry.session_effort or 0) >= TOO_MUCH_EFFORT
    hard = trail.hard_sessions + 1 if is_hard else 0
    if hard < HARD_SESSIONS_RUNNING:
        return replace(trail, hard_sessions=hard)
    return replace(trail, hard_sessions=0, lighter_week=session.week + 1)
