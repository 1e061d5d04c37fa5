"""How walking tall and carrying is drawn."""

from planner.drawings.body import Pose, Reach, Stand, Turned
from planner.drawings.picture import Drawing
from planner.drawings.postures import AT_CHEST, HANG, UPRIGHT
from planner.drawings.props import chair, dumbbells, hugged_weight, line

_FORE, _REAR = Stand(22, heel=-14), Stand(-30, heel=32)
_SWUNG_FORE, _SWUNG_BACK = Turned(22, 34), Turned(-24, -12)
_ONWARDS = (((44, 60, 0), (72, 60, 0)),)
_LIFTED = Turned(90, 4, 0, foot=88)
_LOW = Turned(52, -20, 0, foot=68)
_BENT_FORE, _BENT_BACK = Turned(34, 110), Turned(-30, 50)


def _walk(right_first: bool, arms: object, step: float = 1) -> Pose:
    fore, rear = Stand(22 * step, heel=-14), Stand(-30 * step, heel=32 * step)
    return Pose(
        0, 87 + (2 if step < 1 else 0), 0, arms, (fore, rear) if right_first else (rear, fore)
    )


CARRY = {
    "tall_walk": Drawing(
        _walk(True, (_SWUNG_BACK, _SWUNG_FORE)),
        _walk(False, (_SWUNG_FORE, _SWUNG_BACK)),
        moves=(*_ONWARDS, ((0, 178, 0), (0, 198, 0))),
        begins=(((0, 178, 0), (0, 198, 0)),),
    ),
    "braced_walk": Drawing(
        _walk(True, Turned(-4, 4, 14, 8), 0.8),
        _walk(False, Turned(-4, 4, 14, 8), 0.8),
        (
            lambda body: line(*body.hands[:1] * 2, kind="fist", front=True)(body),
            lambda body: line(*body.hands[1:] * 2, kind="fist")(body),
            line((13, 108, 10), (13, 98, 10), kind="band", front=True),
        ),
        moves=(*_ONWARDS, ((36, 103, 0), (20, 103, 0))),
    ),
    "high_knee_march": Drawing(
        Pose(0, UPRIGHT, 0, (_BENT_BACK, _BENT_FORE), (_LIFTED, Stand(0))),
        Pose(0, UPRIGHT, 0, (_BENT_FORE, _BENT_BACK), (Stand(0), _LIFTED)),
        moves=(((62, 66, 0), (62, 92, 0)),),
        begins=(((62, 66, 0), (62, 92, 0)),),
    ),
    "supported_march": Drawing(
        Pose(0, UPRIGHT, 0, (HANG, Reach(36, 97, 14)), (_LOW, Stand(0))),
        Pose(0, UPRIGHT, 0, (HANG, Reach(36, 97, 14)), (Stand(0), _LOW)),
        (chair(56, faces=1),),
        moves=(((-26, 12, 0), (-26, 36, 0)),),
        begins=(((-26, 12, 0), (-26, 36, 0)),),
    ),
    "goblet_carry": Drawing(
        _walk(True, AT_CHEST, 0.7),
        _walk(False, AT_CHEST, 0.7),
        (hugged_weight,),
        moves=_ONWARDS,
    ),
    "farmer_carry": Drawing(
        _walk(True, Turned(-2, 2, 10, 4), 0.8),
        _walk(False, Turned(-2, 2, 10, 4), 0.8),
        (dumbbells(),),
        moves=(((50, 60, 0), (78, 60, 0)),),
    ),
}
