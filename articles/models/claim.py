"""The ledger: every effect size that TTL prints, one row each."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from articles.effects import Better, Certainty, Effect, Interval, Measure, studied
from articles.models.source import Source
from articles.picture_blocks import IMAGE
from articles.ratings import Finding
from articles.rendering import Figure, markers


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Rows of the ledger, always with their sources."""

    def cited_in(self, *texts: str) -> "ClaimQuerySet":
        """Keep the rows whose markers stand in these texts; texts without any cost no query."""
        keys = {key for text in texts for key, _form in markers(text)}
        keys = {key for key in keys if not key.startswith(IMAGE)}
        return self.filter(key__in=keys).select_related("source")

    def figures(self) -> dict[str, Figure]:
        """Return what markers of these rows become, by key."""
        return {claim.key: claim.figure for claim in self}


class Claim(models.Model):
    """One effect size as its source prints it: who, against what, how much and how sure."""

    key = models.SlugField(
        max_length=80,
        unique=True,
        help_text="The source's key and the outcome, such as noetel-2024-depression. Articles "
        "show this row wherever they say [[noetel-2024-depression]].",
    )
    # A figure that readers can see cannot lose the page that says where it comes from.
    source = models.ForeignKey(Source, models.PROTECT, related_name="claims")
    outcome = models.CharField(
        max_length=80,
        help_text="What was measured, such as “Depression symptoms”. Rows that share the same "
        "words are drawn together.",
    )
    population = models.CharField(max_length=160, help_text="Who was studied, in plain words.")
    comparison = models.CharField(
        max_length=160, blank=True, help_text="What against what. Leave empty when not seen."
    )
    measure = models.CharField(max_length=20, choices=Measure)
    estimate = models.DecimalField(
        max_digits=9,
        decimal_places=3,
        null=True,
        blank=True,
        help_text="Exactly as printed, with its sign. Empty only where no more than a range was.",
    )
    low = models.DecimalField(max_digits=9, decimal_places=3, null=True, blank=True)
    high = models.DecimalField(max_digits=9, decimal_places=3, null=True, blank=True)
    decimals = models.PositiveSmallIntegerField(
        default=2,
        validators=[MaxValueValidator(3)],
        help_text="How many digits the source prints after the point.",
    )
    interval = models.CharField(
        max_length=12, choices=Interval, blank=True, help_text="What low and high mean."
    )
    level = models.PositiveSmallIntegerField(
        "level of the interval (%)", null=True, blank=True, help_text="Usually 95."
    )
    better = models.CharField(
        "which way is better",
        max_length=8,
        choices=Better,
        blank=True,
        help_text="Empty where the source does not say; such a row is listed but not drawn.",
    )
    i_squared = models.DecimalField(
        "I² (%)",
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        help_text="How much the trials disagree. Leave empty when you have not seen it.",
    )
    trials = models.PositiveIntegerField(null=True, blank=True)
    participants = models.PositiveIntegerField(
        null=True, blank=True, help_text="The people behind this figure, not in the whole review."
    )
    certainty = models.CharField(
        max_length=10,
        choices=Certainty,
        blank=True,
        help_text="The grade that the authors gave. Leave empty when you have not seen one.",
    )
    note = models.CharField(
        max_length=240, blank=True, help_text="One limit that readers should know, in plain words."
    )
    checked_date = models.DateField(
        "checked on", help_text="The day somebody last held this row against its source."
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["source__label", "pk"]
        constraints = [
            models.CheckConstraint(
                name="claim_has_a_figure",
                condition=Q(estimate__isnull=False) | Q(low__isnull=False),
                violation_error_message="Enter the figure, or the range where only that was seen.",
            ),
            models.CheckConstraint(
                name="claim_interval_is_whole_or_absent",
                condition=Q(interval="", low=None, high=None, level=None)
                | Q(interval=Interval.RANGE, low__isnull=False, high__isnull=False, level=None)
                | Q(
                    interval__in=[Interval.CONFIDENCE, Interval.CREDIBLE],
                    low__isnull=False,
                    high__isnull=False,
                    level__isnull=False,
                ),
                violation_error_message="An interval needs its kind, both ends and its level; a "
                "plain range has no level. Fill in all of it or nothing.",
            ),
            models.CheckConstraint(
                name="claim_figures_are_in_order",
                condition=Q(low=None)
                | Q(low__lte=F("high"), estimate=None)
                | Q(low__lte=F("estimate"), high__gte=F("estimate")),
                violation_error_message="The figure must lie between low and high.",
            ),
            models.CheckConstraint(
                name="claim_level_is_a_share",
                condition=Q(level=None) | Q(level__range=(1, 99)),
                violation_error_message="Enter the level in per cent, such as 95.",
            ),
            models.CheckConstraint(
                name="claim_i_squared_is_a_share",
                condition=Q(i_squared=None) | Q(i_squared__range=(0, 100)),
                violation_error_message="Enter I² in per cent, from 0 to 100.",
            ),
            models.CheckConstraint(
                name="claim_counts_are_positive",
                condition=(Q(trials=None) | Q(trials__gt=0))
                & (Q(participants=None) | Q(participants__gt=0)),
                violation_error_message="Leave trials or people empty when they are not known.",
            ),
            models.CheckConstraint(
                name="claim_ratio_is_positive",
                condition=~Q(measure=Measure.ODDS_RATIO)
                | (Q(estimate=None) | Q(estimate__gt=0)) & (Q(low=None) | Q(low__gt=0)),
                violation_error_message="An odds ratio is more than 0; 1 means no difference.",
            ),
            models.CheckConstraint(
                name="claim_words_are_known",
                condition=Q(
                    measure__in=Measure.values,
                    interval__in=["", *Interval.values],
                    better__in=["", *Better.values],
                    certainty__in=["", *Certainty.values],
                ),
                violation_error_message="Choose one of the words in the list.",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def effect(self) -> Effect:
        """The numbers of this row as a value."""
        return Effect(
            measure=Measure(self.measure),
            estimate=self.estimate,
            low=self.low,
            high=self.high,
            decimals=self.decimals,
            interval=self.interval,
            level=self.level,
            better=self.better,
        )

    @property
    def figure(self) -> Figure:
        """What a marker of this row becomes; needs the source at hand."""
        forms = self.effect.forms()
        if people := studied(self.trials, self.participants):
            forms["studied"] = people
        return Figure(url=self.source.get_absolute_url(), forms=forms)

    @property
    def finding(self) -> Finding:
        """What this row says to the rating of an article; needs the source at hand."""
        return Finding(
            source=self.source.key,
            outcome=self.outcome,
            helps=self.effect.helps,
            people=self.participants,
            certainty=self.certainty,
            i_squared=self.i_squared,
        )
