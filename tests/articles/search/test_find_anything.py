"""Nothing that is typed or written confuses a database."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.models import Article
from articles.search import index
from articles.search.query import find
from articles.search.words import words
from tests.articles.builders import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def zebra(small_world):
    """One article to be found."""
    index.refresh(make_article("zebra", title="Zebra", body=""))


@pytest.mark.parametrize("typed", ["", " ", "\0", "?!", "\N{THINKING FACE}", "'", '"', "_"])
def test_nothing_to_ask_finds_nothing(typed):
    assert find(typed).total == 0


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_whatever_is_typed_search_answers(typed):
    assert find(typed).total == 0


OPERATORS = st.sampled_from(
    [
        *("zebra", "AND", "OR", "NOT", "NEAR(", "*", '"', "'", "(", ")", ":", "!", "&", "|"),
        *("<->", "--", "title_stems", "\\", ":*A", "^", "{", "}", "+", "zebra*", "%", "_", ";"),
    ]
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(OPERATORS, max_size=8).map(" ".join))
def test_nothing_that_is_typed_is_an_operator(zebra, typed):
    found = find(f"{typed} zebra")

    assert [entry.title for entry in found.entries] == ["Zebra"]


@settings(max_examples=200)
@given(st.text(min_size=1, max_size=20))
@example("1e5 2e 0x1f 4x10 1st a1b2 12 007")
@example("\u0915\u093f \u1100\u1161 \u0e01\u0e33 \u200d\u00bd \u2460 \u00df")
def test_every_word_of_a_text_finds_it_on_every_database(text):
    Article.objects.all().delete()
    text = text.replace("\0", " ")
    index.refresh(make_article("one", title="Zebra", summary=text))

    for word in words(text):
        assert [entry.title for entry in find(word, exact=True).entries] == ["Zebra"], word
