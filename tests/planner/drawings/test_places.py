"""Bodies rest on the floor or a seat; hands and feet that carry stay where they are."""

import pytest

from planner.drawings.body import FLESH, HEAD
from tests.planner.drawings.bodies import BODIES, arms, legs

# Half of the thickness of a trunk, from the middle of the hips to the seat or floor.
SEAT = 10


def lowest(who):
    """Return how high the lowest part of a body is over the floor."""
    soft = [who.trunk.hips[1] - SEAT, who.trunk.shoulders[1] - SEAT, who.head[1] - HEAD]
    points = [p for limb in (*who.legs, *who.arms) for p in (limb.middle, limb.end, *limb.foot)]
    return min(*soft, *(point[1] - FLESH for point in points))


# Their seats carry the body; every other body has something on the floor.
ON_A_STEP = {("step_up", "end"): 18}
OFF_THE_FLOOR = {"leg_press": 38, "seated_leg_curl": 52}


def test_every_body_rests_on_the_floor_and_none_sinks_into_it():
    heights = {
        name: round(lowest(who), 1)
        for name, who in BODIES.items()
        if name[0] not in OFF_THE_FLOOR and not -2 <= lowest(who) - ON_A_STEP.get(name, 0) <= 2.5
    }

    assert heights == {}


@pytest.mark.parametrize(("code", "height"), OFF_THE_FLOOR.items())
def test_who_sits_in_a_machine_sits_on_its_seat(code, height):
    hips = {BODIES[code, frame].trunk.hips[1] - SEAT for frame in ("start", "end")}

    assert hips == {height}


def ends(code, limbs):
    start, end = (limbs(BODIES[code, frame]) for frame in ("start", "end"))
    return [tuple(round(n, 3) for n in limb.end) for limb in start], [
        tuple(round(n, 3) for n in limb.end) for limb in end
    ]


@pytest.mark.parametrize(
    "code",
    [
        "kneeling_push_up",
        "push_up",
        "wall_push_up",
        "incline_push_up",
        "chair_press_up",
        "seated_knee_lift",
        "supported_heel_raise",
    ],
)
def test_hands_that_carry_stay_where_they_are(code):
    start, end = ends(code, arms)

    assert [x for x, _y, _z in start] == [x for x, _y, _z in end] or start == end


@pytest.mark.parametrize(
    "code",
    [
        "mini_squat",
        "bodyweight_squat",
        "slow_squat",
        "sit_to_stand",
        "sit_to_stand_hands",
        "band_squat",
        "goblet_squat",
        "barbell_box_squat",
        "glute_bridge",
        "hip_hinge_drill",
        "wall_tap_hinge",
        "band_deadlift",
        "barbell_romanian_deadlift",
        "wall_push_up",
        "incline_push_up",
        "barbell_bench_press",
        "weight_shift_front_back",
        "weight_shift_side",
    ],
)
def test_feet_that_stand_stay_where_they_are(code):
    start, end = ends(code, legs)

    assert start == end


@pytest.mark.parametrize(
    ("code", "frame", "height"),
    [
        ("sit_to_stand", "start", 45),
        ("sit_to_stand_hands", "start", 45),
        ("barbell_box_squat", "end", 42),
        ("seated_knee_lift", "end", 45),
        ("palm_press", "end", 45),
        ("barbell_bench_press", "start", 45),
    ],
)
def test_who_sits_or_lies_on_something_touches_it(code, frame, height):
    assert BODIES[code, frame].trunk.hips[1] - SEAT == pytest.approx(height, abs=1.5)


@pytest.mark.parametrize(
    ("code", "frame", "x"),
    [("wall_push_up", "start", 81), ("wall_push_up", "end", 81), ("wall_plank", "end", 69)],
)
def test_hands_on_a_wall_touch_it(code, frame, x):
    assert {round(hand[0] + FLESH) for hand in BODIES[code, frame].hands} <= {x - 1, x, x + 1}
