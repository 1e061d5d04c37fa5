"""How bending at the hips is drawn."""

from planner.drawings.body import Pose, Reach, Stand, Turned
from planner.drawings.picture import Drawing
from planner.drawings.postures import CROSSED, STANDING, UPRIGHT, bridge
from planner.drawings.props import band_under_feet, barbell, dumbbells, line, mat, seat, wall
from planner.drawings.space import Eye

_HEELS = Stand(40)
_BESIDE = Turned(87, 90, 12)
_HANGING = Turned(0, 0, 4)
_BACKWARDS = (((-30, 110, 0), (-56, 110, 0)),)
_UPWARDS = (((62, 84, 0), (62, 116, 0)),)


def _on_one_leg(slope: float, thigh: float) -> Pose:
    arms = Reach(-14 + slope / 8, 40 + slope * 0.7, 10, bend=0, out=60)
    return bridge(slope, arms, (Turned(thigh, 70, 0, foot=160), _HEELS))


def _curl(shin: float) -> Pose:
    return Pose(-40, 62, -12, Reach(-24, 62, 21), Turned(89, shin, 0, foot=shin + 92))


def _lever(body) -> tuple:
    knee, heel = body.legs[0].middle, body.legs[0].foot[0]
    rolls = (heel[0], heel[1], 14)
    return (
        *line((knee[0], knee[1], 14), rolls, front=True)(body),
        *line(rolls, rolls, kind="weight", front=True)(body),
    )


HINGE = {
    "glute_bridge": Drawing(
        bridge(0, _BESIDE, _HEELS),
        bridge(24, _BESIDE, _HEELS),
        (mat(-85, 65),),
        moves=(((-2, 52, 0), (-2, 76, 0)),),
    ),
    "hip_hinge_drill": Drawing(
        Pose(0, UPRIGHT, 0, Reach(10, 90, 12, bend=-60, out=50)),
        Pose(-20, 82, 58, Reach(-4, 84, 12, bend=-60, out=50), nod=-14),
        moves=_BACKWARDS,
    ),
    "bodyweight_good_morning": Drawing(
        Pose(0, UPRIGHT, 0, CROSSED),
        Pose(-20, 84, 66, CROSSED, nod=-10),
        moves=(((40, 164, 0), (66, 140, 0)),),
    ),
    "single_leg_glute_bridge": Drawing(
        _on_one_leg(0, 205),
        _on_one_leg(22, 205),
        (mat(-85, 65),),
        moves=(((14, 60, 0), (14, 84, 0)),),
    ),
    "wall_tap_hinge": Drawing(
        STANDING,
        Pose(-25, 80, 54, _HANGING, nod=-10),
        (wall(-37),),
        moves=(((4, 112, 0), (-22, 112, 0)),),
    ),
    "band_deadlift": Drawing(
        Pose(-24, 74, 62, Turned(-2, 2, 4), nod=-10),
        Pose(0, UPRIGHT, 0, Turned(3, 8, 6)),
        (band_under_feet,),
        moves=(((40, 84, 0), (40, 116, 0)),),
    ),
    "dumbbell_romanian_deadlift": Drawing(
        Pose(0, UPRIGHT, 0, Turned(8, 14, 2)),
        Pose(-24, 82, 66, Turned(-6, -4, 2), nod=-10),
        (dumbbells((0, 0, 1)),),
        moves=_BACKWARDS,
    ),
    "seated_leg_curl": Drawing(
        _curl(72),
        _curl(-12),
        (
            _lever,
            seat(-38, 52, ((-62, 56, 0), (-73, 112, 0))),
            line((-16, 76, 0), (-12, 76, 0), kind="pad", front=True),
            line((-24, 48, 21), (-24, 66, 21), front=True),
        ),
        moves=(((40, 44, 0), (18, 16, 0)),),
    ),
    "barbell_romanian_deadlift": Drawing(
        Pose(0, UPRIGHT, 0, Turned(8, 14, 10)),
        Pose(-24, 82, 66, Turned(-6, -4, 10), nod=-10),
        (barbell,),
        eye=Eye(40),
        moves=(((-30, 112, 0), (-60, 112, 0)),),
    ),
}
