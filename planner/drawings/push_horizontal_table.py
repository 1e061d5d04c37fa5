"""How pushing forwards is drawn."""

from planner.drawings.body import Hold, Pose, Reach, Stand, Turned
from planner.drawings.picture import Drawing
from planner.drawings.postures import SEAT, SITTING, bridge, kneeling_plank, leaning, plank
from planner.drawings.props import (
    Shape,
    band_round_back,
    barbell,
    box,
    chair,
    dumbbells,
    line,
    mat,
    seat,
    wall,
    worktop,
)
from planner.drawings.space import Eye

_ON_TOES = Stand(0, heel=22)
_STRIDE = (Stand(14), Stand(-18))
_PALMS = Hold(24, -14, 1, bend=0, out=75)
_WIDE = Hold(16, -14, 18, bend=-60, out=40)
_LONG = Hold(57, -10, 16, bend=-60, out=40)


def _seated(arms: object, lean: float = 0) -> Pose:
    return Pose(SITTING.x, SITTING.y, lean, arms)


def _on_floor(arms: object) -> Pose:
    return bridge(0, arms, Stand(36))


def _on_bench(height: float) -> Pose:
    return Pose(0, 56, -90, Reach(-46, height, 27, bend=60, out=70), Stand(30), nod=0)


def _handles(body) -> tuple:
    top = (-66, 160, 0)
    shapes = ()
    for hand, front in zip(body.hands, (True, False), strict=True):
        shapes += (Shape("beam", (top, (hand[0] - 6, 160, hand[2]), hand), front),)
    return shapes


PUSH_HORIZONTAL = {
    "palm_press": Drawing(
        _seated(Hold(22, -14, 12, bend=0, out=75)),
        _seated(_PALMS),
        (chair(SEAT),),
        eye=Eye(60),
        moves=(((-10, 88, 26), (-10, 88, 6)), ((-10, 88, -26), (-10, 88, -6))),
    ),
    "kneeling_push_up": Drawing(
        kneeling_plank(37, Reach(74, 5, 17, bend=-90)),
        kneeling_plank(13, Reach(74, 5, 17, bend=-120, out=40)),
        (mat(-50, 30),),
        moves=(((60, 84, 0), (60, 58, 0)),),
    ),
    "self_resisted_press": Drawing(
        _seated((Hold(18, -12, 0, bend=-20, out=50), Hold(25, -12, 0, bend=-20, out=60))),
        _seated((Hold(40, -12, 0, bend=-20, out=50), Hold(47, -12, 0, bend=-20, out=60))),
        (chair(SEAT),),
        eye=Eye(35),
        moves=(((-6, 112, 0), (18, 112, 0)), ((48, 92, 0), (26, 92, 0))),
    ),
    "push_up": Drawing(
        plank(20, Reach(125, 5, 18, bend=-90)),
        plank(4, Reach(125, 5, 18, bend=-120, out=40)),
        moves=(((96, 84, 0), (96, 58, 0)),),
    ),
    "wall_push_up": Drawing(
        leaning(9, Stand(0), Reach(77, 132, 18, bend=-30)),
        leaning(20, Stand(0), Reach(77, 132, 18, bend=-30), nod=-8),
        (wall(81, front=False),),
        eye=Eye(-22),
        moves=(((20, 166, 0), (44, 166, 0)),),
    ),
    "incline_push_up": Drawing(
        leaning(20, _ON_TOES, Reach(88, 97, 18, bend=-60)),
        leaning(36, _ON_TOES, Reach(88, 97, 18, bend=-90), nod=-10),
        (worktop((88, 130), (-40, 40)),),
        eye=Eye(-22),
        moves=(((44, 160, 0), (64, 142, 0)),),
    ),
    "band_chest_press": Drawing(
        Pose(0, 88, 2, _WIDE, _STRIDE),
        Pose(0, 88, 2, _LONG, _STRIDE),
        (band_round_back,),
        eye=Eye(32),
        moves=(((34, 146, 0), (60, 146, 0)),),
    ),
    "dumbbell_floor_press": Drawing(
        _on_floor(Turned(80, 178, 52, 0)),
        _on_floor(Turned(172, 178, 8, 0)),
        (mat(-85, 62), dumbbells((0, 0, 1))),
        moves=(((-16, 46, 0), (-16, 74, 0)),),
    ),
    "machine_chest_press": Drawing(
        _seated(Hold(16, -14, 24, bend=-60, out=60), -4),
        _seated(Hold(54, -12, 22, bend=-60, out=60), -4),
        (
            line((-66, 0, 0), (-66, 160, 0), kind="beam"),
            seat(-38, 45, ((-58, 54, 0), (-61, 124, 0))),
            _handles,
        ),
        eye=Eye(28),
        moves=(((0, 84, 0), (26, 84, 0)),),
    ),
    "barbell_bench_press": Drawing(
        _on_bench(114),
        _on_bench(74),
        (
            box((-88, 14), (38, 45), (-13, 13)),
            line((-80, 0, 0), (-80, 38, 0), kind="beam"),
            line((6, 0, 0), (6, 38, 0), kind="beam"),
            barbell,
        ),
        eye=Eye(34),
        moves=(((44, 112, 0), (44, 80, 0)),),
    ),
}
