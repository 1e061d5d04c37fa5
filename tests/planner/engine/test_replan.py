"""New answers on the way: when they are asked for, and where the chapter they begin starts."""

from dataclasses import replace

import pytest
from hypothesis import given

from planner.engine import (
    Answers,
    Chapter,
    Course,
    InvalidAnswersError,
    Kind,
    Refusal,
    SessionDone,
    Swap,
    aged_answers,
    asks_for_more,
    birthday_threshold,
    build_plan,
    decide,
    follow,
    new_chapter,
    parse_answers,
    replan_trigger,
    to_ask_again,
)
from tests.planner.engine.people import person
from tests.planner.engine.strategies import answer_sets

THREE_DAYS = {"days_per_week": "3"}


def chapter(day=0, **changes):
    return new_chapter((), parse_answers(person(**changes)), day=day)


def logged(chapter, sessions, *, first_day=0, kind=Kind.FULL):
    """The chapter with so many sessions in its log, one every third day."""
    entries = tuple(
        SessionDone(number=chapter.first_session + place, day=first_day + 3 * place, kind=kind)
        for place in range(sessions)
    )
    return replace(chapter, sessions=entries)


@given(answer_sets)
def test_no_chapter_begins_where_screening_does_not_allow_it(raw):
    answers = parse_answers(raw)

    result = new_chapter((), answers, day=0)

    may_train = build_plan(answers).disposition not in {"urgent_help", "clearance_first"}
    assert isinstance(result, Chapter) == may_train
    if not may_train:
        assert (result.access, result) == ("none", decide(answers))


def test_a_draft_for_a_clinician_is_kept_from_the_person_with_all_its_doses():
    answers = parse_answers(person(conditions=["heart_disease"], clearance="no"))
    draft = build_plan(answers)

    decided = decide(answers)

    assert draft.access == "draft_for_clinician"
    assert decided == Refusal(
        disposition=draft.disposition,
        access="none",
        role=draft.role,
        screening_rules=draft.screening_rules,
        caveats=draft.caveats,
    )


def test_a_chapter_keeps_the_answers_but_never_the_one_about_self_harm():
    answers = parse_answers(person())

    begun = new_chapter((), answers, day=4)

    assert begun.answers == replace(answers, self_harm=None)
    assert (begun.plan, begun.day, begun.first_session) == (build_plan(answers), 4, 1)


def test_answers_that_are_not_complete_begin_nothing():
    with pytest.raises(InvalidAnswersError):
        new_chapter((), Answers(age=34), day=0)


@pytest.mark.parametrize(
    ("before", "sessions", "after", "first_session"),
    [
        pytest.param({}, 0, {"equipment": ["band"]}, 1, id="nothing done yet"),
        pytest.param({}, 5, {"equipment": ["band"]}, 6, id="the next session of the same week"),
        pytest.param({}, 4, THREE_DAYS, 7, id="week 3 from two days to three"),
        pytest.param({}, 5, THREE_DAYS, 8, id="the second session of week 3"),
        pytest.param(THREE_DAYS, 5, {}, 4, id="the last of week 2 from three days to two"),
        pytest.param(THREE_DAYS, 35, {}, 24, id="the last session of all"),
        pytest.param({}, 24, {}, 1, id="after the last session"),
    ],
)
def test_new_answers_go_on_in_the_same_week(before, sessions, after, first_session):
    old = logged(chapter(**before), sessions)
    answers = parse_answers(person(**after))

    begun = new_chapter((old,), answers, day=3 * sessions)

    assert begun.first_session == first_session


@pytest.mark.parametrize(("gap", "first_session"), [(31, 5), (32, 1)])
def test_after_32_days_without_a_session_the_weeks_begin_anew(gap, first_session):
    old = logged(chapter(), 4)

    begun = new_chapter((old,), parse_answers(person()), day=old.sessions[-1].day + gap)

    assert begun.first_session == first_session


def test_a_skipped_session_does_not_end_a_long_break():
    old = logged(chapter(), 4)
    skipped = SessionDone(number=5, day=30, kind=Kind.SKIPPED)
    old = replace(old, sessions=(*old.sessions, skipped))

    begun = new_chapter((old,), parse_answers(person()), day=old.sessions[3].day + 32)

    assert begun.first_session == 1


def test_a_course_goes_on_through_new_answers_and_ends_with_its_weeks():
    answers = parse_answers(person())
    kept = new_chapter((), answers, day=0, course=Course.KEEP)

    on_the_way = new_chapter((logged(kept, 3),), answers, day=10)
    after_it = new_chapter((logged(kept, 24),), answers, day=80)

    assert (on_the_way.course, on_the_way.first_session) == (Course.KEEP, 4)
    assert (after_it.course, after_it.first_session) == (Course.NORMAL, 1)


