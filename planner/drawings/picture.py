"""From poses and things to the paths of one small picture, start and end."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor, hypot

from planner.drawings.body import Body, Limb, Pose, body
from planner.drawings.props import Prop, Shape, arrow
from planner.drawings.space import Eye, Place, Point

MARGIN, GAP, NUMBER = 12, 24, 26
NARROWEST = 300
# A frame is long when it is so much wider than high.
LONG = 1.25
# From this turn on both sides are as near.
FRONTAL = 70
HEADS = {"arrow", "slow"}
CLOSED = {"block", "mat"}
FROM_THE_SIDE = Eye()


@dataclass(frozen=True, slots=True)
class Drawing:
    """An exercise as two poses among the same things, and arrows that show the way."""

    start: Pose
    end: Pose
    props: tuple[Prop, ...] = ()
    eye: Eye = FROM_THE_SIDE
    moves: tuple[tuple[Point, Point], ...] = ()
    begins: tuple[tuple[Point, Point], ...] = ()
    slowly: bool = False

    def frames(self) -> tuple[tuple[Shape, ...], tuple[Shape, ...]]:
        """Give the shapes of the start and of the end, from the back to the front."""
        kind = "slow" if self.slowly else "arrow"
        return tuple(
            _frame(body(pose), self.props, self.eye, [arrow(*each, kind=kind) for each in arrows])
            for pose, arrows in ((self.start, self.begins), (self.end, self.moves))
        )


@dataclass(frozen=True, slots=True)
class Path:
    """One path of an SVG and how it looks."""

    kind: str
    d: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The start or the end of an exercise, and the place of its number."""

    paths: tuple[Path, ...]
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing ready for an SVG; `back` moves its second frame onto the first."""

    width: int
    height: int
    frames: tuple[Frame, Frame]
    back: tuple[int, int]

    @property
    def alone(self) -> tuple[int, int]:
        """The size of the first frame without the second."""
        beside = self.back[0] != 0
        return (self.width // 2, self.height) if beside else (self.width, self.height // 2)


def _limb(kind: str, limb: Limb) -> Iterable[Shape]:
    yield Shape(kind, (limb.root, limb.middle, limb.end))
    if limb.foot:
        yield Shape(f"{kind}-foot", (limb.end, *limb.foot))


def _frame(who: Body, props: Iterable[Prop], eye: Eye, arrows: list[Shape]) -> tuple[Shape, ...]:
    things = [shape for prop in props for shape in prop(who)]
    right, left = who.legs
    trunk = (who.arms[0].root, who.arms[1].root, left.root, right.root)
    near = abs(eye.turn) < FRONTAL
    far = "far" if near else "near"
    head = Shape("head", (who.head, who.head))
    neck = Shape("neck", (who.trunk.shoulders, who.head))
    middle = [Shape("trunk", trunk), neck, head]
    arms = [*_limb("near-arm-under", who.arms[0]), *_limb("near-arm", who.arms[0])]
    left_arm = [
        *([] if near else _limb("near-arm-under", who.arms[1])),
        *_limb(f"{far}-arm", who.arms[1]),
    ]
    return (
        *(shape for shape in things if not shape.front),
        *(left_arm if near or eye.turn < 0 else ()),
        *(arms if eye.turn <= -FRONTAL else ()),
        *_limb(f"{far}-leg", left),
        *(_limb("near-leg", right) if not near else ()),
        *middle,
        *(_limb("near-leg", right) if near else ()),
        *(left_arm if not near and eye.turn > 0 else ()),
        *(arms if eye.turn > -FRONTAL else ()),
        *(shape for shape in things if shape.front),
        *arrows,
    )


def _is_away(places: list[Place]) -> bool:
    pairs = zip(places, [*places[1:], places[0]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) >= 0


def _tip(start: Place, end: Place) -> list[Place]:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1
    x, y = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    return [
        (end[0] - 7 * x + 5 * y, end[1] - 7 * y - 5 * x),
        end,
        (end[0] - 7 * x - 5 * y, end[1] - 7 * y + 5 * x),
    ]


def _d(places: Iterable[Place], shift: Place) -> str:
    numbers = [(round(x + shift[0]), round(y + shift[1])) for x, y in places]
    if len(set(numbers)) == 1:
        return "M{} {}h0".format(*numbers[0])
    return "M" + "L".join(f"{x} {y}" for x, y in numbers)


def _drawn(shapes: Iterable[Shape], eye: Eye) -> list[tuple[str, list[Place]]]:
    """Give what is seen of the shapes; the far sides of a block are not."""
    drawn = []
    for shape in shapes:
        places = [eye.sees(point) for point in shape.points]
        if shape.kind == "block" and _is_away(places):
            continue
        drawn.append((shape.kind, places))
        if shape.kind in HEADS:
            drawn.append(("tip", _tip(*places)))
    return drawn


def _paths(drawn: list[tuple[str, list[Place]]], shift: Place) -> Iterable[Path]:
    for kind, group in groupby(drawn, key=lambda each: each[0]):
        end = "z" if kind in CLOSED or kind == "trunk" else ""
        yield Path(kind, "".join(_d(places, shift) + end for _kind, places in group))


def _edges(drawn: list[tuple[str, list[Place]]]) -> tuple[int, int, int, int]:
    corners = [
        (x + side * room, y + side * room)
        for kind, places in drawn
        for room in (8 if kind == "plate" else 0,)
        for x, y in places
        for side in (-1, 1)
    ]
    xs, ys = zip(*corners, strict=True)
    return floor(min(xs)), ceil(max(xs)), floor(min(ys)), ceil(max(ys))


def _layout(edges: tuple[int, int, int, int]) -> tuple[int, int, list[Place], list[Place]]:
    """Give the size of the picture, and where each frame and each number goes.

    Frames stand side by side with the numbers below, or one above the other where they are long.
    """
    left, right, top, bottom = edges
    wide, high = right - left + 2 * MARGIN, bottom - top + 2 * MARGIN
    x, y = MARGIN - left, MARGIN - top
    if wide > LONG * high:
        places = [(x + NUMBER, y), (x + NUMBER, y + high)]
        return wide + NUMBER, 2 * high, places, [(8, MARGIN + 14), (8, high + MARGIN + 14)]
    width = max(2 * wide + GAP, NARROWEST)
    aside = (width - 2 * wide - GAP) // 2
    starts = (aside, width - aside - wide)
    numbers = [(start + wide // 2 - 6, high + NUMBER - 8) for start in starts]
    return width, high + NUMBER, [(x + start, y) for start in starts], numbers


def picture(drawing: Drawing) -> Picture:
    """Put start and end together on one picture."""
    frames = [_drawn(shapes, drawing.eye) for shapes in drawing.frames()]
    ground = ("ground", [(-20, 3), (20, 3)])
    left, right, top, bottom = _edges([ground, *frames[0], *frames[1]])
    ground = ("ground", [(left, 1), (right, 1)])
    width, height, shifts, numbers = _layout((left, right, top, bottom))
    drawn = tuple(
        Frame(tuple(_paths([ground, *frame], shift)), *number)
        for frame, shift, number in zip(frames, shifts, numbers, strict=True)
    )
    (x, y), (right_x, lower_y) = shifts
    return Picture(width, height, drawn, (x - right_x, y - lower_y))
