"""The 80 exercises (rulebook, section 7): the checks printed with the table."""

from collections import Counter

import pytest

from planner.engine import EXERCISES, Tag
from planner.engine.exercises import LOADABLE
from planner.engine.library import progressions

LIBRARY = tuple(EXERCISES.values())
# Section 7.4: none, chair_wall, band, dumbbell, machine, barbell.
COUNTS = {
    "squat": (4, 3, 1, 1, 1, 1),
    "hinge": (4, 1, 1, 1, 1, 1),
    "push_horizontal": (4, 2, 1, 1, 1, 1),
    "push_vertical": (3, 1, 1, 2, 1, 1),
    "pull_horizontal": (3, 1, 1, 1, 1, 1),
    "pull_vertical": (3, 0, 1, 1, 1, 0),
    "carry": (3, 1, 0, 2, 0, 0),
    "core": (5, 2, 1, 0, 1, 0),
    "calf": (3, 2, 0, 1, 0, 0),
    "balance": (4, 2, 0, 0, 0, 0),
}
EQUIPMENT = ("none", "chair_wall", "band", "dumbbell", "machine", "barbell")
# Section 7.2: how many exercises carry each tag.
TAGS = {
    "supine_after_first_trimester": 5,
    "prone_lying": 2,
    "floor_transfer": 10,
    "kneeling": 2,
    "overhead": 6,
    "high_grip": 10,
    "wrist_load": 6,
    "valsalva_prone": 5,
    "high_abdominal_pressure": 2,
    "axial_load": 2,
    "knee_deep_flexion": 2,
    "balance_demand": 7,
    "single_leg_load": 8,
    "loaded_spinal_flexion": 0,
    "loaded_spinal_rotation": 0,
    "impact": 0,
}
# Section 7.4: moves without equipment that stay when one tag is left out.
TAG_ORDER = [
    "supine_after_first_trimester",
    "prone_lying",
    "loaded_spinal_flexion",
    "loaded_spinal_rotation",
    "overhead",
    "impact",
    "floor_transfer",
    "kneeling",
    "high_grip",
    "valsalva_prone",
    "high_abdominal_pressure",
    "wrist_load",
    "knee_deep_flexion",
    "balance_demand",
    "single_leg_load",
    "axial_load",
]
LEFT_OVER = {
    "squat": (4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 4),
    "hinge": (2, 4, 4, 4, 4, 4, 2, 4, 4, 4, 4, 4, 4, 4, 3, 4),
    "push_horizontal": (4, 4, 4, 4, 4, 4, 2, 3, 4, 4, 3, 2, 4, 4, 4, 4),
    "push_vertical": (3, 3, 3, 3, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3),
    "pull_horizontal": (3, 2, 3, 3, 3, 3, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3),
    "pull_vertical": (3, 2, 3, 3, 2, 3, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3),
    "carry": (3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 3),
    "core": (4, 5, 5, 5, 5, 5, 2, 4, 5, 4, 4, 4, 5, 4, 5, 5),
    "calf": (3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 3),
    "balance": (4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 3, 4),
}


def test_there_are_80_exercises_with_codes_and_names_of_their_own():
    assert len(LIBRARY) == len({e.code for e in LIBRARY}) == len({e.name for e in LIBRARY}) == 80


@pytest.mark.parametrize("pattern", COUNTS)
def test_each_pattern_has_as_many_exercises_as_the_rulebook_counts(pattern):
    counted = Counter(e.equipment for e in LIBRARY if e.pattern == pattern)

    assert tuple(counted[equipment] for equipment in EQUIPMENT) == COUNTS[pattern]


def test_each_tag_is_carried_as_often_as_the_rulebook_counts():
    assert {str(tag): sum(tag in e.tags for e in LIBRARY) for tag in Tag} == TAGS


@pytest.mark.parametrize("pattern", LEFT_OVER)
def test_leaving_out_one_tag_leaves_moves_without_equipment(pattern):
    bare = [e for e in LIBRARY if e.pattern == pattern and e.equipment == "none"]

    left = tuple(sum(tag not in e.tags for e in bare) for tag in TAG_ORDER)

    assert left == LEFT_OVER[pattern]


@pytest.mark.parametrize("pattern", COUNTS)
def test_two_moves_without_equipment_have_no_tag_and_no_hard_stress_at_all(pattern):
    calm = [
        e
        for e in LIBRARY
        if (e.pattern, e.equipment) == (pattern, "none") and not e.tags | e.high_stress_areas
    ]

    assert len(calm) >= 2


@pytest.mark.parametrize("exercise", LIBRARY, ids=EXERCISES)
def test_inv_38_parents_and_children_mirror_each_other_and_levels_rise(exercise):
    parent = EXERCISES.get(exercise.regress_to)

    assert (parent is None) == (exercise.regress_to is None)
    assert all(child.regress_to == exercise.code for child in progressions(exercise))
    if exercise.level == 1:
        assert parent is None
    if parent:
        assert exercise in progressions(parent)
        assert parent.level < exercise.level
        assert parent.pattern == exercise.pattern
        assert parent.equipment in {"none", exercise.equipment}


@pytest.mark.parametrize("exercise", LIBRARY, ids=EXERCISES)
def test_inv_39_no_exercise_jumps_or_loads_a_bent_or_twisted_spine(exercise):
    assert not exercise.tags & {"impact", "loaded_spinal_flexion", "loaded_spinal_rotation"}


@pytest.mark.parametrize("exercise", LIBRARY, ids=EXERCISES)
def test_an_exercise_says_how_it_is_done(exercise):
    assert 1 <= exercise.level <= 4
    assert exercise.high_stress_areas <= exercise.areas
    assert exercise.muscles
    assert exercise.cue.endswith(".")
    assert exercise.is_loadable == (exercise.equipment in LOADABLE)
