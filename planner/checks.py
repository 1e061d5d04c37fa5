"""A mood check kept in a record, and what follows from it at once."""

from dataclasses import replace
from datetime import date

from planner.engine import MoodCheck, answers_after
from planner.pages import next_page
from planner.state import State


def with_check(state: State, check: MoodCheck, today: date) -> State:
    """Keep a check under the plan in force; a worse range becomes a new answer (MON-10, MON-11).

    The new answer is screened at once: it begins a new chapter, or closes the plan, also where it
    brings up questions that come first. Nobody is asked to take it or leave it. Other changes that
    still wait to be seen go on waiting.
    """
    *earlier, last = state.chapters
    kept = replace(state, chapters=(*earlier, replace(last, checks=(*last.checks, check))))
    if answers_after(last.answers, check) == last.answers:
        return kept
    current = replace(kept, answers=last.answers)
    screened = _screened(current.with_answers(answers_after(current.full_answers, check)), today)
    if state.answers == last.answers:
        return screened
    return screened.with_answers(answers_after(state.full_answers, check))


def _screened(state: State, today: date) -> State:
    return state.closed() if next_page(state) else state.with_result(today)


def latest_check(state: State) -> MoodCheck | None:
    """Give the last check of the log."""
    checks = [check for chapter in state.chapters for check in chapter.checks]
    return checks[-1] if checks else None
