"""Every drawn body could be a person's: bones keep their length, joints their range."""

from math import atan2, degrees

import pytest

from planner.drawings import DRAWINGS
from planner.drawings.body import (
    ARM,
    BALL,
    HEEL,
    LEG,
    NECK,
    TRUNK,
    Pose,
    Stand,
    Turned,
    bend,
    body,
)
from planner.drawings.space import direction, dot, joint, minus, plus, size
from tests.planner.drawings.bodies import BODIES, arms, legs


def turned(way):
    """Return the angle of a way seen from the side: 0 down, 90 forwards."""
    return degrees(atan2(way[0], -way[1]))


def between(low, angle, high):
    """Tell whether an angle, in whichever turn, lies in a range."""
    middle = (low + high) / 2
    return abs((angle - middle + 180) % 360 - 180) <= (high - low) / 2


def outside(angle_of, limbs, low, high):
    return {
        (*name, side): round(angle_of(who, limb))
        for name, who in BODIES.items()
        for side, limb in zip(("right", "left"), limbs(who), strict=True)
        if not between(low, angle_of(who, limb), high)
    }


def test_bones_have_one_length_in_every_pose():
    bones = {
        tuple(round(size(bone), 0) for limb in limbs for bone in bend(limb))
        for who in BODIES.values()
        for limbs in (who.arms, who.legs)
    }
    trunks = {round(size(minus(w.trunk.shoulders, w.trunk.hips)), 6) for w in BODIES.values()}
    necks = {round(size(minus(w.head, w.trunk.shoulders)), 6) for w in BODIES.values()}
    feet = {
        round(size(minus(limb.foot[1], limb.foot[0])), 6)
        for w in BODIES.values()
        for limb in w.legs
    }

    assert bones == {ARM * 2, LEG * 2}
    assert (trunks, necks, feet) == ({TRUNK}, {NECK}, {BALL + HEEL})


def test_a_place_out_of_reach_is_an_error():
    with pytest.raises(ValueError, match="cannot span"):
        body(Pose(0, 120, legs=Stand(0)))


def test_the_joint_between_two_points_bends_the_way_it_is_told():
    assert joint((0, 0, 0), (6, 0, 0), (5, 5), (0, 1, 0)) == pytest.approx((3, 4, 0))
    assert joint((0, 0, 0), (6, 0, 0), (5, 5), (0, -1, 0)) == pytest.approx((3, -4, 0))


def test_knees_bend_backwards_only_and_not_too_far():
    def knee(_who, leg):
        thigh, shin = bend(leg)
        return turned(thigh) - turned(shin)

    assert outside(knee, legs, -1, 150) == {}


def test_hips_fold_forwards_and_hardly_backwards():
    def hip(who, leg):
        return turned(bend(leg)[0]) - turned(minus(who.trunk.hips, who.trunk.shoulders))

    assert outside(hip, legs, -25, 135) == {}


def test_ankles_stay_in_their_range():
    def ankle(_who, leg):
        return turned(minus(leg.foot[1], leg.foot[0])) - turned(bend(leg)[1])

    assert outside(ankle, legs, 30, 122) == {}


def test_elbows_fold_no_further_than_the_arm_allows():
    def elbow(_who, arm):
        upper, fore = bend(arm)
        return degrees(atan2(size(cross(upper, fore)), dot(upper, fore)))

    assert outside(elbow, arms, 0, 155) == {}


def cross(one, other):
    (a, b, c), (d, e, f) = one, other
    return (b * f - c * e, c * d - a * f, a * e - b * d)


def test_elbows_of_arms_beside_the_body_never_bend_backwards():
    def elbow(_who, arm):
        upper, fore = bend(arm)
        aside = max(abs(way[2]) / size(way) for way in (upper, fore))
        return turned(fore) - turned(upper) if aside < 0.3 else 0

    assert outside(elbow, arms, -4, 155) == {}


def test_shoulders_let_the_arm_only_a_little_way_behind():
    def shoulder(who, arm):
        upper = bend(arm)[0]
        ahead, along = dot(upper, who.trunk.front), -dot(upper, who.trunk.up)
        aside = abs(upper[2]) / size(upper)
        return degrees(atan2(ahead, along)) if aside < 0.6 else 0

    assert outside(shoulder, arms, -60, 185) == {}


def test_no_head_is_thrown_back_or_forwards():
    nods = {
        name: pose.nod
        for name, drawing in DRAWINGS.items()
        for pose in (drawing.start, drawing.end)
        if not -30 <= pose.nod <= 30
    }

    assert nods == {}


def test_a_limb_told_where_to_point_points_there():
    arm = body(Pose(0, 90, arms=Turned(90, 90, 0))).arms[0]

    assert arm.end == pytest.approx(plus(arm.root, direction(90), sum(ARM)))
