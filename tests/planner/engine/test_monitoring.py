"""What a mood check leads to, and what the log says in between."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.engine import (
    RULES,
    Facts,
    Kind,
    MoodCheck,
    absence,
    answers_after,
    growth_held,
    new_chapter,
    parse_answers,
    respond,
)
from planner.engine.monitoring import effort_lowered
from tests.planner.engine.moods import chapter, done, items, phq9, started_at
from tests.planner.engine.people import person


@pytest.mark.parametrize(
    ("before", "check", "rules"),
    [
        pytest.param(started_at(8), MoodCheck(day=9, week=2, phq=(2, 0)), "", id="phq2 of 2"),
        pytest.param(started_at(8), MoodCheck(day=9, week=2, phq=(2, 1)), "MON-03", id="phq2 of 3"),
        pytest.param(started_at(8), MoodCheck(day=9, week=2, gad=(1, 1)), "", id="gad2 of 2"),
        pytest.param(started_at(8), MoodCheck(day=9, week=2, gad=(0, 3)), "MON-04", id="gad2 of 3"),
        pytest.param(started_at(8), phq9(12), "", id="four above the start"),
        pytest.param(started_at(8), phq9(13), "MON-10", id="five above the start"),
        pytest.param(started_at(12, phq9(8)), phq9(13), "MON-10", id="five above the best so far"),
        pytest.param(
            *(started_at(14, phq9(8)), phq9(15), "MON-10 MON-11"),
            id="much worse, and strong for the first time",
        ),
        pytest.param(started_at(14), phq9(15), "MON-11", id="strong for the first time"),
        pytest.param(chapter(), phq9(15), "MON-11", id="strong in the first check of all"),
        pytest.param(started_at(15), phq9(16), "", id="as strong as before"),
        pytest.param(started_at(9), phq9(5), "", id="four below the start"),
        pytest.param(started_at(9), phq9(4), "MON-13", id="five below the start"),
        pytest.param(started_at(14, phq9(2)), phq9(9), "MON-10", id="below the start, but worse"),
        pytest.param(started_at(14), phq9(10, week=4), "", id="not enough, but early"),
        pytest.param(started_at(14), phq9(10, week=8), "MON-12", id="not enough in week 8"),
        pytest.param(started_at(14), phq9(10, week=12), "MON-12", id="week 8 was missed"),
        pytest.param(started_at(14), phq9(9, week=8), "MON-13", id="enough"),
        pytest.param(started_at(13), phq9(9, week=8), "", id="below 10"),
        pytest.param(chapter(), phq9(10, week=8), "MON-12", id="no start to compare with"),
        pytest.param(
            chapter(gad7=[1] * 7), MoodCheck(day=28, week=4, gad=(2,) * 4 + (1,) * 2 + (0,)), "",
            id="three more on the gad7",
        ),
        pytest.param(
            chapter(gad7=[1] * 7), MoodCheck(day=28, week=4, gad=(2,) * 4 + (1,) * 3), "MON-10",
            id="four more on the gad7",
        ),
    ],
)  # fmt: skip
def test_a_check_calls_for(before, check, rules):
    logged = replace(before, checks=(*before.checks, check))

    assert respond((before,), check) == tuple(rules.split())
    assert respond((logged,), check) == tuple(rules.split())
    assert set(rules.split()) <= RULES.keys()


def test_what_came_after_a_check_changes_nothing_about_what_it_called_for():
    worse = phq9(15)
    before = started_at(8, worse)
    answers = answers_after(parse_answers(person(phq9=[*items(8, 9)])), worse)
    after = new_chapter((before,), replace(answers, under_care="yes"), day=28)

    assert respond((before, after), worse) == ("MON-10", "MON-11")


@given(st.integers(0, 24), st.integers(0, 24))
def test_a_whole_check_goes_into_the_answers_only_where_it_is_worse(start, total):
    answers = parse_answers(person(phq9=[*items(start, 9)]))
    check = phq9(total)

    after = answers_after(answers, check)

    assert Facts(after).severity >= Facts(answers).severity
    is_worse = Facts(after).severity > Facts(answers).severity
    assert after == (replace(answers, phq9=check.phq) if is_worse else answers)


def test_a_short_check_never_goes_into_the_answers():
    answers = parse_answers(person(severity_self="minimal"))

    assert answers_after(answers, MoodCheck(day=8, week=2, phq=(3, 3), gad=(3, 3))) == answers


def test_growth_waits_after_a_worse_check_until_a_better_one():
    worse, better = phq9(13, day=28), phq9(12, day=56, week=8)
    log = started_at(8, worse, better)

    assert [growth_held((log,), day=day) for day in (27, 28, 55, 56)] == [False, True, True, False]


def test_growth_still_waits_in_a_new_chapter_whose_answers_carry_the_worse_check():
    before = started_at(8, phq9(13))
    carried = started_at(13)
    fresh = started_at(9)

    later = replace(carried, day=29), replace(carried, day=40)

    assert growth_held((before, *later), day=50)
    assert not growth_held((before, *later, replace(fresh, day=60)), day=60)


def test_old_answers_carried_into_a_new_chapter_are_no_worse_check():
    better = started_at(13, phq9(8))
    carried = replace(started_at(13, equipment=["band"]), day=40)

    assert not growth_held((better, carried), day=50)


@pytest.mark.parametrize(
    ("moods", "is_lowered"),
    [
        pytest.param([(6, 4)] * 2, False, id="twice"),
        pytest.param([(6, 4)] * 3, True, id="three times running"),
        pytest.param([(6, 4), (6, 4), (6, 5), (6, 4)], False, id="not running"),
        pytest.param([(6, 4), (6, 4), (None, 3), (6, 4)], True, id="one not told"),
        pytest.param([(6, 4)] * 3 + [(5, 6)] * 3, True, id="within two weeks"),
        pytest.param([(6, 4)] * 3 + [(5, 6)] * 4, False, id="after two weeks"),
    ],
)
def test_effort_is_lower_for_two_weeks_after_mood_fell_three_times_running(moods, is_lowered):
    log = tuple(done(n, 3 * n, moods=each) for n, each in enumerate(moods, start=1))

    assert effort_lowered(log, sessions_per_week=2) == is_lowered


@pytest.mark.parametrize(
    ("day", "rule"), [(13, None), (14, "MON-15"), (27, "MON-15"), (28, "MON-16")]
)
def test_a_long_time_without_a_session_brings_one_kind_message(day, rule):
    tiny, skipped = done(1, 5, kind=Kind.TINY), done(2, 12, kind=Kind.SKIPPED)
    started = replace(chapter(), sessions=(tiny, skipped))

    assert absence((chapter(),), today=day) == rule
    assert absence((started,), today=5 + day) == rule


def test_nobody_is_missed_after_the_last_session():
    finished = replace(chapter(), sessions=tuple(done(n, 3 * n) for n in range(1, 25)))

    assert absence((finished,), today=300) is None
