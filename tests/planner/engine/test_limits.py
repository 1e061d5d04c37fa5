"""Each prescription rule alone (rulebook, section 5.5), and how rules combine."""

import pytest

from planner.engine import Facts, parse_answers
from planner.engine.limits import combine
from tests.planner.engine.limits_table import ALONE, HIGHEST, PRESSURE, STRONG
from tests.planner.engine.people import person


def frame(raw):
    return combine(Facts(parse_answers(raw)))


def named(limits, rest):
    values = (
        *(limits.effort_cap, limits.early_effort_high, limits.start_level, limits.level_cap),
        *(limits.start_sets, limits.set_cap, limits.slot_cap, rest),
        *(limits.session_minutes, limits.extra_cool_down_minutes, limits.gentle),
        *(limits.balance_slot, limits.sessions_per_week),
    )
    return dict(zip(HIGHEST, values, strict=True))


@pytest.mark.parametrize("name", ALONE)
def test_a_rule_alone_takes_away_what_the_rulebook_says(name):
    changes, rules, taken, tags = ALONE[name]
    raw = person(**STRONG | changes)

    limits = frame(raw)
    returning = frame(raw | {"experience": "returning"})

    assert limits.rule_ids(lambda _: True) == ("RX-03", *rules.split())
    assert named(limits, rest=returning.rest_seconds) == HIGHEST | taken
    assert limits.excluded_tags == set(tags.split())


def test_every_rule_of_the_rulebook_stands_alone_once():
    numbers = (*range(10, 16), *range(20, 24), *range(30, 39), *range(40, 61))

    assert {name[:5] for name in ALONE} == {f"RX-{number}" for number in numbers}


@pytest.mark.parametrize(
    ("experience", "rule", "dose"),
    [
        ("new", "RX-01", (7, 2, 3, 1, 3, 60)),
        ("returning", "RX-02", (8, 2, 3, 1, 3, 60)),
        ("regular", "RX-03", (8, 3, 4, 2, 3, 90)),
    ],
)
def test_the_base_dose_is_set_by_experience(experience, rule, dose):
    limits = frame(person(experience=experience, supervision="exercise_professional"))

    assert limits.rules[0].id == rule
    assert dose == (
        limits.effort_cap,
        limits.start_level,
        limits.level_cap,
        limits.start_sets,
        limits.set_cap,
        limits.rest_seconds,
    )


def test_of_several_rules_the_strictest_cap_the_longest_rest_and_all_tags_hold():
    limits = frame(
        person(
            **STRONG,
            conditions=["lung_disease", "hernia_or_prolapse"],
            medicines=["beta_blocker", "blood_thinner"],
            mental_flags=["panic_attacks"],
        )
    )

    assert (limits.effort_cap, limits.level_cap, limits.rest_seconds) == (6, 2, 120)
    assert limits.excluded_tags == {*PRESSURE.split(), "impact"}


def test_two_minutes_of_cool_down_are_added_once():
    limits = frame(person(conditions=["high_blood_pressure"], medicines=["beta_blocker"]))

    assert limits.extra_cool_down_minutes == 2


@pytest.mark.parametrize(
    ("pain", "sites", "areas"),
    [(3, ["knee"], set()), (4, ["knee"], {"knee"}), (4, ["knee", "neck"], {"knee", "neck"})],
)
def test_from_pain_4_on_a_painful_area_is_spared(pain, sites, areas):
    assert frame(person(pain_sites=sites, pain_now=pain)).excluded_areas == areas


def test_pain_all_over_spares_every_area():
    limits = frame(person(pain_sites=["widespread"], pain_now=4))

    sites = "neck shoulder elbow wrist_hand upper_back low_back hip knee ankle_foot"
    assert limits.excluded_areas == set(sites.split())