@pytest.mark.parametrize(
    ("week", "weeks_later", "rule"),
    [
        *((12, 0, None), (12, 1, "PRG-60"), (11, 1, None), (5, 7, None), (5, 8, "PRG-60")),
        *((13, 14, None), (13, 15, "PRG-60"), (28, 8, None), (28, 9, "PRG-60")),
        *((37, 5, None), (37, 6, "PRG-60")),
    ],
)
def test_a_pregnancy_that_passes_a_threshold_asks_for_new_answers(week, weeks_later, rule):
    begun = chapter(day=3, peripartum="pregnant", pregnancy_week=week)

    trigger = replan_trigger((begun,), today=3 + 7 * weeks_later)

    assert trigger == rule


@pytest.mark.parametrize(
    ("birth", "week", "weeks_later", "rule"),
    [
        ("vaginal", 8, 3, None),
        ("vaginal", 8, 4, "PRG-60"),
        ("caesarean", 14, 3, None),
        ("caesarean", 14, 4, "PRG-60"),
        ("vaginal", 40, 30, None),
    ],
)
def test_healing_that_passes_a_threshold_asks_for_new_answers(birth, week, weeks_later, rule):
    begun = chapter(peripartum="postpartum", postpartum_week=week, birth_type=birth)

    assert replan_trigger((begun,), today=7 * weeks_later) == rule


def test_only_the_last_answers_count_and_others_never_ask_again():
    first = chapter(peripartum="pregnant", pregnancy_week=10)
    second = chapter(day=28, peripartum="pregnant", pregnancy_week=24)

    assert replan_trigger((first, second), today=28 + 21) is None
    assert replan_trigger((first, second), today=28 + 28) == "PRG-60"
    assert replan_trigger((chapter(),), today=1_000) is None


def test_the_weeks_of_answers_move_on_with_the_days_to_what_can_be_answered():
    pregnant = parse_answers(person(peripartum="pregnant", pregnancy_week=36))
    postpartum = parse_answers(person(peripartum="postpartum", postpartum_week=0))

    weeks = [aged_answers(pregnant, days=days).pregnancy_week for days in (6, 7, 42, 500)]

    assert weeks == [36, 37, 42, 42]
    assert aged_answers(postpartum, days=500).postpartum_week == 52
    assert aged_answers(parse_answers(person()), days=500) == parse_answers(person())


@pytest.mark.parametrize(
    ("age", "threshold"), [(24, None), (25, 26), (26, None), (64, 65), (74, 75), (89, 90)]
)
def test_a_birthday_matters_where_other_rules_begin(age, threshold):
    assert birthday_threshold(Answers(age=age)) == threshold


def test_an_exercise_no_longer_allowed_gives_way_to_its_nearest_allowed_relative():
    swap = Swap(number=1, exercise="mini_squat", replacement="slow_squat")
    before = replace(logged(chapter(energy_mode="low_energy"), 2), swaps=(swap,))
    sore = person(energy_mode="low_energy", pain_sites=["knee"], pain_now=4)

    after = new_chapter((before,), parse_answers(sore), day=5)

    assert "mini_squat" in after.plan.template_a
    first = {each.planned: each.exercise for each in follow((before,), today=5).next.targets}
    then = {each.planned: each.exercise for each in follow((before, after), today=5).next.targets}
    assert (first["mini_squat"], then["mini_squat"]) == ("slow_squat", "bodyweight_squat")


@given(answer_sets)
def test_answers_call_for_more_exactly_where_the_result_is_stricter(raw):
    plan = build_plan(parse_answers(person()))
    answers = parse_answers(raw)

    result = decide(answers)

    assert asks_for_more(answers, plan) == (result.access != "active")
    assert isinstance(result, Refusal) or not asks_for_more(answers, result)


@pytest.mark.parametrize(
    ("given_so_far", "expected"),
    [
        ({"severity_self": "severe"}, True),
        ({"conditions": ["heart_disease"]}, True),
        ({"peripartum": "pregnant"}, False),
        ({"age": None}, True),
    ],
)
def test_answers_with_blanks_call_for_more_as_far_as_they_go(given_so_far, expected):
    plan = build_plan(parse_answers(person()))

    assert asks_for_more(parse_answers(person(**given_so_far)), plan) is expected


def test_questions_open_again_with_weeks_counted_in_and_only_today_blank():
    given_then = parse_answers(
        person(peripartum="pregnant", pregnancy_week=20, pregnancy_flags=["none"])
    )

    again = to_ask_again(given_then, days=15)

    assert again.pregnancy_week == 22
    assert (again.self_harm, again.symptoms, again.pregnancy_flags) == (None, set(), set())
    assert again.conditions == given_then.conditions
    assert again.phq9 == given_then.phq9
