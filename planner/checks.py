"""A mood check kept in a record, and what follows from it at once."""

from dataclasses import replace
from datetime import date

from planner.engine import MoodCheck, answers_after
from planner.pages import next_page
from planner.state import State


def with_check(state: State, check: MoodCheck, today: date) -> State:
    """Keep a check under the plan in force; a worse range becomes a new answer (MON-10, MON-11).

    The new answer is screened: it closes the plan, or begins a new chapter, or brings up questions
    that come first. Where other changes still wait to be seen, it waits with them.
    """
    *earlier, last = state.chapters
    kept = replace(state, chapters=(*earlier, replace(last, checks=(*last.checks, check))))
    answers = answers_after(kept.full_answers, check)
    if answers == kept.full_answers:
        return kept
    changed = kept.with_answers(answers)
    if state.has_changes or next_page(changed):
        return changed
    return changed.with_result(today)


def latest_check(state: State) -> MoodCheck | None:
    """Give the last check of the log."""
    checks = [check for chapter in state.chapters for check in chapter.checks]
    return checks[-1] if checks else None
