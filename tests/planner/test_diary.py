"""Changes of the log as pure functions: one State in, the next one out."""

from dataclasses import replace
from datetime import date

import pytest

from planner.diary import (
    entries,
    fingerprint,
    settle,
    with_lighter_week,
    with_session,
    with_swap,
    without_session,
)
from planner.engine import Kind, SessionDone, StopSymptom, new_chapter, parse_answers
from planner.state import State, decode, encode
from tests.planner.engine.people import person
from tests.planner.logs import lived


@pytest.fixture(scope="module")
def three():
    answers = parse_answers(person())
    chapter = new_chapter((), answers, day=0)
    state = State(
        answers=chapter.answers,
        self_harm_asked=True,
        chapters=(chapter,),
        is_open=True,
        first_monday=date(2026, 1, 5),
    )
    return lived(state, 3)


def skipped(day):
    return SessionDone(number=1, day=day, kind=Kind.SKIPPED)


def test_running_numbers_go_on_over_chapters(three):
    chapter = three.chapters[-1]
    second = new_chapter(three.chapters, three.full_answers, day=20)
    state = replace(three, chapters=(chapter, second))

    state = with_session(state, 4, skipped(21))

    found = [(entry.number, entry.chapter, entry.place) for entry in entries(state)]
    assert found == [(1, 0, 0), (2, 0, 1), (3, 0, 2), (4, 1, 0)]
    assert state.chapters[1].sessions[0].number == second.first_session


def test_a_correction_keeps_the_place_and_the_number(three):
    state = with_session(three, 2, skipped(4))

    assert [each.number for each in state.chapters[-1].sessions] == [1, 2, 3]
    assert state.chapters[-1].sessions[1].kind is Kind.SKIPPED


def test_what_stood_for_a_later_session_moves_up_with_it(three):
    state = with_swap(three, 4, "bodyweight_squat", "mini_squat")

    state = without_session(state, 1)

    assert [each.number for each in state.chapters[-1].sessions] == [1, 2]
    assert state.chapters[-1].swaps[0].number == 3
    assert without_session(state, 9) == state


def test_a_swap_taken_back_leaves_nothing(three):
    there = with_swap(three, 4, "bodyweight_squat", "mini_squat")

    assert with_swap(there, 4, "mini_squat", "bodyweight_squat") == three


def test_a_lighter_week_is_kept_once(three):
    assert with_lighter_week(with_lighter_week(three, 2), 2).chapters[-1].lighter_weeks == (2,)


def test_a_form_is_settled_by_what_it_was_made_for(three):
    [*_, last] = entries(three)

    assert settle(three, 4, skipped(20), "").chapters[-1].sessions[-1].day == 20
    assert settle(three, 3, skipped(20), "") is None
    assert settle(three, 3, skipped(20), fingerprint(last)).chapters[-1].sessions[-1].day == 20
    assert settle(three, 3, last.session, "") == three


def test_the_fingerprint_tells_every_change(three):
    last = entries(three)[-1]
    other = replace(last, session=replace(last.session, note="x"))

    assert fingerprint(last) != fingerprint(other)
    assert fingerprint(None) == ""
    assert fingerprint(entries(decode(encode(three)))[-1]) == fingerprint(last)


def test_a_warning_sign_closes_and_forgets_what_must_be_asked_again(three):
    cleared = replace(three, answers=replace(three.answers, clearance="yes"))

    state = with_session(cleared, 4, replace(skipped(9), stop_symptom=StopSymptom.CALF))

    assert not state.is_open
    assert state.answers.symptoms == frozenset()
    assert state.answers.clearance is None
    assert len(entries(state)) == 4
