"""Points in space and the eye that looks at them; lengths are centimetres of a grown person.

`x` runs the way the person faces, `y` up from the floor and `z` to the person's right. A direction
is two angles: 0 is down, 90 forwards, 180 up and -90 back; `out` turns it away from the middle.
"""

from dataclasses import dataclass
from math import cos, radians, sin, sqrt

Point = tuple[float, float, float]
Place = tuple[float, float]


def plus(point: Point, way: Point, length: float = 1) -> Point:
    """Go some way from a point."""
    return tuple(here + length * step for here, step in zip(point, way, strict=True))


def minus(point: Point, other: Point) -> Point:
    """Give the way from the other point to this one."""
    return plus(point, other, -1)


def dot(one: Point, other: Point) -> float:
    """Give the dot product of two ways."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def size(way: Point) -> float:
    """Give the length of a way."""
    return sqrt(dot(way, way))


def direction(angle: float, out: float = 0, side: int = 1) -> Point:
    """Give the way of length one at these angles, on the right (1) or the left (-1)."""
    flat = cos(radians(out))
    return (sin(radians(angle)) * flat, -cos(radians(angle)) * flat, side * sin(radians(out)))


def joint(root: Point, end: Point, lengths: Place, towards: Point) -> Point:
    """Find the knee or elbow between two points, bent towards a way; too far is an error."""
    upper, lower = lengths
    way = minus(end, root)
    far = size(way)
    if not abs(upper - lower) < far <= upper + lower + 0.5:
        raise ValueError(f"A limb of {upper + lower} cannot span {far:.1f}.")
    along = (upper**2 - lower**2 + far**2) / (2 * far)
    across = sqrt(max(0, upper**2 - along**2))
    line = plus((0, 0, 0), way, 1 / far)
    bend = plus(towards, line, -dot(towards, line))
    return plus(plus(root, line, along), bend, across / size(bend))


@dataclass(frozen=True, slots=True)
class Eye:
    """Where the person is seen from: `turn` 0 is from the right side, 90 from the front."""

    turn: float = 25
    tilt: float = 6

    def sees(self, point: Point) -> Place:
        """Give the place of a point in a picture, which grows to the right and down."""
        x, y, z = point
        turn, tilt = radians(self.turn), radians(self.tilt)
        near = x * sin(turn) + z * cos(turn)
        return x * cos(turn) - z * sin(turn), near * sin(tilt) - y * cos(tilt)
