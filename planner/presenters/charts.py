"""Charts as plain geometry: values in, whole numbers of a drawing out, ready for inline SVG.

A drawing is WIDTH by HEIGHT units, its origin at the top left. The numbers are whole, so that no
language writes them with a comma.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

WIDTH, HEIGHT = 640, 392
TOP, RIGHT, BOTTOM = 24, 48, 64
LETTER = 15
STEPS = (1, 2, 5, 10)

# When, on any scale, and how much; None is a gap in the line.
Value = tuple[float, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A straight line from values to units: `low` is drawn at `start` and `high` at `end`."""

    low: float
    high: float
    start: int
    end: int

    def at(self, value: float) -> int:
        """Give the place of a value; where all values are the same, the middle."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return round(self.start + share * (self.end - self.start))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One value in the drawing."""

    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One series: its dots, and a path for each stretch without a gap, as SVG points."""

    name: str
    is_open: bool
    dots: tuple[Dot, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One label of an axis and where it stands."""

    place: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The same as words and numbers; the first cell of each row is its heading."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """One drawing of one or more series; `key` is for ids and unique on a page.

    The axes reach from the first label to the last. Lines join the dots of a series; where it is
    not `joined`, stems join the series instead, value by value. With two series the first has open
    dots.
    """

    key: str
    title: str
    sentence: str
    table: Table
    series: dict[str, list[Value]]
    x_labels: dict[float, str]
    y_labels: dict[float, str]
    joined: bool = True

    width, height = WIDTH, HEIGHT
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM

    @property
    def left(self) -> int:
        """Where the drawing begins: after the longest label."""
        return LETTER * (max(map(len, self.y_labels.values())) + 1)

    @property
    def x_ticks(self) -> tuple[Tick, ...]:
        """The labels of the days."""
        return _ticks(self.x_labels, self._across)

    @property
    def y_ticks(self) -> tuple[Tick, ...]:
        """The labels of the amounts."""
        return _ticks(self.y_labels, self._up)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every series in the drawing."""
        return tuple(
            self._line(name, values, is_open=len(self.series) > 1 and not place)
            for place, (name, values) in enumerate(self.series.items())
        )

    @property
    def stems(self) -> tuple[tuple[Dot, ...], ...]:
        """The dots that belong together, one of each series."""
        return () if self.joined else tuple(zip(*(line.dots for line in self.lines), strict=True))

    @property
    def _across(self) -> Scale:
        return _scale(self.x_labels, self.left + LETTER, self.right)

    @property
    def _up(self) -> Scale:
        return _scale(self.y_labels, self.bottom, TOP)

    def _line(self, name: str, values: list[Value], *, is_open: bool) -> Line:
        drawn = [
            [Dot(x=self._across.at(when), y=self._up.at(value)) for when, value in stretch]
            for stretch in stretches(values)
        ]
        paths = [" ".join(f"{dot.x},{dot.y}" for dot in dots) for dots in drawn if len(dots) > 1]
        return Line(
            name=name,
            is_open=is_open,
            dots=tuple(dot for dots in drawn for dot in dots),
            paths=tuple(paths) if self.joined else (),
        )


def stretches(values: Iterable[Value]) -> list[list[tuple[float, float]]]:
    """Cut a series into its stretches without a gap."""
    found: list[list[tuple[float, float]]] = [[]]
    for when, value in values:
        if value is None:
            found.append([])
        else:
            found[-1].append((when, value))
    return [stretch for stretch in found if stretch]


def round_steps(values: Iterable[float], *, finest: float = 0) -> list[float]:
    """Choose a few round numbers that reach around the values, at least `finest` apart."""
    values = list(values)
    low, high = min(values), max(values)
    step = max(finest, _step((high - low) / 4 or max(high, 1) / 4))
    first, last = floor(low / step), ceil(high / step)
    last += first == last
    return [number * step for number in range(first, last + 1)]


def _step(least: float) -> float:
    size = 10.0 ** floor(log10(least))
    return next(step * size for step in STEPS if step * size >= least * (1 - 1e-9))


def _scale(labels: dict[float, str], start: int, end: int) -> Scale:
    return Scale(low=min(labels), high=max(labels), start=start, end=end)


def _ticks(labels: dict[float, str], scale: Scale) -> tuple[Tick, ...]:
    return tuple(Tick(place=scale.at(value), label=label) for value, label in labels.items())
