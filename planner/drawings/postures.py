"""Poses that many exercises start from."""

from math import cos, radians, sin

from planner.drawings.body import LEG, TRUNK, Hold, Placing, Pose, Reach, Stand, Turned

HANG = Turned(2, 8)
CROSSED = (Hold(13, -9, -9, bend=20, out=40), Hold(16, -15, -9, bend=20, out=40))
AT_CHEST = Hold(15, -16, 1, bend=0, out=60)
# The height of the hips over straight legs.
UPRIGHT = 90.8
STANDING = Pose(0, UPRIGHT)
# On a chair at x = -36: the hips over the seat, the shins upright.
SEAT = -38
SITTING = Pose(-36, 54)
# The tips of the toes behind, tucked under.
TUCKED_ANKLE = 18
LYING = 11


def plank(slope: float, arms: Placing, nod: float = -4) -> Pose:
    """Give a body in one straight line from the ankles (x = 0) to the head, at a slope."""
    along, up = cos(radians(slope)), sin(radians(slope))
    legs = Turned(slope - 90, slope - 90, out=0, foot=slope + 4)
    return Pose(sum(LEG) * along, TUCKED_ANKLE + sum(LEG) * up, 90 - slope, arms, legs, nod)


def kneeling_plank(slope: float, arms: Placing) -> Pose:
    """Give a straight line from the knees (x = 0) to the head, the shins behind."""
    along, up = cos(radians(slope)), sin(radians(slope))
    legs = Turned(slope - 90, -101, out=0, foot=-58)
    return Pose(LEG[0] * along, 6 + LEG[0] * up, 90 - slope, arms, legs, nod=-4)


def leaning(slope: float, foot: Stand, arms: Placing, nod: float = 0) -> Pose:
    """Give a body that leans forwards in one line over its feet."""
    along, up = sin(radians(slope)), cos(radians(slope))
    x, y = foot.ankle()
    reach = sum(LEG) - 0.2
    return Pose(x + reach * along, y + reach * up, slope, arms, foot, nod)


def bridge(slope: float, arms: Placing, legs: Placing | tuple[Placing, Placing]) -> Pose:
    """Give a body on its back, the shoulders at x = -50, the hips lifted by a slope."""
    x, y = TRUNK * cos(radians(slope)), TRUNK * sin(radians(slope))
    return Pose(x - TRUNK, LYING + y, -90 - slope, arms, legs, nod=slope)


def prone(lift: float, arms: Placing, nod: float = -2) -> Pose:
    """Give a body face down, the hips at x = 0, the chest lifted by an angle."""
    legs = Turned(-90, -90, out=4, foot=-45)
    return Pose(0, LYING, 90 - lift, arms, legs, nod)


def all_fours(arms: Placing | tuple[Placing, Placing], legs: object = None) -> Pose:
    """Give a body on hands and knees, the knees under the hips (x = 0)."""
    kneeling = Turned(0, -97, out=0, foot=-55)
    return Pose(0, 48, 71, arms, legs or kneeling, nod=-10)


ON_HAND = Reach(48, 5, bend=-90, out=10)
