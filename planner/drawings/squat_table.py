"""How sitting down and standing up is drawn."""

from planner.drawings.body import Hold, Pose, Reach, Stand, Turned
from planner.drawings.picture import Drawing
from planner.drawings.postures import AT_CHEST, CROSSED, SEAT, STANDING, UPRIGHT
from planner.drawings.props import (
    band_under_feet,
    bar_on_back,
    box,
    chair,
    hugged_weight,
    line,
    seat,
)
from planner.drawings.space import Eye

_FORWARDS = Turned(88, 90, 4)
_AT_SHOULDERS = Hold(14, -6, 17, bend=15, out=20)
_BAR_HANDS = Hold(-5, 0, 30, bend=-10, out=30)

SQUAT = {
    "mini_squat": Drawing(
        STANDING,
        Pose(-12, 80, 22, Turned(15, 45)),
        moves=(((-34, 96, 0), (-34, 80, 0)),),
    ),
    "bodyweight_squat": Drawing(
        Pose(0, UPRIGHT, 0, _FORWARDS),
        Pose(-28, 52, 38, _FORWARDS, nod=-20),
        moves=(((-52, 90, 0), (-52, 58, 0)),),
    ),
    "slow_squat": Drawing(
        STANDING,
        Pose(-30, 45, 40, Turned(75, 95, 4), nod=-20),
        moves=(((-54, 110, 0), (-54, 50, 0)),),
        slowly=True,
    ),
    "reverse_lunge": Drawing(
        STANDING,
        Pose(-6, 56, 4, legs=(Stand(20), Stand(-64, heel=66))),
        moves=(((-30, 4, 20), (-56, 4, 20)),),
    ),
    "sit_to_stand_hands": Drawing(
        Pose(-30, 54, 24, Reach(-18, 69, 22, bend=-90, out=20), nod=-12),
        Pose(0, UPRIGHT, 0, Turned(2, 12)),
        (chair(SEAT - 2, arms=True),),
        moves=(((40, 90, 0), (40, 124, 0)),),
    ),
    "sit_to_stand": Drawing(
        Pose(-34, 54, 8, CROSSED),
        Pose(0, UPRIGHT, 0, CROSSED),
        (chair(SEAT - 2),),
        moves=(((40, 90, 0), (40, 124, 0)),),
    ),
    "step_up": Drawing(
        Pose(6, 89, 12, (Turned(-8, 12), Reach(40, 112, 26)), (Stand(32, y=18), Stand(0))),
        Pose(32, 108, 0, (Turned(2, 10), Reach(52, 118, 26)), Stand(32, y=18)),
        (
            line((-30, 80, -26), (85, 134, -26)),
            line((-12, 0, -26), (-12, 88, -26)),
            line((70, 0, -26), (70, 127, -26)),
            box((16, 80), (0, 18), (-24, 24)),
        ),
        moves=(((-2, 60, 20), (-2, 86, 20)),),
    ),
    "band_squat": Drawing(
        Pose(-26, 54, 34, _AT_SHOULDERS, nod=-18),
        Pose(0, UPRIGHT, 0, _AT_SHOULDERS),
        (band_under_feet,),
        moves=(((-34, 70, 0), (-34, 104, 0)),),
    ),
    "goblet_squat": Drawing(
        Pose(0, UPRIGHT, 0, AT_CHEST),
        Pose(-26, 50, 28, AT_CHEST, nod=-18),
        (hugged_weight,),
        moves=(((-52, 90, 0), (-52, 58, 0)),),
    ),
    "leg_press": Drawing(
        Pose(0, 48, -32, Reach(8, 44, 20), Reach(46, 70, 8, bend=170, out=0, foot=165), nod=14),
        Pose(0, 48, -32, Reach(8, 44, 20), Reach(74, 82, 8, bend=170, out=0, foot=165), nod=14),
        (
            seat(-2, 38, ((-14, 46, 0), (-52, 107, 0))),
            line((-20, 4, 0), (104, 60, 0), kind="beam"),
            line((104, 60, 0), (104, 0, 0), kind="beam"),
            lambda body: line(
                (body.legs[0].foot[0][0] + 6, body.legs[0].foot[0][1] - 14, 0),
                (body.legs[0].foot[0][0] + 0, body.legs[0].foot[0][1] + 30, 0),
                kind="pad",
            )(body),
        ),
        moves=(((60, 112, 0), (90, 122, 0)),),
    ),
    "barbell_box_squat": Drawing(
        Pose(0, UPRIGHT, 4, _BAR_HANDS),
        Pose(-34, 52, 36, _BAR_HANDS, nod=-22),
        (box((-66, -24), (0, 42)), bar_on_back),
        eye=Eye(38),
        moves=(((74, 120, 0), (74, 88, 0)),),
    ),
}
