"""Changes of the log: every one takes a State and gives the next, or says what stands where.

A session's running number counts from 1 over all chapters; it tells nothing of the plan.
"""

import hashlib
from dataclasses import dataclass, replace

import msgspec

from planner.engine import (
    CLOSING,
    Chapter,
    Kind,
    SessionDone,
    Standing,
    StopSymptom,
    Swap,
    answers_after_stop,
    drop_irrelevant,
    follow,
)
from planner.kept import Feeling
from planner.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One session of the log: its running number, and its place in its chapter."""

    number: int
    chapter: int
    place: int
    session: SessionDone


def entries(state: State) -> tuple[Entry, ...]:
    """List every session of every chapter, oldest first."""
    found = [
        (chapter, place, session)
        for chapter, each in enumerate(state.chapters)
        for place, session in enumerate(each.sessions)
    ]
    return tuple(
        Entry(number=number, chapter=chapter, place=place, session=session)
        for number, (chapter, place, session) in enumerate(found, 1)
    )


def next_number(state: State) -> int:
    """Give the running number of the session that comes next."""
    return len(entries(state)) + 1


def entry_at(state: State, number: int) -> Entry | None:
    """Find a session by its running number."""
    return next((entry for entry in entries(state) if entry.number == number), None)


def fingerprint(entry: Entry | None) -> str:
    """Give a short digest of what stands at one number of the log; empty where nothing does."""
    if entry is None:
        return ""
    written = msgspec.json.encode(entry.session, order="deterministic")
    return hashlib.sha256(written).hexdigest()[:16]


def made_for(state: State, number: int) -> str:
    """Give what a form of one number starts from: what stands there, or else what stands last."""
    return fingerprint(entry_at(state, number) or next(reversed(entries(state)), None))


def standing_at(
    state: State, number: int, made: str, *, day: int, kind: Kind | None
) -> Entry | None:
    """Find what stands where a form writes that was made for `made`.

    That is what has its number. Where the log has changed since the form was made, the form may
    have arrived before, and what it wrote may have moved up: then the session of that day and kind.
    """
    stands = entry_at(state, number)
    if stands or made in {"", made_for(state, number)}:
        return stands
    latest_first = reversed(entries(state))
    return next(
        (each for each in latest_first if (each.session.day, each.session.kind) == (day, kind)),
        None,
    )


def as_it_stood(state: State, entry: Entry, *, with_it: bool = False) -> Standing:
    """Work out where the person stood before a session of the log, or after it (`with_it`)."""
    chapter = state.chapters[entry.chapter]
    kept = replace(chapter, sessions=chapter.sessions[: entry.place + with_it])
    return follow((*state.chapters[: entry.chapter], kept), today=entry.session.day)


def with_session(state: State, number: int, session: SessionDone) -> State:
    """Write a session at its number: a correction of what stands there, else after the last one.

    The session's own number is that of its chapter's plan and is given here. A symptom that ends
    the plan closes it for good; what must be asked again is forgotten (PRG-50 to 52).
    """
    entry = entry_at(state, number)
    place = entry.chapter if entry else len(state.chapters) - 1
    chapter = state.chapters[place]
    if entry:
        session = replace(session, number=entry.session.number)
        before, after = chapter.sessions[: entry.place], chapter.sessions[entry.place + 1 :]
    else:
        session = replace(session, number=chapter.next_number)
        before, after = chapter.sessions, ()
    state = _with_chapter(state, place, replace(chapter, sessions=(*before, session, *after)))
    state = state if entry else replace(state, feeling=None)
    return _stopped(state, session) if session.stop_symptom in CLOSING else state


def settle(state: State, number: int, session: SessionDone, made: str) -> State | None:
    """Write a session from a form that was `made` for what then stood at its number.

    None where something else stands there by now: the person is asked. The very same session once
    more changes nothing. What has gone meanwhile is written as a new session.
    """
    stands = standing_at(state, number, made, day=session.day, kind=session.kind)
    if stands is None:
        return with_session(state, next_number(state), session)
    if fingerprint(stands) == made:
        return with_session(state, number, session)
    same = replace(session, number=stands.session.number) == stands.session
    return state if same else None


def with_stop(state: State, number: int, session: SessionDone, made: str) -> State:
    """Write a session that a warning sign ended; whatever else stands there, the sign counts."""
    is_full = state.chapters[-1].is_finished and fingerprint(entry_at(state, number)) != made
    if is_full:
        return _stopped(state, session) if session.stop_symptom in CLOSING else state
    settled = settle(state, number, session, made)
    return settled or with_session(state, next_number(state), session)


def _stopped(state: State, session: SessionDone) -> State:
    answers = answers_after_stop(state.answers, session.stop_symptom or StopSymptom.NONE)
    return replace(state.closed(), answers=drop_irrelevant(answers))


def without_session(state: State, number: int) -> State:
    """Take a session out of the log; those after it in its chapter move up."""
    entry = entry_at(state, number)
    if entry is None:
        return state
    chapter, gone = state.chapters[entry.chapter], entry.session.number
    kept = (*chapter.sessions[: entry.place], *chapter.sessions[entry.place + 1 :])
    changed = replace(
        chapter,
        sessions=tuple(
            replace(session, number=at) for at, session in enumerate(kept, chapter.first_session)
        ),
        swaps=tuple(replace(swap, number=_moved(swap.number, gone)) for swap in chapter.swaps),
        confirmed_well=tuple(_moved(at, gone) for at in chapter.confirmed_well if at != gone),
    )
    return _with_chapter(state, entry.chapter, changed)


def _moved(number: int, gone: int) -> int:
    return number - 1 if number > gone else number


def closing_stop(state: State) -> StopSymptom | None:
    """Give the warning sign that closed the plan, until newer answers have led to a result."""
    if state.is_open or state.refusal or not state.chapters:
        return None
    symptoms = [session.stop_symptom for session in state.chapters[-1].sessions]
    return next((each for each in reversed(symptoms) if each in CLOSING), None)


def with_swap(state: State, number: int, exercise: str, replacement: str) -> State:
    """Let another exercise stand in the place of one, from session `number` of the plan on.

    A swap made for the same session and taken back leaves nothing behind.
    """
    chapter = state.chapters[-1]
    made = [swap for swap in chapter.swaps if swap.number == number]
    last = made[-1] if made else None
    if last and (last.exercise, last.replacement) == (replacement, exercise):
        swaps = tuple(swap for swap in chapter.swaps if swap is not last)
    else:
        new = Swap(number=number, exercise=exercise, replacement=replacement)
        swaps = (*chapter.swaps, new)
    return _with_chapter(state, len(state.chapters) - 1, replace(chapter, swaps=swaps))


def with_lighter_week(state: State, week: int) -> State:
    """Make one week of the plan lighter (PRG-23); asking again changes nothing."""
    chapter = state.chapters[-1]
    weeks = tuple(sorted({*chapter.lighter_weeks, week}))
    return _with_chapter(state, len(state.chapters) - 1, replace(chapter, lighter_weeks=weeks))


def with_wellness(state: State) -> State:
    """Keep that the person is well again after every low of sugar so far (PRG-53)."""
    chapter = state.chapters[-1]
    lows = {
        session.number
        for session in chapter.sessions
        if session.stop_symptom is StopSymptom.LOW_SUGAR
    }
    well = tuple(sorted({*chapter.confirmed_well, *lows}))
    return _with_chapter(state, len(state.chapters) - 1, replace(chapter, confirmed_well=well))


def with_feeling(state: State, *, mood: int | None, is_low_energy: bool) -> State:
    """Keep how the person feels before the next session."""
    feeling = Feeling(number=next_number(state), mood=mood, is_low_energy=is_low_energy)
    return replace(state, feeling=feeling)


def feeling_now(state: State) -> Feeling:
    """Give how the person feels before the next session, as far as they said so."""
    number = next_number(state)
    feeling = state.feeling
    return feeling if feeling and feeling.number == number else Feeling(number=number)


def _with_chapter(state: State, place: int, chapter: Chapter) -> State:
    chapters = (*state.chapters[:place], chapter, *state.chapters[place + 1 :])
    return replace(state, chapters=chapters)
