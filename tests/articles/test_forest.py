"""A forest plot tells better from worse, and never mixes kinds of number."""

import re
from decimal import Decimal

import pytest

from articles.forest import LEFT, RIGHT, forests
from articles.models import Claim
from tests.articles.builders import make_article, make_claim
from tests.articles.reading import text_of
from tests.ttl.pages import dangling_references, ids, read

pytestmark = pytest.mark.django_db


def drawn(least: int = 1):
    return forests(Claim.objects.select_related("source").order_by("pk"), least=least)


def higher(key: str, **changes) -> Claim:
    """Save a figure that is printed without a minus: 1.00 better (0.80 to 1.20)."""
    numbers = {"estimate": Decimal(1), "low": Decimal("0.8"), "high": Decimal("1.2")}
    return make_claim(key, **(numbers | {"better": "higher"} | changes))


def test_further_right_is_better_whatever_the_printed_sign():
    make_claim()
    higher("b")

    [forest] = drawn()

    small, large = forest.bars
    assert forest.no_effect < small.start < small.x < small.end < large.x
    assert forest.no_effect >= LEFT
    assert large.end <= RIGHT


def test_lower_odds_stand_to_the_right_on_a_logarithmic_line():
    odds = {"measure": "odds-ratio", "estimate": Decimal("0.5"), "low": Decimal("0.25")}
    make_claim(**odds, high=Decimal(1))

    [forest] = drawn()

    [bar] = forest.bars
    assert [tick.label for tick in forest.ticks] == ["0.2", "0.5", "1", "2"]
    assert bar.start == forest.no_effect
    # Halving once and halving twice are the same step on a logarithmic line.
    assert abs((bar.x - bar.start) - (bar.end - bar.x)) <= 1


def test_kinds_of_number_and_outcomes_never_share_a_line():
    make_claim("a")
    make_claim("b", measure="mean-difference")
    make_claim("c", measure="odds-ratio", estimate=Decimal(1), low=Decimal(1), high=Decimal(2))
    make_claim("d", outcome="Sleep")

    assert [(forest.title, len(forest.bars)) for forest in drawn()] == [
        ("Mood", 1),
        ("Mood", 1),
        ("Mood", 1),
        ("Sleep", 1),
    ]


def test_standardised_kinds_stand_under_their_own_names():
    make_claim("a", measure="hedges-g")
    make_claim("b", measure="smd")
    make_claim("c", measure="hedges-g")

    [forest] = drawn()

    headings = [text.words for text in forest.texts if "(0.30" not in text.words and text.is_bold]
    assert headings == ["Standardised mean difference (SMD)", "Hedges' g"]


@pytest.mark.parametrize(
    "changes",
    [{"better": ""}, {"low": None, "high": None, "interval": "", "level": None}],
    ids=["side not seen", "no range"],
)
def test_a_row_without_a_side_or_a_range_is_not_drawn(changes):
    make_claim(**changes)

    assert drawn() == []


def test_an_outcome_is_drawn_from_as_many_rows_as_asked_for():
    make_claim("a")

    assert (len(drawn(least=1)), len(drawn(least=2))) == (1, 0)


def test_the_sentence_counts_the_ranges_that_are_better():
    make_claim("a")
    make_claim("b", high=Decimal("0.1"))

    [forest] = drawn()

    assert forest.sentence.startswith("Mood: 2 figures. 1 range lies wholly on the better side.")


def test_a_plot_has_a_title_a_description_and_the_same_as_a_table(client):
    make_claim("a", trials=3, participants=120, i_squared=Decimal("79"), certainty="low")
    make_claim("b", note="Very few people.")
    make_article(body="[[a]] and [[b]]")

    html = text_of(client.get("/articles/lifting-and-mood/"))

    page = read(html)
    assert dangling_references(page) == []
    assert len(ids(page)) == len(set(ids(page)))
    assert 'role="img" aria-label="Mood"' in html
    assert "<figcaption>Mood: 2 figures." in html
    assert "3 trials, 120 people. I² 79%. Authors&#x27; grade: Low." in html
    assert "Trials and people not seen. I² not seen. Authors&#x27; grade: not seen. Very" in html
    assert re.findall(r"\sstyle=|<style", html) == []


def test_a_source_page_lists_every_row_and_draws_those_that_can_be(client):
    source = make_claim("a").source
    make_claim("b", source=source, outcome="Sleep", better="")

    html = text_of(client.get(source.get_absolute_url()))

    assert html.count("-0.50 (95% confidence interval -0.70 to -0.30)") == 3
    assert html.count('<svg class="chart__picture"') == 1
