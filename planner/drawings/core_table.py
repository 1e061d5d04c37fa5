"""How steadying the middle of the body is drawn."""

from planner.drawings.body import Hold, Pose, Reach, Stand, Turned
from planner.drawings.picture import Drawing
from planner.drawings.postures import LYING, ON_HAND, SEAT, UPRIGHT, all_fours, leaning, plank
from planner.drawings.props import chair, mat, post, stack, tied_to, wall
from planner.drawings.space import Eye

_PALMS_NEAR, _PALMS_FAR = Hold(15, -16, 1, bend=0, out=60), Hold(55, -12, 1, bend=-30, out=50)
_WIDE = (Stand(0, z=16), Stand(0, z=16))
_STRIDE = (Stand(12, z=10), Stand(-12, z=10))
_ON_RIBS = Hold(10, -30, 12, bend=-50, out=70)
_KNEELING = Turned(0, -97, out=0, foot=-55)
_TABLE_TOP = Turned(182, 92, 0, foot=180)
_UP = Turned(180, 180, 0)
_FOREARMS = Turned(0, 88, 0, 0)
_AT_SEAT = Reach(-32, 47, 21, bend=-80)


def _standing(arms: object, legs: object = Stand()) -> Pose:
    return Pose(0, UPRIGHT - 1, 0, arms, legs)


def _on_back(arms: object, legs: object) -> Pose:
    return Pose(0, LYING, -90, arms, legs)


CORE = {
    "standing_brace_breath": Drawing(
        _standing(_ON_RIBS),
        _standing(_ON_RIBS),
        eye=Eye(72),
        begins=(((0, 116, 26), (0, 116, 50)), ((0, 116, -26), (0, 116, -50))),
        moves=(((0, 74, 0), (0, 98, 0)),),
    ),
    "bird_dog": Drawing(
        all_fours(ON_HAND),
        all_fours((ON_HAND, Turned(96, 98, 4)), (Turned(-91, -92, 0, foot=-20), _KNEELING)),
        (mat(-50, 60),),
        moves=(((-44, 66, 0), (-76, 66, 0)), ((70, 96, 0), (100, 96, 0))),
    ),
    "dead_bug": Drawing(
        _on_back(_UP, _TABLE_TOP),
        _on_back((_UP, Turned(258, 262, 0)), (Turned(122, 76, 0, foot=166), _TABLE_TOP)),
        (mat(-100, 90),),
        moves=(((62, 50, 20), (72, 28, 20)), ((-84, 62, 0), (-104, 38, 0))),
    ),
    "standing_press_out": Drawing(
        _standing(_PALMS_NEAR),
        _standing(_PALMS_FAR),
        eye=Eye(32),
        moves=(((28, 148, 0), (56, 148, 0)),),
    ),
    "forearm_plank": Drawing(
        Pose(80, 12, 64, _FOREARMS, Turned(-88, -89, 0, foot=-57), nod=-24),
        plank(7, _FOREARMS),
        (mat(-15, 190),),
        moves=(((70, 46, 0), (70, 66, 0)),),
    ),
    "seated_knee_lift": Drawing(
        Pose(-36, 54, 0, _AT_SEAT),
        Pose(-36, 54, 0, _AT_SEAT, (Turned(120, 14, 0, foot=98), Stand())),
        (chair(SEAT - 6),),
        moves=(((24, 52, 0), (24, 76, 0)),),
    ),
    "wall_plank": Drawing(
        leaning(5, Stand(28), Turned(60, 180, 4, 4)),
        leaning(22, Stand(0), Turned(34, 180, 4, 4), nod=-6),
        (wall(69),),
        eye=Eye(-22),
        moves=(((-20, 10, 20), (-46, 10, 20)),),
    ),
    "band_pallof_press": Drawing(
        _standing(_PALMS_NEAR, _WIDE),
        _standing(_PALMS_FAR, _WIDE),
        (post(0, 124, 80), tied_to(0, 124, 80)),
        eye=Eye(52),
        moves=(((34, 152, 0), (66, 152, 0)),),
    ),
    "cable_pallof_press": Drawing(
        _standing(_PALMS_NEAR, _STRIDE),
        _standing(_PALMS_FAR, _STRIDE),
        (stack(-10, 86), tied_to(0, 124, 78, kind="cable")),
        eye=Eye(52),
        moves=(((34, 152, 0), (66, 152, 0)),),
    ),
}
