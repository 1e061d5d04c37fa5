"""How keeping your balance is drawn."""

from dataclasses import replace

from planner.drawings.body import Pose, Reach, Stand, Turned
from planner.drawings.picture import Drawing
from planner.drawings.postures import HANG, STANDING, UPRIGHT, leaning
from planner.drawings.props import line, worktop
from planner.drawings.space import Eye

_WIDE = Stand(0, z=20)
_ASIDE = worktop((-30, 60), (-62, -32))
_HAND_ON = Reach(20, 97, 34)
_LIFTED = Turned(32, -38, 0, foot=52)
_A_LITTLE = Turned(20, -20, 0, foot=70)
_ABOVE = Eye(34, 22)
_IN_LINE = (Stand(-13, z=1), Stand(12, z=1))


def _over(z: float) -> Pose:
    return Pose(0, 85, 0, Turned(0, 4, 16), _WIDE, z=z)


BALANCE = {
    "weight_shift_front_back": Drawing(
        leaning(-3, Stand(0), HANG),
        leaning(8, Stand(0), HANG),
        (worktop((58, 92), (-30, 30)),),
        moves=(((12, 186, 0), (36, 186, 0)),),
        begins=(((4, 186, 0), (-20, 186, 0)),),
    ),
    "weight_shift_side": Drawing(
        _over(-13),
        _over(13),
        eye=Eye(90),
        begins=(((0, 176, 6), (0, 176, -24)),),
        moves=(((0, 176, -6), (0, 176, 24)),),
    ),
    "semi_tandem_stand": Drawing(
        Pose(0, UPRIGHT, 0, (HANG, _HAND_ON)),
        Pose(0, UPRIGHT - 0.8, 0, HANG, (Stand(-10, z=6), Stand(9, z=6))),
        (_ASIDE,),
        eye=_ABOVE,
        moves=(((10, 0, 26), (34, 0, 26)),),
    ),
    "single_leg_stand": Drawing(
        STANDING,
        replace(STANDING, arms=Turned(4, 10, 24), legs=(_LIFTED, Stand(0, z=4))),
        (line((70, 152, 0), (70, 152, 0), kind="spot"),),
        moves=(((-36, 6, 0), (-36, 32, 0)),),
    ),
    "supported_tandem_stand": Drawing(
        Pose(0, UPRIGHT, 0, (HANG, _HAND_ON)),
        Pose(0, 89, 0, (HANG, _HAND_ON), _IN_LINE),
        (_ASIDE,),
        eye=_ABOVE,
        moves=(((8, 0, 22), (38, 0, 22)),),
    ),
    "supported_single_leg_stand": Drawing(
        Pose(0, UPRIGHT, 0, (HANG, _HAND_ON)),
        Pose(0, UPRIGHT, 0, (HANG, _HAND_ON), (_A_LITTLE, Stand(0, z=4))),
        (_ASIDE,),
        moves=(((-26, 2, 14), (-26, 24, 14)),),
    ),
}
