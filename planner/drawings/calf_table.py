"""How rising on the toes is drawn."""

from planner.drawings.body import ANKLE, Pose, Reach, Stand, Turned
from planner.drawings.picture import Drawing
from planner.drawings.postures import HANG, STANDING, UPRIGHT
from planner.drawings.props import chair, dumbbells, side_wall, wall
from planner.drawings.space import Eye

_BEHIND = Turned(2, -78, 0, foot=10)
_PICKED_UP = Turned(30, -40, 0, foot=48)


def _lifted(heel: float) -> tuple[float, float]:
    """Give the place of the hips over heels lifted by an angle."""
    x, y = Stand(0, heel).ankle()
    return x, UPRIGHT - ANKLE + y


def _risen(heel: float, arms: object = HANG) -> Pose:
    return Pose(*_lifted(heel), 0, arms, Stand(0, heel))


def _on_one(heel: float, arms: object, other: object) -> Pose:
    return Pose(*_lifted(heel), 0, arms, (other, Stand(0, heel, z=4)))


CALF = {
    "heel_raise_small": Drawing(
        STANDING,
        _risen(16),
        moves=(((-16, 2, 10), (-16, 20, 10)),),
    ),
    "heel_raise_two_leg": Drawing(
        STANDING,
        _risen(45),
        moves=(((-18, 2, 10), (-18, 34, 10)), ((-26, 120, 0), (-26, 144, 0))),
    ),
    "single_leg_heel_raise": Drawing(
        _on_one(0, (HANG, Reach(14, 108, 30)), _BEHIND),
        _on_one(45, (HANG, Reach(16, 116, 30)), _BEHIND),
        (side_wall(),),
        moves=(((-20, 2, 0), (-20, 28, 0)),),
    ),
    "supported_heel_raise": Drawing(
        Pose(0, UPRIGHT, 0, Reach(36, 97, 14)),
        _risen(45, Reach(36, 97, 14)),
        (chair(56),),
        moves=(((-18, 2, 10), (-18, 34, 10)),),
    ),
    "supported_single_leg_heel_raise": Drawing(
        _on_one(0, (Reach(48, 128, 14), HANG), _PICKED_UP),
        _on_one(45, (Reach(48, 134, 14), HANG), _PICKED_UP),
        (wall(52),),
        eye=Eye(-22),
        moves=(((-34, 2, 10), (-34, 28, 10)),),
    ),
    "dumbbell_heel_raise": Drawing(
        Pose(0, UPRIGHT, 0, Turned(0, 2, 8, 6)),
        _risen(45, Turned(0, 2, 8, 6)),
        (dumbbells(),),
        moves=(((-18, 2, 10), (-18, 34, 10)),),
    ),
}
