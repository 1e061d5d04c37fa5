"""How many sets: what fits the time, how weeks grow (rulebook, sections 5.6 and 5.7)."""

from types import SimpleNamespace

import pytest

from planner.engine.answers import Experience
from planner.engine.volume import (
    fit_time,
    set_cap_in_week,
    spread_over_session,
    spread_over_week,
    weekly_sets,
)

# The table of 5.6: minutes; warm-up, cool-down, slots; most sets with rest 60, 90 and 120 s.
TIME_FIT = {
    20: (4, 2, 4, {60: 6, 90: 4, 120: 4}),
    30: (5, 3, 5, {60: 9, 90: 7, 120: 6}),
    45: (7, 4, 6, {60: 15, 90: 12, 120: 10}),
    60: (8, 5, 8, {60: 21, 90: 17, 120: 14}),
}
# Slots, most sets of a session, sessions, start sets, set cap, experience; the twelve weeks.
LADDERS = {
    "GT-01: new, 5 slots": (5, 9, 2, 1, 3, "new", "10 10 12 14 16 10 18 18 18 18 18 11"),
    "GT-02: regular, 8 slots": (8, 17, 3, 2, 3, "regular", "48 51 51 51 51 31 51 51 51 51 51 31"),
    "GT-03: new, set cap 2": (4, 10, 2, 1, 2, "new", "8 8 10 12 14 9 16 16 16 16 16 10"),
    "GT-08: set cap 1": (4, 10, 2, 1, 1, "new", "8 8 8 8 8 8 8 8 8 8 8 8"),
    "GT-11: returning, 6 slots": (
        *(6, 15, 3, 1, 3, "returning"),
        "18 21 25 30 36 22 43 45 45 45 45 27",
    ),
    "new: two sets a slot until week 6, then three": (
        *(4, 20, 2, 1, 3, "new"),
        "8 8 10 12 14 9 16 19 22 24 24 15",
    ),
    "start sets cut by the time": (3, 4, 2, 2, 3, "regular", "8 8 8 8 8 6 8 8 8 8 8 6"),
}


def limits(**changes):
    frame = {
        "session_minutes": 30,
        "rest_seconds": 60,
        "extra_cool_down_minutes": 0,
        "slot_cap": None,
        "start_sets": 1,
        "set_cap": 3,
    }
    return SimpleNamespace(**frame | changes)


@pytest.mark.parametrize("rest", [60, 90, 120])
@pytest.mark.parametrize("minutes", TIME_FIT)
def test_a_session_is_filled_as_the_table_of_5_6_says(minutes, rest):
    warm_up, cool_down, slots, max_sets = TIME_FIT[minutes]

    fit = fit_time(limits(session_minutes=minutes, rest_seconds=rest))

    assert (fit.warm_up_minutes, fit.cool_down_minutes) == (warm_up, cool_down)
    assert (fit.slots, fit.max_sets) == (slots, max_sets[rest])


def test_a_longer_cool_down_comes_out_of_the_session():
    fit = fit_time(limits(session_minutes=45, rest_seconds=90, extra_cool_down_minutes=2))

    assert (fit.cool_down_minutes, fit.slots, fit.max_sets) == (6, 6, 11)


def test_slots_are_dropped_until_one_set_of_each_fits():
    fit = fit_time(limits(session_minutes=20, rest_seconds=120, extra_cool_down_minutes=2))

    assert (fit.slots, fit.max_sets) == (3, 3)


@pytest.mark.parametrize(("slot_cap", "slots"), [(4, 4), (5, 5), (6, 5)])
def test_a_slot_cap_lowers_the_slots_and_never_raises_them(slot_cap, slots):
    assert fit_time(limits(slot_cap=slot_cap)).slots == slots


@pytest.mark.parametrize("name", LADDERS)
def test_weekly_sets_climb_the_ladder_of_5_7(name):
    slots, max_sets, sessions, start_sets, set_cap, experience, ladder = LADDERS[name]
    frame = limits(start_sets=start_sets, set_cap=set_cap)
    fit = SimpleNamespace(slots=slots, max_sets=max_sets)

    weeks = weekly_sets(frame, fit, sessions, Experience(experience))

    assert " ".join(map(str, weeks)) == ladder


@pytest.mark.parametrize("sessions", [2, 3])
@pytest.mark.parametrize("slots", range(3, 9))
def test_a_lighter_week_has_three_fifths_rounded_up_and_a_set_for_each_slot(slots, sessions):
    for max_sets in range(slots, 25):
        fit = SimpleNamespace(slots=slots, max_sets=max_sets)
        weeks = weekly_sets(limits(), fit, sessions, Experience.RETURNING)
        for normal, lighter in ((weeks[4], weeks[5]), (weeks[10], weeks[11])):
            three_fifths = (3 * normal + 4) // 5
            assert lighter == max(sessions * slots, three_fifths)


@pytest.mark.parametrize(
    ("experience", "week", "cap"),
    [("new", 1, 2), ("new", 6, 2), ("new", 7, 3), ("returning", 1, 3), ("regular", 6, 3)],
)
def test_rx_01_a_newcomer_has_at_most_two_sets_a_slot_until_week_6(experience, week, cap):
    assert set_cap_in_week(week, limits(), Experience(experience)) == cap


def test_rx_01_never_raises_a_lower_set_cap():
    assert set_cap_in_week(1, limits(set_cap=1), Experience.NEW) == 1


@pytest.mark.parametrize(
    ("target", "sessions", "shares"),
    [(10, 2, (5, 5)), (11, 2, (6, 5)), (31, 3, (11, 10, 10)), (32, 3, (11, 11, 10))],
)
def test_the_first_sessions_of_a_week_get_what_is_left_over(target, sessions, shares):
    assert spread_over_week(target, sessions) == shares


@pytest.mark.parametrize(
    ("sets", "slots", "set_cap", "spread"),
    [
        (5, 5, 3, (1, 1, 1, 1, 1)),
        (7, 5, 3, (2, 2, 1, 1, 1)),
        (12, 5, 3, (3, 3, 2, 2, 2)),
        (15, 5, 3, (3, 3, 3, 3, 3)),
        (16, 5, 3, (3, 3, 3, 3, 3)),
        (8, 4, 2, (2, 2, 2, 2)),
    ],
)
def test_a_session_hands_out_its_sets_round_and_round_from_slot_1(sets, slots, set_cap, spread):
    assert spread_over_session(sets, slots, set_cap) == spread
