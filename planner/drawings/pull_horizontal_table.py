"""How pulling towards the body is drawn."""

from planner.drawings.body import Hold, Pose, Reach, Stand, Turned
from planner.drawings.picture import Drawing
from planner.drawings.postures import SEAT, SITTING, prone
from planner.drawings.props import (
    Shape,
    barbell,
    box,
    chair,
    dumbbells,
    line,
    mat,
    post,
    seat,
    tied_to,
    wall,
)
from planner.drawings.space import Eye

_ROWED = Turned(-48, 78, 10, 0)
_W_HIGH = Turned(-80, 100, 52, 30)


def _seated(arms: object, lean: float = 0) -> Pose:
    return Pose(SITTING.x, SITTING.y, lean, arms)


def _at_wall(arms: object) -> Pose:
    return Pose(0, 88, -6, arms, Stand(22), nod=6)


def _one_arm(arm: object) -> Pose:
    return Pose(-14, 82, 64, (arm, Reach(44, 52, 14, bend=-60)), Stand(0), nod=-8)


def _bent_over(arms: object) -> Pose:
    return Pose(-22, 80, 56, arms, nod=-10)


def _grips(body) -> tuple:
    shapes = ()
    for hand, front in zip(body.hands, (True, False), strict=True):
        shapes += (Shape("cable", (hand, (42, hand[1], 0)), front),)
    return shapes


PULL_HORIZONTAL = {
    "shoulder_blade_squeeze": Drawing(
        _seated(Turned(8, 92, 6, 0)),
        _seated(Turned(-38, 70, 10, 0)),
        (chair(SEAT, back=False),),
        eye=Eye(-28),
        moves=(((-70, 86, 10), (-94, 86, 10)),),
    ),
    "self_resisted_row": Drawing(
        _seated((Hold(28, -14, -8, bend=0, out=45), Hold(34, -12, -8, bend=0, out=45))),
        _seated((Hold(6, -16, 8, bend=-80, out=30), Hold(14, -14, -22, bend=0, out=45))),
        (chair(SEAT, back=False),),
        eye=Eye(38),
        moves=(((-46, 84, 32), (-74, 84, 32)),),
    ),
    "prone_w_raise": Drawing(
        prone(0, Turned(-84, 92, 46, 36)),
        prone(14, Turned(-104, 104, 46, 36), nod=4),
        (mat(-105, 95),),
        eye=Eye(16, 44),
        moves=(((50, 70, -30), (50, 100, -30)),),
    ),
    "wall_elbow_press": Drawing(
        _at_wall(Turned(22, 92, 6, 0)),
        _at_wall(Turned(-22, 88, 12, 0)),
        (wall(-20),),
        moves=(((14, 98, 20), (-10, 98, 20)),),
    ),
    "band_row": Drawing(
        Pose(-4, 86, 0, Hold(48, -32, 10)),
        Pose(-4, 86, -2, _ROWED),
        (post(100, 104), tied_to(100, 104, 0)),
        eye=Eye(20),
        moves=(((40, 126, 0), (14, 126, 0)),),
    ),
    "dumbbell_one_arm_row": Drawing(
        _one_arm(Turned(0, 0, 2)),
        _one_arm(Turned(-66, 2, 8, 0)),
        (
            box((22, 84), (38, 46), (-32, -2)),
            line((30, 0, -17), (30, 38, -17), kind="beam"),
            line((76, 0, -17), (76, 38, -17), kind="beam"),
            dumbbells(left=False),
        ),
        moves=(((-44, 46, 0), (-44, 74, 0)),),
    ),
    "machine_row": Drawing(
        _seated(Hold(56, -18, 16, bend=-40), 4),
        _seated(Turned(-48, 80, 12, 0), 4),
        (
            line((56, 0, 0), (56, 120, 0), kind="beam"),
            line((56, 70, 0), (-10, 84, 0), kind="beam"),
            seat(-38, 45),
            line((-14, 66, 0), (-10, 100, 0), kind="pad"),
            lambda body: tuple(
                Shape("cable", (hand, (56, 88, 0)), front)
                for hand, front in zip(body.hands, (True, False), strict=True)
            ),
        ),
        moves=(((30, 116, 0), (4, 116, 0)),),
    ),
    "barbell_bent_over_row": Drawing(
        _bent_over(Turned(0, 0, 12)),
        _bent_over(Turned(-62, 12, 30, 0)),
        (barbell,),
        eye=Eye(40),
        moves=(((88, 56, 0), (88, 84, 0)),),
    ),
}
