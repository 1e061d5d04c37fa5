"""Which days of the week to train on (rulebook, section 5.2)."""

from itertools import combinations

import pytest

from planner.engine import build_plan, parse_answers
from planner.engine.answers import Day
from planner.engine.days import choose_days
from tests.planner.engine import by_hand
from tests.planner.engine.known import Known
from tests.planner.engine.people import person
from tests.planner.engine.questions import DAYS

# Free days, favourite days, sessions wanted; days chosen.
CHOICES = {
    "two of a free week, the earliest widely spaced": ("all", "", 2, "mon thu"),
    "three of a free week": ("all", "", 3, "mon wed fri"),
    "favourites come before spacing": ("all", "tue thu", 2, "tue thu"),
    "one favourite is kept": ("all", "sun", 2, "wed sun"),
    "favourites too close give way": ("all", "sat sun", 2, "tue sat"),
    "three favourites": ("all", "tue thu sat", 3, "tue thu sat"),
    "more favourites than sessions": ("all", "mon tue wed thu fri sat sun", 2, "mon thu"),
    "the widest gap before the earliest day": ("mon wed fri", "", 2, "mon fri"),
    "Sunday and Monday are neighbours": ("sat sun mon", "", 2, "mon sat"),
    "no room for three gives two": ("sat sun mon", "", 3, "mon sat"),
    "weekdays in a row leave room for three": ("mon tue wed thu fri", "", 3, "mon wed fri"),
    "four in a row leave no room for three": ("thu fri sat sun", "", 3, "thu sun"),
    "the only pair": ("tue thu", "", 3, "tue thu"),
}


def day_set(text):
    return frozenset(Day) if text == "all" else frozenset(map(Day, text.split()))


@pytest.mark.parametrize("name", CHOICES)
def test_days_are_chosen_by_favourites_then_spacing_then_calendar(name):
    free, favourites, wanted, chosen = CHOICES[name]

    assert choose_days(day_set(free), day_set(favourites), wanted) == tuple(chosen.split())


def test_every_week_somebody_can_have_is_chosen_from_as_by_hand():
    for size in range(2, 8):
        for free in combinations(DAYS, size):
            if not any(min(by_hand.spacing(pair)) >= 2 for pair in combinations(numbers(free), 2)):
                continue  # VAL-08 asks again.
            for liked in (free[:1], free[-2:], ()):
                known = Known({"days_available": free, "days_preferred": liked})
                for wanted in (2, 3):
                    chosen = choose_days(frozenset(free), frozenset(liked), wanted)
                    assert chosen == by_hand.days(known, wanted), (free, liked, wanted)


def numbers(days):
    return [DAYS.index(day) for day in days]


# Answers; sessions a week.
SESSIONS = {
    "two asked": ({"days_per_week": "2"}, 2),
    "three asked": ({"days_per_week": "3"}, 3),
    "left to us, new": ({}, 2),
    "left to us, returning": ({"experience": "returning"}, 3),
    "left to us, regular and moderate": (
        {"experience": "regular", "severity_self": "moderate"},
        3,
    ),
    "left to us, regular and not sure": (
        {"experience": "regular", "severity_self": "not_sure"},
        3,
    ),
    "left to us, severe": ({"experience": "regular", "severity_self": "severe"}, 2),
    "two asked by somebody regular": ({"experience": "regular", "days_per_week": "2"}, 2),
    "a rule forces two": ({"days_per_week": "3", "energy_mode": "low_energy"}, 2),
    "75 and new": ({"days_per_week": "3", "age": 75}, 2),
    "75 and regular": ({"days_per_week": "3", "age": 75, "experience": "regular"}, 3),
}


@pytest.mark.parametrize("name", SESSIONS)
def test_sessions_a_week_follow_the_wish_unless_a_rule_forces_two(name):
    changes, sessions = SESSIONS[name]

    plan = build_plan(parse_answers(person(**changes)))

    assert plan.sessions_per_week == sessions


@pytest.mark.parametrize(
    ("days", "fewer"), [(["mon", "wed", "sat"], False), (["sat", "sun", "mon"], True)]
)
def test_a_person_is_told_when_the_days_leave_no_room_for_three(days, fewer):
    plan = build_plan(parse_answers(person(days_per_week="3", days_available=days)))

    assert plan.fewer_days_than_asked is fewer
