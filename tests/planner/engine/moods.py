"""Chapters with mood checks and sessions in their log."""

from dataclasses import replace

from planner.engine import Kind, MoodCheck, SessionDone, new_chapter, parse_answers
from tests.planner.engine.people import person


def chapter(**changes):
    return new_chapter((), parse_answers(person(**changes)), day=0)


def phq9(total, **when):
    """A whole PHQ-9 that adds up to a total, its last item 0."""
    return MoodCheck(**{"day": 28, "week": 4, **when}, phq=items(total, 9))


def items(total, count):
    spread, rest = divmod(total, count - 1)
    return (*(spread + (place < rest) for place in range(count - 1)), 0)


def started_at(total, *checks, **changes):
    """A chapter whose answers hold a PHQ-9, and the checks taken since."""
    return replace(chapter(phq9=[*items(total, 9)], **changes), checks=checks)


def done(number, day, *, kind=Kind.FULL, moods=(None, None)):
    before, after = moods
    return SessionDone(number=number, day=day, kind=kind, mood_before=before, mood_after=after)
