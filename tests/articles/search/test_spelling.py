"""Half-typed words stand for known ones, and for no more of them than a search can ask for."""

import pytest

from articles.search import index, spelling
from tests.articles.builders import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_world")]


def test_a_word_that_was_begun_stands_for_the_shortest_that_begin_so(monkeypatch):
    make_article("one", title="Zebra zebrafish zebu zebroid zeal")
    index.complete()
    every = spelling.endings("zeb")
    monkeypatch.setattr("articles.search.spelling.MOST_ENDINGS", 2)

    assert every == ["zebu", "zebra", "zebroid", "zebrafish"]
    assert spelling.endings("zeb") == ["zebu", "zebra"]


def test_a_word_that_was_begun_stands_for_words_whose_stem_begins_otherwise():
    make_article("one", title="Depression")
    index.complete()

    assert spelling.endings("depressi") == ["depress"]


def test_a_mistyped_word_is_held_against_words_a_few_letters_longer_or_shorter():
    make_article("one", title="Depression")
    index.complete()

    assert [spelling.proposals(word) for word in ("depresion", "depresssion", "depress")] == [
        ["depression"],
        ["depression"],
        ["depression"],
    ]
