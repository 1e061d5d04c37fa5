"""The engine's words: the rulebook's, for every effort, role, condition and start."""

import pytest

from planner.engine import (
    EXERCISES,
    HELD_PRESSES,
    RULES,
    Facts,
    Number,
    Role,
    build_plan,
    caveat_text,
    parse_answers,
    wording,
)
from tests.planner.engine.people import person

EFFORT = {
    1: "Very easy",
    2: "Very easy",
    3: "Easy. You could chat",
    4: "Easy. You could chat",
    5: "Steady. You could do 4 or more extra",
    6: "Steady. You could do 4 or more extra",
    7: "Firm. You could do 3 more",
    8: "Hard. You could do 2 more",
}
GLP1 = {"medicines": ["glp1"]}
DISORDER = {"mental_flags": ["eating_disorder_now"], "clearance": "yes"}
# Answers; the texts of section 2.4 that fit.
TEXTS = {
    "wellbeing": ({"condition": "wellbeing"}, "CON-01"),
    "mild depression": ({}, "CON-02"),
    "moderate depression": ({"severity_self": "moderate"}, "CON-02"),
    "severe depression": ({"severity_self": "severe"}, "CON-04"),
    "treatment-resistant": ({"condition": "depression_treatment_resistant"}, "CON-05"),
    "anxiety": ({"condition": "anxiety_gad"}, "CON-06"),
    "low mood and worry": ({"condition": "depression_anxiety"}, "CON-06"),
    "in pregnancy": ({"condition": "depression_peripartum", "peripartum": "pregnant"}, "CON-08"),
    "after a birth": ({"condition": "depression_peripartum", "peripartum": "postpartum"}, "CON-09"),
    "with pain": ({"condition": "depression_chronic_pain", "pain_sites": ["hip"]}, "CON-10"),
    "weak muscles": ({"condition": "depression_sarcopenia"}, "CON-11"),
    "on GLP-1": (GLP1, "CON-02 CON-12"),
    "on GLP-1 with an eating disorder": (GLP1 | DISORDER, "CON-02"),
}
# Answers; the number asked about; the rules that set it.
REASONS = {
    "the base effort": ({}, Number.EFFORT, "RX-01"),
    "effort by two rules alike": (
        {"medicines": ["beta_blocker", "lithium"]},
        Number.EFFORT,
        "RX-01 RX-54 RX-55",
    ),
    "effort by the strictest rule alone": (
        {"conditions": ["lung_disease"]},
        Number.EFFORT,
        "RX-48",
    ),
    "rest by the longest": (
        {"conditions": ["lung_disease", "high_blood_pressure"]},
        Number.REST,
        "RX-48",
    ),
    "two sessions by force": (
        {"days_per_week": "3", "energy_mode": "low_energy"},
        Number.SESSIONS,
        "RX-20",
    ),
    "a shorter session": (
        {"session_minutes": "60", "energy_mode": "low_energy"},
        Number.MINUTES,
        "RX-20",
    ),
    "fewer slots": ({"energy_mode": "low_energy"}, Number.SLOTS, "RX-20"),
    "a lower level": ({"conditions": ["hernia_or_prolapse"]}, Number.LEVEL_CAP, "RX-50"),
    "fewer sets": ({"energy_mode": "low_energy"}, Number.SETS, "RX-20"),
    "a longer cool-down": ({"medicines": ["beta_blocker"]}, Number.COOL_DOWN, "RX-54"),
    "twelve weeks": ({}, Number.WEEKS, "PRG-61"),
    "the ladder of sets": ({}, Number.WEEKLY_SETS, "RX-01 PRG-20 PRG-22"),
}


def facts(changes):
    return Facts(parse_answers(person(**changes)))


@pytest.mark.parametrize("effort", EFFORT)
def test_an_effort_is_told_in_words(effort):
    assert wording.effort_words(effort).rstrip(".") == EFFORT[effort]


@pytest.mark.parametrize("name", TEXTS)
def test_the_texts_fit_the_condition(name):
    changes, ids = TEXTS[name]

    assert [text.id for text in wording.condition_texts(facts(changes))] == ids.split()


def test_there_are_words_for_every_role_and_for_starting_with_any_equipment():
    assert wording.ROLES.keys() == set(Role)
    assert wording.STARTING_LOADS.keys() == {e.equipment for e in EXERCISES.values()}


def test_the_protein_card_leaves_out_body_weight_with_an_eating_disorder():
    usual = caveat_text("CAV-30", facts(GLP1))
    careful = caveat_text("CAV-30", facts(GLP1 | DISORDER))

    assert "1.2 to 1.6 g per kg of weight a day" in usual
    assert "kg" not in careful
    assert "ask your team" in usual
    assert "ask your team" in careful


def test_tempo_is_told_for_lifts_walks_and_held_presses():
    told = {
        code: wording.tempo_words(EXERCISES[code], seconds, code in HELD_PRESSES)
        for code, seconds in (("leg_press", 2), ("lat_pulldown", 3), ("tall_walk", 2))
    }
    held = wording.tempo_words(EXERCISES["palm_press"], 2, "palm_press" in HELD_PRESSES)

    assert told["leg_press"].startswith("2 seconds up, 2 seconds down.")
    assert told["lat_pulldown"].startswith("2 seconds up, 3 seconds down.")
    assert "seconds" not in told["tall_walk"]
    assert held.startswith("Press for 5 seconds")


@pytest.mark.parametrize("name", REASONS)
def test_a_number_is_traced_to_the_rules_that_set_it(name):
    changes, number, rules = REASONS[name]
    plan = build_plan(parse_answers(person(**changes)))

    traced = {reason.number: reason.rules for reason in plan.reasons}

    assert traced[number] == tuple(rules.split())


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_line_for_readers(rule):
    assert RULES[rule].reason.endswith((".", "?"))
    assert RULES[rule].id == rule
