"""When a mood check is due, and what it consists of."""

from dataclasses import replace

import pytest

from planner.engine import CheckDue, MoodCheck, check_due, new_chapter, parse_answers
from tests.planner.engine.moods import chapter, done, phq9
from tests.planner.engine.people import person

ANXIOUS = {"condition": "anxiety_gad"}
BOTH = {"condition": "depression_anxiety"}
WELL = {"condition": "wellbeing"}
OLDER = {"age": 70}


@pytest.mark.parametrize(
    ("changes", "day", "week", "asked", "offered"),
    [
        pytest.param({}, 7, 2, "phq2", "", id="low mood in week 2"),
        pytest.param({}, 20, 2, "phq2", "", id="week 3 still stands under week 2"),
        pytest.param({}, 21, 4, "phq9", "", id="all nine in week 4"),
        pytest.param({}, 35, 6, "phq2", "", id="low mood in week 6"),
        pytest.param({}, 77, 12, "phq9", "", id="low mood in week 12"),
        pytest.param({}, 105, 16, "phq9", "", id="a programme that takes longer"),
        pytest.param(ANXIOUS, 7, 2, "gad2", "phq2", id="worry"),
        pytest.param(ANXIOUS, 49, 8, "gad7", "phq9", id="worry, all seven"),
        pytest.param(BOTH, 21, 4, "phq9 gad7", "", id="both"),
        pytest.param(WELL, 21, 4, "", "phq9", id="nothing is asked of the well"),
        pytest.param(WELL | {"gad7": [0] * 7}, 21, 4, "", "phq9 gad7", id="as at the start"),
        pytest.param(OLDER, 0, 1, "", "chair_stands", id="a strength marker from 65"),
        pytest.param(OLDER, 35, 6, "phq2", "chair_stands", id="the marker again in week 6"),
        pytest.param(OLDER, 21, 4, "phq9", "", id="no marker in week 4"),
        pytest.param(
            *(OLDER | {"chair_stand": "with_hands"}, 35, 6, "phq2", ""),
            id="no marker for who needs their hands",
        ),
    ],
)
def test_the_check_of_a_week(changes, day, week, asked, offered):
    due = check_due((chapter(**changes),), today=day)

    assert due == CheckDue(week=week, asked=tuple(asked.split()), offered=tuple(offered.split()))


def test_nothing_is_due_in_the_first_week():
    assert check_due((chapter(),), today=6) is None


def test_sessions_ahead_of_the_calendar_bring_the_check_forward():
    ahead = replace(chapter(), sessions=tuple(done(n, 2 * n) for n in (1, 2)))

    assert check_due((ahead,), today=5).week == 2


def test_a_check_is_taken_once_and_a_missed_one_gives_way_to_the_next():
    taken = MoodCheck(day=8, week=2, phq=(0, 0))
    checked = replace(chapter(), checks=(taken,))

    assert check_due((checked,), today=20) is None
    assert check_due((checked,), today=40).week == 6


def test_a_high_short_check_goes_on_inviting_to_the_whole_one_until_that_is_taken():
    short = MoodCheck(day=8, week=2, phq=(2, 1), gad=(3, 0))
    invited = replace(chapter(**BOTH), checks=(short,))
    answered = replace(invited, checks=(short, phq9(9, day=8, week=2)))

    assert check_due((invited,), today=10) == CheckDue(week=2, asked=(), offered=("phq9", "gad7"))
    assert check_due((answered,), today=10) is None


def test_a_new_programme_has_its_own_checks_and_new_answers_on_the_way_do_not():
    answers = parse_answers(person())
    twelve_weeks = tuple(done(n, 3 * n) for n in range(1, 25))
    finished = replace(chapter(), sessions=twelve_weeks, checks=(phq9(3, day=72, week=12),))
    again = new_chapter((finished,), answers, day=80)
    halfway = replace(chapter(), sessions=twelve_weeks[:6], checks=(phq9(3, day=21, week=4),))
    changed = new_chapter((halfway,), answers, day=24)

    assert check_due((finished,), today=80) is None
    assert check_due((finished, again), today=88).week == 2
    assert check_due((halfway, changed), today=26) is None


def test_the_check_at_the_end_waits_but_no_more_are_added():
    finished = replace(chapter(), sessions=tuple(done(n, 3 * n) for n in range(1, 25)))

    assert check_due((finished,), today=300).week == 12
