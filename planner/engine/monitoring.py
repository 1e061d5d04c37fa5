"""Mood checks: when one is due, what it leads to, and what else the log says about how it goes.

Rulebook, section 8. Nothing here grades a person: a score leads to words and to care.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from planner.engine.answers import Answers, ChairStand, Condition
from planner.engine.facts import GAD7_ITEMS, PHQ9_ITEMS, Facts, check_level
from planner.engine.log import Chapter, MoodCheck, SessionDone

SHORT_ITEMS = 2
# PHQ-2 and GAD-2 of 3 or more invite the whole check (MON-03, MON-04).
INVITES_FULL_CHECK = 3
# Points that matter for one person: PHQ-9 (lowe-2004), and GAD-7, a careful choice (OQ-22).
CHANGE_THAT_MATTERS = {"phq9": 5, "gad7": 4}
STILL_HIGH, REVIEW_WEEK = 10, 8
STRONG_LEVEL = 3
LOWER_MOOD, LOWER_MOOD_SESSIONS, EASIER_WEEKS = 2, 3, 2
KIND_MESSAGE_DAYS, QUIET_DAYS = 14, 28
# Checks are in even weeks, the whole ones in every fourth. A programme that takes longer than 12
# weeks goes on in the same way.
CHECK_EVERY_WEEKS, FULL_CHECK_EVERY_WEEKS = 2, 4
CHAIR_STAND_WEEKS, CHAIR_STAND_AGE = frozenset({1, 6, 12}), 65
DEPRESSION = frozenset(Condition) - {Condition.WELLBEING, Condition.ANXIETY}


class Instrument(StrEnum):
    PHQ2 = "phq2"
    PHQ9 = "phq9"
    GAD2 = "gad2"
    GAD7 = "gad7"
    CHAIR_STANDS = "chair_stands"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckDue:
    """The check of programme week `week`: what is asked, and what is offered without asking.

    The self-harm question goes with every one of them.
    """

    week: int
    asked: tuple[Instrument, ...]
    offered: tuple[Instrument, ...]


def programme(chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """Keep the chapters of the twelve weeks that are under way: since session 1 was last new."""
    start = 0
    for place, chapter in enumerate(chapters):
        if chapter.first_session == 1 and any(each.sessions for each in chapters[start:place]):
            start = place
    return chapters[start:]


def check_due(chapters: tuple[Chapter, ...], *, today: int) -> CheckDue | None:
    """Find the one check that is due today; a missed one gives way to the next."""
    under_way = programme(chapters)
    answers = under_way[-1].answers
    taken = [check for chapter in under_way for check in chapter.checks]
    week = _week(under_way, today)
    due = _of_week(week, answers, took_gad7=len(chapters[0].answers.gad7) == GAD7_ITEMS)
    if due is not None and all(check.week < due.week for check in taken):
        return due
    invited = _invited(taken[-1]) if taken else ()
    return CheckDue(week=taken[-1].week, asked=(), offered=invited) if invited else None


def _week(under_way: tuple[Chapter, ...], today: int) -> int:
    """Count the week by the sessions or by the calendar, whichever is further."""
    last = under_way[-1]
    if last.is_finished and last.sessions:
        today = min(today, last.sessions[-1].day)
    by_sessions = (last.next_number - 1) // last.plan.sessions_per_week + 1
    by_calendar = (today - under_way[0].day) // 7 + 1
    return max(min(by_sessions, len(last.plan.weeks)), by_calendar)


def _of_week(week: int, answers: Answers, *, took_gad7: bool) -> CheckDue | None:
    """Say what the latest check up to this week consists of."""
    counts_stands = (
        Facts(answers).age >= CHAIR_STAND_AGE and answers.chair_stand is ChairStand.EASILY
    )
    stands = (Instrument.CHAIR_STANDS,) if counts_stands else ()
    if week < CHECK_EVERY_WEEKS:
        return CheckDue(week=1, asked=(), offered=stands) if stands else None
    week -= week % CHECK_EVERY_WEEKS
    is_full = week % FULL_CHECK_EVERY_WEEKS == 0
    phq = Instrument.PHQ9 if is_full else Instrument.PHQ2
    gad = Instrument.GAD7 if is_full else Instrument.GAD2
    anxious, depressed = Facts(answers).anxious, answers.condition in DEPRESSION
    return CheckDue(
        week=week,
        asked=(phq,) * depressed + (gad,) * anxious,
        offered=(
            *(() if depressed else (phq,)),
            *((gad,) if took_gad7 and not anxious else ()),
            *(stands if week in CHAIR_STAND_WEEKS else ()),
        ),
    )


def _invited(check: MoodCheck) -> tuple[Instrument, ...]:
    """List the whole checks that a short one invites to."""
    phq = len(check.phq) == SHORT_ITEMS and sum(check.phq) >= INVITES_FULL_CHECK
    gad = len(check.gad) == SHORT_ITEMS and sum(check.gad) >= INVITES_FULL_CHECK
    return (Instrument.PHQ9,) * phq + (Instrument.GAD7,) * gad


def respond(chapters: tuple[Chapter, ...], check: MoodCheck) -> tuple[str, ...]:
    """List the ids of the rules that a check calls for, whether or not it is in the log yet.

    What to do about the self-harm question is not asked here: that comes before (MON-01, MON-02).
    """
    before = _before(chapters, check)
    rules = {Instrument.PHQ9: "MON-03", Instrument.GAD7: "MON-04"}
    found = [rules[instrument] for instrument in _invited(check)]
    if any(_is_clearly_worse(name, scores) for name, scores in _with(check, before).items()):
        found.append("MON-10")
    level = max(_level_of(name, check) for name in CHANGE_THAT_MATTERS)
    if level >= STRONG_LEVEL > Facts(before[-1].answers).severity:
        found.append("MON-11")
    if _whole("phq9", check):
        found += _about_the_start(before, check, is_worse="MON-10" in found)
    return tuple(found)


def _with(check: MoodCheck, before: tuple[Chapter, ...]) -> dict[str, tuple[int, ...]]:
    """List the totals of each whole check taken now, with all that came before."""
    return {
        name: (*_scores(name, before), sum(_whole(name, check)))
        for name in CHANGE_THAT_MATTERS
        if _whole(name, check)
    }


def _about_the_start(
    before: tuple[Chapter, ...], check: MoodCheck, *, is_worse: bool
) -> tuple[str, ...]:
    """Compare a PHQ-9 with the first one; without a first one nothing has fallen."""
    score = sum(check.phq)
    fell = next(iter(_scores("phq9", before)), score) - score
    if fell >= CHANGE_THAT_MATTERS["phq9"]:
        return () if is_worse else ("MON-13",)
    return ("MON-12",) if check.week >= REVIEW_WEEK and score >= STILL_HIGH else ()


def _before(chapters: tuple[Chapter, ...], check: MoodCheck) -> tuple[Chapter, ...]:
    """Cut the chapters off where the check stands in them, if it does."""
    for place, chapter in enumerate(chapters):
        if check in chapter.checks:
            earlier = chapter.checks[: chapter.checks.index(check)]
            return (*chapters[:place], replace(chapter, checks=earlier))
    return chapters


def _whole(name: str, check: MoodCheck) -> tuple[int, ...]:
    """Give the items of a PHQ-9 or GAD-7; none where the check has only the short one."""
    items, count = (check.phq, PHQ9_ITEMS) if name == "phq9" else (check.gad, GAD7_ITEMS)
    return items if len(items) == count else ()


def _scores(name: str, chapters: tuple[Chapter, ...], until: int | None = None) -> tuple[int, ...]:
    """List the totals of every PHQ-9 or GAD-7 up to a day, from answers and checks.

    Answers carried over unchanged into a new chapter are no new measurement.
    """
    scores, carried = [], ()
    for chapter in chapters:
        answered = getattr(chapter.answers, name)
        taken = [(chapter.day, answered if answered != carried else ())]
        taken += [(check.day, _whole(name, check)) for check in chapter.checks]
        scores += [sum(items) for day, items in taken if items and (until is None or day <= until)]
        carried = answered
    return tuple(scores)


def _is_clearly_worse(name: str, scores: tuple[int, ...]) -> bool:
    """Whether the last total is above the best before it by as much as matters (MON-10)."""
    return len(scores) > 1 and scores[-1] >= min(scores[:-1]) + CHANGE_THAT_MATTERS[name]


def _level_of(name: str, check: MoodCheck) -> int:
    """Give the level, 0 to 4, of a whole check; 0 where it was not taken."""
    return check_level(name, _whole(name, check))


def answers_after(answers: Answers, check: MoodCheck) -> Answers:
    """Put a whole check into the answers where its level is above the one that stands.

    The new answers may bring up a question that was not asked before (`under_care`).
    """
    severity = Facts(answers).severity
    return replace(
        answers,
        phq9=_whole("phq9", check) if _level_of("phq9", check) > severity else answers.phq9,
        gad7=_whole("gad7", check) if _level_of("gad7", check) > severity else answers.gad7,
    )


def growth_held(chapters: tuple[Chapter, ...], *, day: int) -> bool:
    """Whether the latest whole check up to a day is clearly worse than the best before (MON-10).

    It is open until a newer whole check, or new answers with one, is no longer that much worse.
    """
    return any(
        _is_clearly_worse(name, _scores(name, chapters, until=day)) for name in CHANGE_THAT_MATTERS
    )


def effort_lowered(done: tuple[SessionDone, ...], *, sessions_per_week: int) -> bool:
    """Whether the session after these is to feel easier by 1 of 10 (MON-14).

    That is so for two weeks of sessions after mood fell by 2 or more in three sessions running.
    Sessions without both moods neither count nor break the run.
    """
    falls = 0
    for place, session in enumerate(done):
        if session.mood_before is None or session.mood_after is None:
            continue
        fell = session.mood_before - session.mood_after >= LOWER_MOOD
        falls = falls + 1 if fell else 0
        sessions_since = len(done) - 1 - place
        if falls >= LOWER_MOOD_SESSIONS and sessions_since < EASIER_WEEKS * sessions_per_week:
            return True
    return False


def absence(chapters: tuple[Chapter, ...], *, today: int) -> str | None:
    """Give the rule about a long time without a session: one kind message, later an open door."""
    if chapters[-1].is_finished:
        return None
    done = [session.day for chapter in chapters for session in chapter.sessions if session.is_done]
    days = today - max(done, default=chapters[0].day)
    return "MON-16" if days >= QUIET_DAYS else "MON-15" if days >= KIND_MESSAGE_DAYS else None
