"""A body in a pose: bones of fixed length, put where the pose says."""

from dataclasses import dataclass
from typing import Protocol

from planner.drawings.space import Place, Point, direction, joint, minus, plus

THIGH, SHIN, TRUNK, UPPER_ARM, FOREARM = 42, 41, 50, 29, 31
LEG, ARM = (THIGH, SHIN), (UPPER_ARM, FOREARM)
HIP, SHOULDER = 8, 15
NECK, HEAD = 22, 11
# From the ankle down to the sole, forwards to the ball of the foot and back to the heel.
ANKLE, BALL, HEEL = 8, 14, 4
FLESH = 4
RIGHT, LEFT = 1, -1


@dataclass(frozen=True, slots=True)
class Trunk:
    """The middle of the hips and of the shoulders, and which way the chest and the head point."""

    hips: Point
    shoulders: Point
    front: Point
    up: Point


@dataclass(frozen=True, slots=True)
class Limb:
    """A leg or an arm from its root to its end; a leg has a heel and a ball of the foot."""

    root: Point
    middle: Point
    end: Point
    foot: tuple[Point, ...] = ()


class Placing(Protocol):
    """A way to say where a limb goes."""

    def limb(self, root: Point, side: int, lengths: Place, trunk: Trunk) -> Limb:
        """Put the limb there."""


def _foot(ankle: Point, angle: float) -> tuple[Point, Point]:
    sole = plus(ankle, direction(angle - 90), ANKLE - FLESH)
    return plus(sole, direction(angle), -HEEL), plus(sole, direction(angle), BALL)


@dataclass(frozen=True, slots=True)
class Turned:
    """A limb whose two bones point where they are told, and the foot of a leg likewise."""

    upper: float
    lower: float
    out: float = 6
    out_lower: float | None = None
    foot: float = 90

    def limb(self, root: Point, side: int, lengths: Place, trunk: Trunk) -> Limb:
        """Follow the bones from the root."""
        out_lower = self.out if self.out_lower is None else self.out_lower
        middle = plus(root, direction(self.upper, self.out, side), lengths[0])
        end = plus(middle, direction(self.lower, out_lower, side), lengths[1])
        return Limb(root, middle, end, _foot(end, self.foot) if lengths == LEG else ())


@dataclass(frozen=True, slots=True)
class Reach:
    """A hand or an ankle at a place; `z` is counted outwards, the joint bends towards `bend`."""

    x: float
    y: float
    z: float = SHOULDER
    bend: float = -60
    out: float = 25
    foot: float = 90

    def limb(self, root: Point, side: int, lengths: Place, trunk: Trunk) -> Limb:
        """Find the joint between the root and the place."""
        end = (self.x, self.y, side * self.z)
        middle = joint(root, end, lengths, direction(self.bend, self.out, side))
        return Limb(root, middle, end, _foot(end, self.foot) if lengths == LEG else ())


@dataclass(frozen=True, slots=True)
class Hold:
    """A hand in front of (`x`) and above (`y`) the shoulders, as the trunk leans."""

    x: float
    y: float
    z: float = SHOULDER
    bend: float = -30
    out: float = 25

    def limb(self, root: Point, side: int, lengths: Place, trunk: Trunk) -> Limb:
        """Find the elbow between the shoulder and the hand."""
        x, y, _z = plus(plus(trunk.shoulders, trunk.front, self.x), trunk.up, self.y)
        return Reach(x, y, self.z, self.bend, self.out).limb(root, side, lengths, trunk)


@dataclass(frozen=True, slots=True)
class Stand:
    """A foot on a floor or step at height `y`, its ankle over `x` when flat, its heel lifted."""

    x: float = 0
    heel: float = 0
    y: float = 0
    z: float = HIP

    def ankle(self) -> Place:
        """Say where the ankle is: the foot turns on its ball, or with the toes up on its heel."""
        angle = 90 - self.heel
        ball = BALL if self.heel >= 0 else -HEEL
        on_sole = plus((self.x + ball, self.y + FLESH, 0), direction(angle), -ball)
        x, y, _z = plus(on_sole, direction(angle - 90), FLESH - ANKLE)
        return x, y

    def limb(self, root: Point, side: int, lengths: Place, trunk: Trunk) -> Limb:
        """Find the knee between the hip and the ankle."""
        placed = Reach(*self.ankle(), self.z, bend=90, out=0, foot=90 - self.heel)
        return placed.limb(root, side, lengths, trunk)


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the hips are, how far the trunk leans forwards, and where the limbs go.

    One arm or leg stands for both; a pair is the right and then the left one.
    """

    x: float
    y: float
    lean: float = 0
    arms: Placing | tuple[Placing, Placing] = Turned(2, 8)
    legs: Placing | tuple[Placing, Placing] = Stand()
    nod: float = 0
    z: float = 0


@dataclass(frozen=True, slots=True)
class Body:
    """A pose worked out: every joint in its place."""

    trunk: Trunk
    head: Point
    arms: tuple[Limb, Limb]
    legs: tuple[Limb, Limb]

    @property
    def hands(self) -> tuple[Point, Point]:
        """The right and the left hand."""
        return self.arms[0].end, self.arms[1].end


def _pair(placing: Placing | tuple[Placing, Placing]) -> tuple[Placing, Placing]:
    return placing if isinstance(placing, tuple) else (placing, placing)


def body(pose: Pose) -> Body:
    """Work out where every joint of a pose is."""
    hips = (pose.x, pose.y, pose.z)
    up = direction(180 - pose.lean)
    shoulders = plus(hips, up, TRUNK)
    trunk = Trunk(hips, shoulders, direction(90 - pose.lean), up)
    limbs = []
    for placings, centre, width, lengths in (
        (pose.arms, shoulders, SHOULDER, ARM),
        (pose.legs, hips, HIP, LEG),
    ):
        limbs.append(
            tuple(
                placing.limb(plus(centre, (0, 0, side), width), side, lengths, trunk)
                for placing, side in zip(_pair(placings), (RIGHT, LEFT), strict=True)
            )
        )
    head = plus(shoulders, direction(180 - pose.lean - pose.nod), NECK)
    return Body(trunk, head, *limbs)


def bend(limb: Limb) -> tuple[Point, Point]:
    """Give the ways of the two bones of a limb."""
    return minus(limb.middle, limb.root), minus(limb.end, limb.middle)
