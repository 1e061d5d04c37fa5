"""The things beside a body or in its hands: each is a function from the body to its shapes."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.drawings.body import Body
from planner.drawings.space import Point, plus


@dataclass(frozen=True, slots=True)
class Shape:
    """Points joined in the look of `kind`, drawn behind the body or in front of it."""

    kind: str
    points: tuple[Point, ...]
    front: bool = False


Prop = Callable[[Body], tuple[Shape, ...]]
Span = tuple[float, float]


def still(*shapes: Shape) -> Prop:
    """Make a thing that does not depend on the body."""
    return lambda _body: shapes


def line(*points: Point, kind: str = "rod", front: bool = False) -> Prop:
    """Draw a rod, pad, band or cable through points."""
    return still(Shape(kind, points, front))


def _faces(xs: Span, ys: Span, zs: Span) -> tuple[tuple[Point, ...], ...]:
    """Give the six sides of a box, each turning the same way when seen from outside."""
    (a, b), (c, d), (e, f) = xs, ys, zs
    return (
        ((a, c, f), (b, c, f), (b, d, f), (a, d, f)),
        ((b, c, e), (a, c, e), (a, d, e), (b, d, e)),
        ((b, c, f), (b, c, e), (b, d, e), (b, d, f)),
        ((a, c, e), (a, c, f), (a, d, f), (a, d, e)),
        ((a, d, f), (b, d, f), (b, d, e), (a, d, e)),
        ((a, c, e), (b, c, e), (b, c, f), (a, c, f)),
    )


def box(xs: Span, ys: Span, zs: Span = (-20, 20), front: bool = False) -> Prop:
    """Draw a block: a step, a seat, a bench, a worktop."""
    return still(*(Shape("block", face, front) for face in _faces(xs, ys, zs)))


def together(*props: Prop) -> Prop:
    """Make one thing of several."""
    return lambda body: tuple(shape for prop in props for shape in prop(body))


def wall(x: float, front: bool = False) -> Prop:
    """Draw a wall across the way, its face at `x`: ahead of the body, or behind it (x < 0)."""
    return box((x, x + 5) if x > 0 else (x - 5, x), (0, 182), (-38, 38), front)


def side_wall(z: float = -34, xs: Span = (-45, 55)) -> Prop:
    """Draw a wall along the far side."""
    return box(xs, (0, 160), (z - 4, z))


def worktop(xs: Span, zs: Span, height: float = 92) -> Prop:
    """Draw a fixed worktop with a slab on top."""
    return together(
        box(xs, (0, height - 5), zs), box((xs[0] - 3, xs[1] + 3), (height - 5, height), zs)
    )


def mat(start: float, end: float) -> Prop:
    """Draw a mat on the floor."""
    return still(Shape("mat", ((start, 0, 30), (end, 0, 30), (end, 0, -30), (start, 0, -30))))


def chair(x: float, back: bool = True, arms: bool = False, faces: int = 1) -> Prop:
    """Draw a chair with its seat around `x`; `faces` -1 turns its back to the body."""
    rear, fore = sorted((x - 21, x + 21))
    legs = [line((leg, 0, z), (leg, 40, z)) for leg in (rear + 2, fore - 2) for z in (-17, 17)]
    parts = [*legs, box((rear, fore), (40, 45))]
    behind = rear if faces > 0 else fore - 4
    if back:
        parts += [line((behind + 2, 45, z), (behind + 2, 94, z)) for z in (-17, 17)]
        parts += [box((behind, behind + 4), (66, 94), (-20, 20))]
    if arms:
        for z, front in ((-22, False), (22, True)):
            rest = ((fore - 6, 45, z), (fore - 6, 66, z), (rear, 66, z))
            parts += [line(*rest, front=front)]
    return together(*parts)


def _dumbbell(hand: Point, axis: Point, front: bool) -> tuple[Shape, ...]:
    ends = (plus(hand, axis, -9), plus(hand, axis, 9))
    return (Shape("bar", ends, front), *(Shape("weight", (end, end), front) for end in ends))


def dumbbells(
    axis: Point = (1, 0, 0), right: bool = True, left: bool = True, from_front: bool = False
) -> Prop:
    """Put a dumbbell into one hand or both; seen from the front, neither is behind the body."""

    def draw(body: Body) -> tuple[Shape, ...]:
        shapes = ()
        for hand, held, front in zip(body.hands, (right, left), (True, from_front), strict=True):
            shapes += _dumbbell(hand, axis, front) if held else ()
        return shapes

    return draw


def hugged_weight(body: Body) -> tuple[Shape, ...]:
    """Put one dumbbell upright between the hands."""
    right, left = body.hands
    middle = tuple((a + b) / 2 for a, b in zip(right, left, strict=True))
    return _dumbbell(plus(middle, body.trunk.front, 3), body.trunk.up, front=True)


def _bar(middle: Point, front: bool) -> tuple[Shape, ...]:
    ends = (plus(middle, (0, 0, 62)), plus(middle, (0, 0, -62)))
    bar = Shape("bar", (plus(middle, (0, 0, 72)), plus(middle, (0, 0, -72))), front)
    return (Shape("plate", (ends[1], ends[1])), bar, Shape("plate", (ends[0], ends[0]), True))


def barbell(body: Body) -> tuple[Shape, ...]:
    """Put a long bar with a plate at each end into the hands."""
    right, left = body.hands
    return _bar(((right[0] + left[0]) / 2, right[1], 0), front=True)


def bar_on_back(body: Body) -> tuple[Shape, ...]:
    """Lay the long bar across the upper back."""
    return _bar(plus(plus(body.trunk.shoulders, body.trunk.front, -8), body.trunk.up, 2), False)


def band_under_feet(body: Body) -> tuple[Shape, ...]:
    """Stretch a band from under the feet to each hand."""
    return tuple(
        Shape("band", (plus(leg.foot[1], (-6, -3, 0)), hand), front)
        for leg, hand, front in zip(body.legs, body.hands, (True, False), strict=True)
    )


def tied_to(*anchor: float, kind: str = "band", front: bool = True) -> Prop:
    """Stretch a band or a cable from a fixed point to each hand."""
    return lambda body: tuple(Shape(kind, (anchor, hand), front) for hand in body.hands)


def band_round_back(body: Body) -> tuple[Shape, ...]:
    """Lead a band round the upper back to both hands."""
    right, left = body.hands
    trunk = body.trunk
    low = plus(trunk.shoulders, trunk.up, -10)
    back = [plus(plus(low, trunk.front, -9), (0, 0, z)) for z in (12, -12)]
    armpit = plus(low, (0, 0, 15))
    return (
        Shape("band", (left, plus(low, (0, 0, -15)), back[1], back[0])),
        Shape("band", (back[0], armpit, right), True),
    )


def post(x: float, height: float, z: float = 0) -> Prop:
    """Draw a fixed post with a ring at a height."""
    return together(
        box((x, x + 5), (0, 170), (z - 3, z + 3)), line((x, height, z), (x, height, z), kind="ring")
    )


def stack(x: float, z: float = 0) -> Prop:
    """Draw the frame of a machine with its stack of plates, standing at `x`."""
    plates = [line((x + 3, y, z + 10), (x + 17, y, z + 10)) for y in (20, 30, 40, 50)]
    return together(box((x, x + 20), (0, 172), (z - 10, z + 10)), *plates)


def seat(x: float, height: float = 45, back: tuple[Point, Point] | None = None) -> Prop:
    """Draw the padded seat of a machine, with a padded back between two points."""
    foot = line((x, 0, 0), (x, height - 5, 0), kind="beam")
    parts = [foot, box((x - 20, x + 20), (height - 6, height), (-15, 15))]
    return together(*parts, *([line(*back, kind="pad")] if back else []))


def arrow(start: Point, end: Point, kind: str = "arrow") -> Shape:
    """Show which way something moves or presses."""
    return Shape(kind, (start, end), True)
