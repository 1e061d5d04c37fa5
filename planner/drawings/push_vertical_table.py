"""How raising and pressing upwards is drawn."""

from planner.drawings.body import Hold, Pose, Reach, Stand, Turned
from planner.drawings.picture import Drawing
from planner.drawings.postures import HANG, SEAT, SITTING, STANDING, UPRIGHT
from planner.drawings.props import (
    Shape,
    band_under_feet,
    chair,
    dumbbells,
    line,
    seat,
)
from planner.drawings.space import Eye

_FRONT = Eye(90)
_STRIDE = (Stand(-18), Stand(14))
_AT_SHOULDERS = Turned(30, 172, 40, 0)
_OVERHEAD = Turned(168, 178, 10, 2)
_AT_EARS = Turned(50, 178, 62, 0)


def _standing(arms: object) -> Pose:
    return Pose(0, UPRIGHT, 0, arms)


def _seated(arms: object) -> Pose:
    return Pose(SITTING.x, SITTING.y, 0, arms)


def _handles(body) -> tuple:
    shapes = ()
    for hand, front in zip(body.hands, (True, False), strict=True):
        shapes += (Shape("beam", ((-66, hand[1], 0), (-66, hand[1], hand[2]), hand), front),)
    return shapes


def _angled_bar(body) -> tuple:
    hand = body.hands[0]
    low = (128, 4, 6)
    way = tuple((a - b) / 8 for a, b in zip(hand, low, strict=True))
    collar = tuple(a - b for a, b in zip(hand, way, strict=True))
    return (Shape("bar", (low, hand), True), Shape("plate", (collar, collar), True))


PUSH_VERTICAL = {
    "front_raise_unloaded": Drawing(
        STANDING,
        _standing(Turned(90, 91, 2)),
        moves=(((44, 92, 0), (58, 122, 0)),),
    ),
    "lateral_raise_unloaded": Drawing(
        _standing(Turned(0, 4, 8)),
        _standing(Turned(0, 4, 86, 88)),
        eye=_FRONT,
        moves=(((0, 96, 52), (0, 122, 66)), ((0, 96, -52), (0, 122, -66))),
    ),
    "goalpost_press": Drawing(
        _standing(Turned(0, 180, 88, 0)),
        _standing(Turned(176, 180, 14, 6)),
        eye=_FRONT,
        moves=(((0, 156, 46), (0, 186, 46)), ((0, 156, -46), (0, 186, -46))),
    ),
    "chair_press_up": Drawing(
        Pose(-36, 54, 4, Reach(-32, 70, 22, bend=-90, out=20)),
        Pose(-34, 76, 4, Reach(-32, 70, 22, bend=-90, out=20)),
        (chair(SEAT - 4, arms=True),),
        moves=(((30, 60, 0), (30, 86, 0)),),
    ),
    "band_shoulder_press": Drawing(
        _standing(_AT_SHOULDERS),
        _standing(_OVERHEAD),
        (band_under_feet,),
        eye=Eye(50),
        moves=(((0, 158, 44), (0, 190, 44)),),
    ),
    "dumbbell_lateral_raise": Drawing(
        _standing(Turned(0, 8, 10)),
        _standing(Turned(0, 20, 76, 72)),
        (dumbbells((0.5, 0, 0.6), from_front=True),),
        eye=_FRONT,
        moves=(((0, 84, 56), (0, 108, 72)), ((0, 84, -56), (0, 108, -72))),
    ),
    "dumbbell_shoulder_press": Drawing(
        _seated(_AT_EARS),
        _seated(_OVERHEAD),
        (chair(SEAT), dumbbells((0, 0, 1))),
        eye=Eye(50),
        moves=(((-36, 120, 58), (-36, 150, 58)),),
    ),
    "machine_shoulder_press": Drawing(
        _seated(_AT_EARS),
        _seated(Turned(164, 176, 20, 6)),
        (
            line((-66, 0, 0), (-66, 172, 0), kind="beam"),
            seat(-38, 45, ((-58, 54, 0), (-58, 124, 0))),
            _handles,
        ),
        eye=Eye(38),
        moves=(((44, 110, 0), (44, 140, 0)),),
    ),
    "landmine_press": Drawing(
        Pose(-4, 88, 2, (Hold(16, -2, 16, bend=-10, out=20), HANG), _STRIDE),
        Pose(-2, 88, 8, (Hold(46, 30, 12, bend=0, out=20), HANG), _STRIDE),
        (line((128, 2, 6), (128, 2, 6), kind="weight"), _angled_bar),
        moves=(((30, 156, 0), (54, 178, 0)),),
    ),
}
