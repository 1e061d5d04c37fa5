"""A rating goes no further than the rows carry it."""

import pytest

from articles.ratings import Finding, Rating, unmet


def finding(source: str, **changes) -> Finding:
    row = {
        "outcome": "Mood",
        "helps": True,
        "people": 500,
        "certainty": "moderate",
        "i_squared": 40,
    }
    return Finding(source=source, **row | changes)


STRONG = [finding("a"), finding("b"), finding("c")]


def test_rows_that_agree_carry_strong():
    assert unmet(Rating.STRONG, STRONG) == []


@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        ([finding("a", people=5000), finding("b")], "At least 3 sources"),
        ([finding("a"), finding("a"), finding("b", people=900)], "At least 3 sources"),
        ([finding("a"), finding("b"), finding("c", outcome="Sleep")], "At least 3 sources"),
        ([finding("a"), finding("b"), finding("c", helps=False)], "At least 3 sources"),
        ([finding(key, people=300) for key in "abc"], "at least 1,000 people"),
        ([finding(key, certainty="low") for key in "abc"], "high or moderate"),
        ([finding("a"), *(finding(key, i_squared=76) for key in "bc")], "I² is seen"),
        ([finding("a"), *(finding(key, i_squared=None) for key in "bc")], "I² is seen"),
    ],
    ids=[
        "two sources",
        "one source twice",
        "another outcome",
        "no benefit",
        "few people",
        "low grades",
        "trials disagree",
        "spread not seen",
    ],
)
def test_strong_says_what_is_missing(rows, missing):
    gaps = unmet(Rating.STRONG, rows)

    assert [missing in gap for gap in gaps].count(True) == 1


def test_people_of_one_source_are_counted_once():
    rows = [finding("a", people=400), finding("a", people=300), finding("b", people=None)]

    assert [gap[:5] for gap in unmet(Rating.MODERATE, rows)] == ["Their"]


def test_moderate_needs_two_sources():
    assert unmet(Rating.MODERATE, STRONG[:2]) == []
    assert len(unmet(Rating.MODERATE, STRONG[:1])) == 1


def test_conflicting_needs_two_sources_that_disagree():
    assert unmet(Rating.CONFLICTING, [finding("a"), finding("b", helps=False)]) == []
    assert len(unmet(Rating.CONFLICTING, [finding("a"), finding("a", helps=False)])) == 1
    assert len(unmet(Rating.CONFLICTING, STRONG)) == 1


@pytest.mark.parametrize("rating", [Rating.LIMITED, Rating.EARLY])
def test_the_careful_words_need_no_row(rating):
    assert unmet(rating, []) == []
