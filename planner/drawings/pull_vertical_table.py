"""How pulling downwards is drawn."""

from planner.drawings.body import Hold, Pose, Reach, Stand, Turned
from planner.drawings.picture import Drawing
from planner.drawings.postures import SEAT, SITTING, prone
from planner.drawings.props import Shape, chair, dumbbells, line, mat, post, seat, stack, tied_to
from planner.drawings.space import Eye


def _seated(arms: object, lean: float = 0) -> Pose:
    return Pose(SITTING.x, SITTING.y, lean, arms)


def _tipped(arms: object) -> Pose:
    return Pose(-10, 86, 34, arms, (Stand(4), Stand(-8)), nod=-8)


def _wide_bar(body) -> tuple:
    right, left = body.hands
    ends = (
        (right[0], right[1] - 5, right[2] + 12),
        right,
        left,
        (left[0], left[1] - 5, left[2] - 12),
    )
    middle = (right[0], right[1], 0)
    return (
        Shape("cable", (middle, (middle[0], 198, 0), (42, 198, 0))),
        Shape("bar", ends, True),
    )


PULL_VERTICAL = {
    "thigh_press_down": Drawing(
        _seated(Reach(-6, 74, 11, bend=-80)),
        _seated(Reach(-6, 63, 11, bend=-80)),
        (chair(SEAT),),
        moves=(((16, 92, 10), (16, 68, 10)),),
    ),
    "self_resisted_pull_down": Drawing(
        _seated((Hold(20, 10, 0, bend=0, out=50), Hold(24, 14, -1, bend=0, out=60))),
        _seated((Hold(16, -24, 0, bend=-40, out=40), Hold(20, -19, -1, bend=-10, out=60))),
        (chair(SEAT),),
        eye=Eye(40),
        moves=(((10, 122, 0), (10, 88, 0)),),
    ),
    "prone_lat_pull": Drawing(
        prone(3, Turned(96, 94, 10, 6)),
        prone(3, Turned(-84, 96, 32, 8)),
        (mat(-105, 140),),
        eye=Eye(16, 44),
        moves=(((110, 0, -36), (72, 0, -36)),),
    ),
    "band_straight_arm_pulldown": Drawing(
        Pose(-6, 88, 8, Turned(92, 92, 2)),
        Pose(-6, 88, 8, Turned(10, 12, 4)),
        (post(112, 142), tied_to(112, 142, 0)),
        eye=Eye(18),
        moves=(((64, 108, 20), (44, 78, 20)),),
    ),
    "dumbbell_shoulder_extension": Drawing(
        _tipped(Turned(0, 0, 4)),
        _tipped(Turned(-48, -46, 6)),
        (dumbbells(),),
        moves=(((-10, 52, 20), (-46, 62, 20)),),
    ),
    "lat_pulldown": Drawing(
        _seated(Turned(168, 172, 26, 10), -8),
        _seated(Turned(10, 168, 50, 12), -10),
        (
            stack(34),
            line((44, 172, 0), (44, 198, 0), kind="beam"),
            seat(-38),
            line((-10, 70, 0), (34, 70, 0), kind="beam"),
            line((-10, 68, -12), (-10, 68, 12), kind="pad", front=True),
            _wide_bar,
        ),
        eye=Eye(32),
        moves=(((4, 160, 0), (4, 130, 0)),),
    ),
}
