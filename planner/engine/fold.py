"""From the chapters to where the person stands today: the fold over everything done so far."""

from dataclasses import replace

from planner.engine.breaks import SCREEN_AGAIN_DAYS
from planner.engine.days import WEEK
from planner.engine.frame import Frame
from planner.engine.learning import learn
from planner.engine.log import Chapter, Kind, SessionDone, StopSymptom
from planner.engine.monitoring import growth_held
from planner.engine.next_session import arrive, compose, days_away, present
from planner.engine.replan import replan_trigger
from planner.engine.screening_rules import Access
from planner.engine.standing import Standing, Status
from planner.engine.trail import Trail

LOCKED_BY = {
    StopSymptom.CHEST_PAIN: "PRG-50",
    StopSymptom.FAINT: "PRG-50",
    StopSymptom.BREATH: "PRG-50",
    StopSymptom.VISION: "PRG-50",
    StopSymptom.CALF: "PRG-51",
    StopSymptom.BLEEDING: "PRG-52",
    StopSymptom.CONTRACTION: "PRG-52",
}
# Days from one session to the next, one of rest between them (PRG-47).
FEWEST_DAYS_APART = 2


def follow(chapters: tuple[Chapter, ...], *, today: int) -> Standing:
    """Work out where a person stands: what comes next, and what the last session changed.

    `chapters` are all of them, oldest first, at least one. The same ones and the same day always
    give the same answer.
    """
    frame, trail = _walk(chapters)
    chapter = chapters[-1]
    number = chapter.next_number
    status, rule = _status(chapters, trail, today)
    session = None
    if status is Status.READY:
        day = _first_day(chapter, trail, today)
        arrived = _arrive(chapters, trail, frame, number, today)
        session = present(compose(arrived, frame, number, day), arrived, frame)
    last = len(chapter.plan.weeks) * chapter.plan.sessions_per_week
    return Standing(
        status=status,
        rule=rule,
        week=frame.week_of(min(number, last)).number,
        next=session,
        changes=trail.changes,
        days_since_last=days_away(trail, today),
    )


def schedule(chapters: tuple[Chapter, ...], *, today: int) -> tuple[tuple[int, int], ...]:
    """List the sessions still to come, (number, day), on the plan's days; none unless ready."""
    _, trail = _walk(chapters)
    if _status(chapters, trail, today)[0] is not Status.READY:
        return ()
    chapter, sessions = chapters[-1], []
    day = _first_day(chapter, trail, today)
    last = len(chapter.plan.weeks) * chapter.plan.sessions_per_week
    for number in range(chapter.next_number, last + 1):
        sessions.append((number, day))
        day = _training_day(chapter, day + FEWEST_DAYS_APART)
    return tuple(sessions)


def _walk(chapters: tuple[Chapter, ...]) -> tuple[Frame, Trail]:
    """Go through every entry of every chapter."""
    trail = Trail()
    for place, chapter in enumerate(chapters):
        frame = Frame.of(chapter)
        trail = trail.in_chapter(frame)
        so_far = chapters[: place + 1]
        for number, entry in enumerate(chapter.sessions, chapter.first_session):
            trail = _step(so_far, trail, frame, number, entry)
    return frame, trail


def _step(
    chapters: tuple[Chapter, ...], trail: Trail, frame: Frame, number: int, entry: SessionDone
) -> Trail:
    arrived = _arrive(chapters, trail, frame, number, entry.day)
    if not entry.is_done:
        # A break goes on through a session that was not done.
        arrived = replace(
            arrived,
            states=trail.states,
            layout=trail.swapped(frame, number).layout,
            lighter_sessions=trail.lighter_sessions,
            back_rule=None,
        )
    return learn(arrived, frame, compose(arrived, frame, number, entry.day), entry)


def _arrive(
    chapters: tuple[Chapter, ...], trail: Trail, frame: Frame, number: int, day: int
) -> Trail:
    return arrive(trail, frame, number, day, is_worse=growth_held(chapters, day=day))


def _status(chapters: tuple[Chapter, ...], trail: Trail, today: int) -> tuple[Status, str | None]:
    chapter = chapters[-1]
    if rule := _locking_rule(chapters):
        return Status.LOCKED, rule
    if chapter.plan.access is not Access.ACTIVE:
        return Status.WITH_COMPANY, chapter.plan.screening_rules[0]
    if rule := replan_trigger(chapters, today=today):
        return Status.SCREEN_AGAIN, rule
    if _was_away_too_long(chapter, trail, today):
        return Status.SCREEN_AGAIN, "PRG-43"
    if any(
        entry.stop_symptom is StopSymptom.LOW_SUGAR and number not in chapter.confirmed_well
        for number, entry in enumerate(chapter.sessions, chapter.first_session)
    ):
        return Status.CONFIRM_WELL, "PRG-53"
    return (Status.FINISHED, "PRG-61") if chapter.is_finished else (Status.READY, None)


def _locking_rule(chapters: tuple[Chapter, ...]) -> str | None:
    """Find a stop symptom that no newer chapter has answered (PRG-50 to 52)."""
    for place, chapter in enumerate(chapters):
        latest = max((later.day for later in chapters[place + 1 :]), default=None)
        for entry in chapter.sessions:
            rule = LOCKED_BY.get(entry.stop_symptom or StopSymptom.NONE)
            if rule and (latest is None or latest < entry.day):
                return rule
    return None


def _was_away_too_long(chapter: Chapter, trail: Trail, today: int) -> bool:
    """Whether the last session, and the last screening after a long break, are too long ago."""
    if trail.last_done is None:
        return False
    came_back = chapter.day >= trail.last_done + SCREEN_AGAIN_DAYS
    since = chapter.day if came_back else trail.last_done
    return today - since >= SCREEN_AGAIN_DAYS


def _first_day(chapter: Chapter, trail: Trail, today: int) -> int:
    """Find the day of the next session: one of the plan's, after a day of rest (PRG-47)."""
    earliest = max(today, chapter.day)
    if trail.last_day is not None:
        earliest = max(earliest, trail.last_day + FEWEST_DAYS_APART)
    if trail.sessions and trail.sessions[-1].kind is Kind.SKIPPED:
        earliest = max(earliest, trail.sessions[-1].day + 1)
    return _training_day(chapter, earliest)


def _training_day(chapter: Chapter, earliest: int) -> int:
    days = {WEEK.index(day) for day in chapter.plan.days}
    return next(day for day in range(earliest, earliest + len(WEEK)) if day % len(WEEK) in days)
