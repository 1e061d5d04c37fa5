"""Effect sizes as values: their kinds, their words as printed, and which side is better; pure."""

from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override


class Measure(models.TextChoices):
    """What kind of number an effect is; numbers of two kinds are never drawn on one line."""

    SMD = "smd", gettext_lazy("Standardised mean difference (SMD)")
    HEDGES_G = "hedges-g", gettext_lazy("Hedges' g")
    COHENS_D = "cohens-d", gettext_lazy("Cohen's d")
    DELTA = "delta", gettext_lazy("Delta (Δ)")
    STANDARDISED = "standardised-effect", gettext_lazy("Standardised effect, kind not seen")
    MEAN_DIFFERENCE = "mean-difference", gettext_lazy("Mean difference")
    ODDS_RATIO = "odds-ratio", gettext_lazy("Odds ratio")
    PERCENT = "percent", gettext_lazy("Per cent")


STANDARDISED = (
    Measure.SMD,
    Measure.HEDGES_G,
    Measure.COHENS_D,
    Measure.DELTA,
    Measure.STANDARDISED,
)


class Interval(models.TextChoices):
    """What the two ends of a range mean."""

    CONFIDENCE = "confidence", gettext_lazy("Confidence interval")
    CREDIBLE = "credible", gettext_lazy("Credible interval")
    RANGE = "range", gettext_lazy("Lowest and highest reported")


class Better(models.TextChoices):
    """Which way a number goes when people are better off."""

    LOWER = "lower", gettext_lazy("Lower is better")
    HIGHER = "higher", gettext_lazy("Higher is better")


class Certainty(models.TextChoices):
    """The grade that the authors gave, never our own."""

    HIGH = "high", gettext_lazy("High")
    MODERATE = "moderate", gettext_lazy("Moderate")
    LOW = "low", gettext_lazy("Low")
    VERY_LOW = "very-low", gettext_lazy("Very low")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A number with its range, with the sign that its source prints."""

    measure: Measure
    estimate: Decimal | None
    low: Decimal | None
    high: Decimal | None
    decimals: int
    interval: str
    level: int | None
    better: str

    @property
    def no_effect(self) -> int:
        """The number that means no difference."""
        return 1 if self.measure is Measure.ODDS_RATIO else 0

    @property
    def can_be_drawn(self) -> bool:
        """Whether it has a figure with an interval, and says which way is better."""
        return bool(self.better) and self.level is not None and self.estimate is not None

    @property
    def helps(self) -> bool:
        """Whether the whole interval lies on the better side."""
        if not self.can_be_drawn:
            return False
        return self.high < self.no_effect if self.lower_is_better else self.low > self.no_effect

    @property
    def lower_is_better(self) -> bool:
        return self.better == Better.LOWER

    def forms(self) -> dict[str, str]:
        """Return the words for a marker by the name of the form; the plain form has no name.

        A marker stands in an English text, whatever the language of the page around it.
        """
        with override(settings.LANGUAGE_CODE):
            return self._forms()

    def _forms(self) -> dict[str, str]:
        forms = {"": self.printed()}
        if self.estimate is not None:
            forms["estimate"] = self._number(self.estimate)
        if self.estimate is not None and self.better and self.measure in STANDARDISED:
            forms["benefit"] = self.benefit()
        return forms

    def printed(self) -> str:
        """Write the figure as its source prints it, with its range."""
        if self.estimate is None:
            return self._ends(self.low, self.high)
        estimate = self._number(self.estimate)
        if self.low is None:
            return estimate
        if self.level is None:
            return self.short()
        ends = self._ends(self.low, self.high)
        words = {"figure": estimate, "level": self.level, "ends": ends}
        if self.interval == Interval.CREDIBLE:
            return _("%(figure)s (%(level)s%% credible interval %(ends)s)") % words
        return _("%(figure)s (%(level)s%% confidence interval %(ends)s)") % words

    def short(self) -> str:
        """Write the figure as printed, with its range and no name for it."""
        return self._short(self.estimate, self.low, self.high)

    def benefit(self) -> str:
        """Write the figure with its range, its sign turned so that more is better."""
        return self._short(*self.towards_better())

    def towards_better(self) -> tuple[Decimal, Decimal | None, Decimal | None]:
        """Return the figure and the ends of its range, in order, so that more is better."""
        if not self.lower_is_better:
            return self.estimate, self.low, self.high
        if self.low is None:
            return -self.estimate, None, None
        return -self.estimate, -self.high, -self.low

    def _short(self, estimate: Decimal, low: Decimal | None, high: Decimal | None) -> str:
        figure = self._number(estimate)
        if low is None:
            return figure
        return _("%(figure)s (%(ends)s)") % {"figure": figure, "ends": self._ends(low, high)}

    def _ends(self, low: Decimal, high: Decimal) -> str:
        return _("%(low)s to %(high)s") % {"low": self._number(low), "high": self._number(high)}

    def _number(self, value: Decimal) -> str:
        percent = "%" if self.measure is Measure.PERCENT else ""
        return f"{value:.{self.decimals}f}{percent}"


def studied(trials: int | None, people: int | None) -> str:
    """Say how many trials and people stand behind a figure; empty when neither is known."""
    known = []
    if trials is not None:
        known.append(ngettext("%(count)s trial", "%(count)s trials", trials) % {"count": trials})
    if people is not None:
        words = ngettext("%(count)s person", "%(count)s people", people)
        known.append(words % {"count": number_format(people, force_grouping=True)})
    return ", ".join(known)
