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
        eye=Eye(-40),
        moves=(((-36, 100, 32), (-60, 100, 24)), ((-36, 100, -32), (-60, 100, -24))),
    ),
    "self_resisted_row": Drawing(
        _seated((Hold(28, -14, -8, bend=0, out=45), Hold(34, -12, -8, bend=0, out=45))),
        _seated((Hold(6, -16, 8, bend=-80, out=30), Hold(14, -14, -22, bend=0, out=45))),
        (chair(SEAT, back=False),),
        eye=Eye(38),
        moves=(((-40, 84, 32), (-66, 84, 32)),),
    ),
    "prone_w_raise": Drawing(
        prone(0, Turned(-60, 96, 50, 28)),
        prone(14, Turned(-100, 100, 50, 28), nod=4),
        (mat(-105, 95),),
        eye=Eye(22, 24),
        moves=(((50, 58, -30), (50, 84, -30)),),
    ),
    "wall_elbow_press": Drawing(
        _at_wall(Turned(22, 92, 6, 0)),
        _at_wall(Turned(-22, 88, 12, 0)),
        (wall(-20),),
        moves=(((14, 98, 20), (-10, 98, 20)),),
    ),
    "band_row": Drawing(
        Pose(-4, 86, 0, Hold(52, -34, 10)),
        Pose(-4, 86, -2, _ROWED),
        (post(100, 104), tied_to(100, 104, 0)),
        eye=Eye(20),
        moves=(((24, 82, 0), (0, 82, 0)),),
    ),
    "dumbbell_one_arm_row": Drawing(
        _one_arm(Turned(0, 0, 2)),
        _one_arm(Turned(-66, 2, 8, 0)),
        (box((22, 84), (38, 46), (-32, -2)), line((30, 0, -17), (30, 38, -17), kind="beam"),
         line((76, 0, -17), (76, 38, -17), kind="beam"), dumbbells(left=False)),
        moves=(((16, 44, 0), (6, 70, 0)),),
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
        moves=(((54, 56, 0), (54, 84, 0)),),
    ),
}
