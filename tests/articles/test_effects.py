"""A figure is written as its source prints it, or turned so that more is better."""

from decimal import Decimal

import pytest

from articles.effects import Better, Effect, Interval, Measure, studied

NOETEL = {
    "measure": Measure.HEDGES_G,
    "estimate": Decimal("-0.490"),
    "low": Decimal("-0.690"),
    "high": Decimal("-0.290"),
    "decimals": 2,
    "interval": Interval.CREDIBLE,
    "level": 95,
    "better": Better.LOWER,
}
NO_RANGE = {"low": None, "high": None, "interval": "", "level": None}


def effect(**changes) -> Effect:
    return Effect(**NOETEL | changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "-0.49 (95% credible interval -0.69 to -0.29)"),
        ({"interval": Interval.CONFIDENCE}, "-0.49 (95% confidence interval -0.69 to -0.29)"),
        ({"high": Decimal("0.100")}, "-0.49 (95% credible interval -0.69 to 0.10)"),
        (NO_RANGE, "-0.49"),
        (
            {"estimate": None, "interval": Interval.RANGE, "level": None},
            "-0.69 to -0.29",
        ),
        (
            NO_RANGE
            | {"measure": Measure.PERCENT, "estimate": Decimal(13), "decimals": 0, "better": ""},
            "13%",
        ),
    ],
    ids=["credible", "confidence", "ending zero", "no range", "only a range", "per cent"],
)
def test_a_figure_is_written_as_printed(changes, words):
    assert effect(**changes).forms()[""] == words


def test_a_benefit_turns_the_sign_and_keeps_the_ends_in_order():
    assert effect().forms()["benefit"] == "0.49 (0.29 to 0.69)"


def test_a_figure_that_is_better_when_higher_keeps_its_sign():
    higher = effect(
        estimate=Decimal("0.66"), low=Decimal("0.48"), high=Decimal("0.83"), better=Better.HIGHER
    )

    assert higher.forms()["benefit"] == "0.66 (0.48 to 0.83)"


@pytest.mark.parametrize(
    "changes",
    [{"better": ""}, {"measure": Measure.PERCENT}, {"estimate": None, "level": None}],
    ids=["side not seen", "per cent", "no figure"],
)
def test_a_figure_without_a_better_side_has_no_benefit(changes):
    assert "benefit" not in effect(**changes).forms()


@pytest.mark.parametrize(
    ("changes", "helps"),
    [
        ({}, True),
        ({"better": Better.HIGHER}, False),
        ({"high": Decimal(0)}, False),
        ({"better": ""}, False),
        (NO_RANGE, False),
        ({"measure": Measure.ODDS_RATIO, "low": Decimal("0.3"), "high": Decimal("0.95")}, True),
        ({"measure": Measure.ODDS_RATIO, "low": Decimal("0.3"), "high": Decimal("1.05")}, False),
    ],
    ids=["whole", "wrong side", "touches", "side not seen", "no range", "odds", "odds across 1"],
)
def test_a_figure_helps_only_when_its_whole_range_is_better(changes, helps):
    assert effect(**changes).helps is helps


@pytest.mark.parametrize(
    ("trials", "people", "words"),
    [
        (33, 1877, "33 trials, 1,877 people"),
        (1, None, "1 trial"),
        (None, 44, "44 people"),
        (None, None, ""),
    ],
)
def test_what_was_not_seen_is_not_counted(trials, people, words):
    assert studied(trials, people) == words
