"""What articles say about the plans is what the plans say."""

import pytest

from articles.content.files import read_content
from planner.engine import wording

ARTICLES = {article.slug: article for article in read_content().articles}


def test_the_article_on_effort_uses_the_words_of_the_plans():
    article = ARTICLES["judging-how-hard-it-feels"]

    for highest, words in wording.EFFORT_WORDS:
        assert f"{highest} | {words} |" in article.how_it_works


@pytest.mark.parametrize("slug", ARTICLES)
def test_every_article_leads_to_a_plan_or_to_help(slug):
    assert ARTICLES[slug].cta_target in ("planner:start", "planner:help")


def test_the_article_on_mechanisms_calls_them_possible_and_gives_them_no_figure():
    article = ARTICLES["how-strength-training-may-lift-mood"]

    assert article.how_it_works.startswith("These are possible reasons")
    assert not any(letter.isdigit() for letter in article.how_it_works)
    assert article.rating == "early"
