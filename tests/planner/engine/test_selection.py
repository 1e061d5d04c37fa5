"""Which exercise fills which slot (rulebook, section 5.8)."""

from dataclasses import replace

import pytest

from planner.engine import EXERCISES, Facts, Pattern, parse_answers
from planner.engine.limits import combine
from planner.engine.selection import choose, fill_templates, harder_version
from tests.planner.engine.people import person

LIBRARY = tuple(EXERCISES.values())
STRONG = {"experience": "regular", "supervision": "exercise_professional"}
SORE = {"pain_sites": ["low_back"], "pain_flags": ["none"]}

# Pattern, answers, used before; chosen.
CHOICES = {
    "the highest level without equipment": ("squat", {}, "", "bodyweight_squat"),
    "an unused move only at the same level": (
        *("core", {}, "bird_dog"),
        "dead_bug",
    ),
    "a chair or wall before nothing at the same level": (
        *("squat", {"equipment": ["chair_wall"]}, ""),
        "sit_to_stand",
    ),
    "level before the unused": (
        *("squat", {}, "bodyweight_squat"),
        "bodyweight_squat",
    ),
    "a loadable move before a harder one without load": (
        *("squat", STRONG | {"equipment": ["band"]}, ""),
        "band_squat",
    ),
    "a machine before dumbbells": (
        *("squat", {"equipment": ["machine", "dumbbell", "band"]}, ""),
        "leg_press",
    ),
    "dumbbells before a band": (
        *("squat", {"equipment": ["dumbbell", "band"]}, ""),
        "goblet_squat",
    ),
    "the unused before the higher level among loadable moves": (
        *("carry", STRONG | {"equipment": ["dumbbell"]}, "farmer_carry"),
        "goblet_carry",
    ),
    "the higher level among unused loadable moves": (
        *("carry", STRONG | {"equipment": ["dumbbell"]}, ""),
        "farmer_carry",
    ),
    "nothing above the start level": ("squat", STRONG, "", "slow_squat"),
    "level 1 at low energy": ("squat", {"energy_mode": "low_energy"}, "", "mini_squat"),
    "nothing lying flat from week 13": (
        *("hinge", {"peripartum": "pregnant", "pregnancy_week": 13}, ""),
        "bodyweight_good_morning",
    ),
    "nothing on the floor for who cannot get up": (
        *("core", SORE | {"pain_now": 0, "floor_ok": "no"}, ""),
        "standing_press_out",
    ),
}
# Missing pattern, session; the pattern that stands in.
FALLBACKS = {
    "a press overhead becomes a press forward": ("push_vertical", "B", "push_horizontal"),
    "a pull down becomes a row": ("pull_vertical", "B", "pull_horizontal"),
    "a calf move becomes a balance move": ("calf", "A", "balance"),
}


def limits_for(changes):
    return combine(Facts(parse_answers(person(**changes))))


def patterns_of(session):
    return [str(exercise.pattern) for exercise in session]


@pytest.mark.parametrize("name", CHOICES)
def test_a_slot_is_filled_by(name):
    pattern, changes, used, chosen = CHOICES[name]

    exercise = choose(Pattern(pattern), limits_for(changes), used.split())

    assert exercise.code == chosen


@pytest.mark.parametrize(
    ("pain", "hinge", "harder"),
    [
        (3, "dumbbell_romanian_deadlift", "goblet_squat"),
        (4, "bodyweight_good_morning", "bodyweight_squat"),
    ],
)
def test_from_pain_4_on_no_move_loads_a_sore_area_hard(pain, hinge, harder):
    sore = {"pain_sites": ["low_back", "knee"], "equipment": ["dumbbell"], "pain_now": pain}
    # Pain of 4 starts at level 1, where nothing is hard; a higher start shows the areas at work.
    limits = replace(limits_for(STRONG | sore), start_level=2)

    assert choose(Pattern.HINGE, limits, []).code == hinge
    assert harder_version(EXERCISES["mini_squat"], limits).code == harder


@pytest.mark.parametrize(
    ("changes", "template_a", "template_b"),
    [
        (
            {},
            "squat push_horizontal pull_horizontal core hinge carry calf balance",
            "hinge push_vertical pull_vertical core squat carry push_horizontal pull_horizontal",
        ),
        (
            {"conditions": ["osteoporosis"]},
            "squat push_horizontal pull_horizontal balance hinge core calf carry",
            "hinge push_vertical pull_vertical balance squat core calf carry",
        ),
    ],
    ids=["standard", "with a balance slot"],
)
def test_sessions_a_and_b_have_the_patterns_of_the_rulebook(changes, template_a, template_b):
    for slots in range(3, 9):
        sessions = fill_templates(limits_for(changes), slots)
        assert patterns_of(sessions["A"]) == template_a.split()[:slots]
        assert patterns_of(sessions["B"]) == template_b.split()[:slots]


@pytest.mark.parametrize("name", FALLBACKS)
def test_a_pattern_without_any_allowed_move_falls_back(name):
    missing, session, stand_in = FALLBACKS[name]
    library = tuple(exercise for exercise in LIBRARY if exercise.pattern != missing)
    # The last slots of A and B would bring the stand-in by themselves.
    slots = 7 if missing == "calf" else 6

    full = fill_templates(limits_for({}), slots)[session]
    reduced = fill_templates(limits_for({}), slots, library)[session]

    assert patterns_of(reduced) == [
        stand_in if pattern == missing else pattern for pattern in patterns_of(full)
    ]


@pytest.mark.parametrize(
    ("missing", "dropped"),
    [("carry", "carry"), ("core", "core"), ("balance", "balance")],
)
def test_a_slot_is_dropped_where_the_fallback_is_in_the_session_already(missing, dropped):
    only = {
        "carry": {"standing_brace_breath"},
        "core": {"tall_walk"},
        "balance": {"heel_raise_small"},
    }[missing]
    stand_in = {"carry": "core", "core": "carry", "balance": "calf"}[missing]
    library = tuple(
        exercise
        for exercise in LIBRARY
        if exercise.pattern != missing and (exercise.pattern != stand_in or exercise.code in only)
    )

    session = fill_templates(limits_for({}), 8, library)["A"]

    assert dropped not in patterns_of(session)
    assert len(session) == 7
    assert len({exercise.code for exercise in session}) == 7


def test_any_other_pattern_falls_back_to_core():
    library = tuple(exercise for exercise in LIBRARY if exercise.pattern != "hinge")

    session = fill_templates(limits_for({}), 3, library)["B"]

    assert patterns_of(session) == ["core", "push_vertical", "pull_vertical"]


def test_a_slot_with_no_move_and_no_fallback_is_dropped():
    library = tuple(e for e in LIBRARY if e.pattern not in {"core", "carry"})

    session = fill_templates(limits_for({}), 6, library)["A"]

    assert patterns_of(session) == ["squat", "push_horizontal", "pull_horizontal", "hinge"]


def test_what_session_a_uses_is_used_for_session_b():
    sessions = fill_templates(limits_for({}), 5)

    assert "bird_dog" in [exercise.code for exercise in sessions["A"]]
    assert "dead_bug" in [exercise.code for exercise in sessions["B"]]
