"""Forest plots: rows of the ledger on one outcome as plain geometry, ready for inline SVG.

A drawing is WIDTH units wide, its origin at the top left. Further right is always better for
people. Numbers are whole, so that no language writes them with a comma.
"""

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor, log

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.effects import STANDARDISED, Effect, Measure
from articles.models import Claim
from articles.tables import Table, by_source

WIDTH, LEFT, RIGHT, LETTERS = 640, 44, 596, 38
LINE, STRIP, GAP = 36, 44, 28
STEPS = (0.1, 0.25, 0.5, 1, 2.5, 5, 10)
RATIOS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
MOST_STEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A line of words; bold ones are the figures and the names of their kinds."""

    y: int
    words: str
    is_bold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One figure and its range on its own strip, from `top` to `bottom`."""

    x: int
    start: int
    end: int
    y: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    x: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest:
    """One drawing with its words; `key` is for ids and unique on a page."""

    key: str
    title: str
    sentence: str
    table: Table
    texts: tuple[Text, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    no_effect: int
    axis: int

    width, left, right = WIDTH, LEFT, RIGHT

    @property
    def tick_line(self) -> int:
        return self.axis + LINE

    @property
    def end_line(self) -> int:
        return self.axis + 2 * LINE

    @property
    def height(self) -> int:
        return self.axis + 2 * LINE + GAP // 2


def forests(claims: Iterable[Claim], *, least: int) -> list[Forest]:
    """Draw each outcome that has at least so many rows; kinds of number that differ stay apart."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.effect.can_be_drawn:
            groups[claim.outcome, _family(claim.effect)].append(claim)
    return [
        _forest(f"forest-{slugify(outcome)}-{family}", outcome, rows)
        for (outcome, family), rows in groups.items()
        if len(rows) >= least
    ]


def _family(effect: Effect) -> str:
    """Name the axis that an effect fits on: all standardised ones, or one of its own."""
    if effect.measure in STANDARDISED:
        return "standardised"
    return f"{effect.measure}-{effect.better}"


def _forest(key: str, outcome: str, claims: list[Claim]) -> Forest:
    order = list(Measure)
    claims = sorted(claims, key=lambda claim: order.index(Measure(claim.measure)))
    axis = _Axis(claims)
    texts, bars, bottom = _rows(claims, axis)
    return Forest(
        key=key,
        title=outcome,
        sentence=_sentence(outcome, claims),
        table=by_source(claims),
        texts=texts,
        bars=bars,
        ticks=axis.ticks(),
        no_effect=axis.at(claims[0].effect.no_effect),
        axis=bottom,
    )


def _rows(claims: list[Claim], axis: "_Axis") -> tuple[tuple[Text, ...], tuple[Bar, ...], int]:
    texts, bars, y = [], [], 0
    for measure, rows in groupby(claims, key=lambda claim: claim.effect.measure.label):
        y += LINE
        texts.append(Text(y=y, words=measure, is_bold=True))
        for claim in rows:
            for words in _label(claim):
                y += LINE
                texts.append(Text(y=y, words=words, is_bold=False))
            y += LINE
            texts.append(Text(y=y, words=_figure(claim.effect), is_bold=True))
            start, x, end = sorted(axis.at(value) for value in axis.values_of(claim.effect))
            top, y = y + GAP // 2, y + GAP // 2 + STRIP
            bars.append(Bar(x=x, start=start, end=end, y=y - STRIP // 2, top=top, bottom=y))
        y += GAP
    return tuple(texts), tuple(bars), y


def _label(claim: Claim) -> Iterator[str]:
    return iter(textwrap.wrap(f"{claim.source.label}. {claim.population}", LETTERS))


def _figure(effect: Effect) -> str:
    return effect.benefit() if effect.measure in STANDARDISED else effect.short()


def _sentence(outcome: str, claims: list[Claim]) -> str:
    better = sum(claim.effect.helps for claim in claims)
    how = _(
        "A dot is a figure, its line is the range, and the dotted line means no difference. "
        "Further right is better for people."
    )
    if len(claims) == 1:
        side = (
            _("The range lies wholly on the better side.")
            if better
            else _("The range does not lie wholly on the better side.")
        )
        return f"{outcome}. {side} {how}"
    counted = _("%(outcome)s: %(count)s figures.") % {"outcome": outcome, "count": len(claims)}
    sides = ngettext(
        "%(count)s range lies wholly on the better side.",
        "%(count)s ranges lie wholly on the better side.",
        better,
    ) % {"count": better}
    return f"{counted} {sides} {how}"


class _Axis:
    """The line of numbers under a plot; ratios stand on a logarithmic one."""

    def __init__(self, claims: list[Claim]) -> None:
        effect = claims[0].effect
        self._is_ratio = effect.measure is Measure.ODDS_RATIO
        # A standardised effect has its sign turned already, so that higher is better.
        self._turned = effect.lower_is_better and effect.measure not in STANDARDISED
        values = [value for claim in claims for value in self.values_of(claim.effect)]
        self._marks = self._marks_around([*values, float(effect.no_effect)])

    def values_of(self, effect: Effect) -> tuple[float, ...]:
        """Return low, figure and high as they are drawn."""
        if effect.measure in STANDARDISED:
            estimate, low, high = effect.towards_better()
        else:
            estimate, low, high = effect.estimate, effect.low, effect.high
        return float(low), float(estimate), float(high)

    def at(self, value: float) -> int:
        first, last = self._scaled(self._marks[0]), self._scaled(self._marks[-1])
        share = (self._scaled(value) - first) / (last - first)
        return round(LEFT + (1 - share if self._turned else share) * (RIGHT - LEFT))

    def ticks(self) -> tuple[Tick, ...]:
        return tuple(Tick(x=self.at(mark), label=f"{mark:g}") for mark in self._marks)

    def _scaled(self, value: float) -> float:
        return log(value) if self._is_ratio else value

    def _marks_around(self, values: list[float]) -> list[float]:
        """Choose round numbers around all values, with room on either side of no effect."""
        low, high = min(values), max(values)
        if self._is_ratio:
            below = [mark for mark in RATIOS if mark <= low and mark < 1]
            above = [mark for mark in RATIOS if mark >= high and mark > 1]
            first, last = max(below, default=RATIOS[0]), min(above, default=RATIOS[-1])
            return [mark for mark in RATIOS if first <= mark <= last]
        step = next((s for s in STEPS if (high - low) / s <= MOST_STEPS), STEPS[-1])
        first, last = min(floor(low / step), -1), max(ceil(high / step), 1)
        return [number * step for number in range(first, last + 1)]
