"""From poses and things to the paths of one small picture, start and end."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor, hypot

from planner.drawings.body import Body, Limb, Pose, body
from planner.drawings.props import Prop, Shape, arrow
from planner.drawings.space import Eye, Place, Point

MARGIN, GAP, NUMBER = 16, 30, 22
HEADS = {"arrow", "slow"}
CLOSED = {"block", "mat"}


@dataclass(frozen=True, slots=True)
class Drawing:
    """An exercise as two poses among the same things, and arrows that show the way."""

    start: Pose
    end: Pose
    props: tuple[Prop, ...] = ()
    eye: Eye = Eye()
    moves: tuple[tuple[Point, Point], ...] = ()
    begins: tuple[tuple[Point, Point], ...] = ()
    slowly: bool = False
    floor: bool = True

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
class Picture:
    """A drawing ready for an SVG; `numbers` are the places of the figures 1 and 2."""

    width: int
    height: int
    paths: tuple[Path, ...]
    numbers: tuple[tuple[int, int], ...]


def _limb(kind: str, limb: Limb) -> Iterable[Shape]:
    yield Shape(kind, (limb.root, limb.middle, limb.end))
    if limb.foot:
        yield Shape(f"{kind}-foot", (limb.end, *limb.foot))


def _frame(who: Body, props: Iterable[Prop], eye: Eye, arrows: list[Shape]) -> tuple[Shape, ...]:
    things = [shape for prop in props for shape in prop(who)]
    right, left = who.legs
    trunk = (who.arms[0].root, who.arms[1].root, left.root, right.root)
    near = abs(eye.turn) < 60
    far = "far" if near else "near"
    head = Shape("head", (who.head, who.head))
    neck = Shape("neck", (who.trunk.shoulders, who.head))
    middle = [Shape("trunk", trunk), neck, head]
    arms = [*_limb("near-arm", who.arms[0])]
    left_arm = [*_limb(f"{far}-arm", who.arms[1])]
    return (
        *(shape for shape in things if not shape.front),
        *(left_arm if near or eye.turn < 0 else ()),
        *(arms if eye.turn <= -60 else ()),
        *_limb(f"{far}-leg", left),
        *(_limb("near-leg", right) if not near else ()),
        *middle,
        *(_limb("near-leg", right) if near else ()),
        *(left_arm if not near and eye.turn > 0 else ()),
        *(arms if eye.turn > -60 else ()),
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
    xs, ys = zip(*(place for _kind, places in drawn for place in places), strict=True)
    return floor(min(xs)), ceil(max(xs)), floor(min(ys)), ceil(max(ys))


def picture(drawing: Drawing) -> Picture:
    """Put start and end side by side, or one above the other where they are long."""
    frames = [_drawn(shapes, drawing.eye) for shapes in drawing.frames()]
    left, right, top, bottom = _edges([each for frame in frames for each in frame])
    wide, high = right - left + 2 * MARGIN, max(bottom, 4) - top + 2 * MARGIN
    above = wide > 1.25 * high
    steps = [(0, 0), (0, high) if above else (wide + GAP, 0)]
    paths, numbers = [], []
    for frame, (x, y) in zip(frames, steps, strict=True):
        shift = (x + MARGIN - left + (NUMBER if above else 0), y + MARGIN - top)
        ground = [(left - MARGIN / 2, 2), (right + MARGIN / 2, 2)]
        paths += _paths([("ground", ground), *frame], shift)
        numbers.append((round(x + 8), round(y + 22)))
    width = wide + (NUMBER if above else wide + GAP)
    return Picture(width, high * 2 if above else high, tuple(paths), tuple(numbers))
