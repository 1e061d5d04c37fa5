"""Databases are asked for whole words, of no more kinds than are wanted."""

import pytest

from articles.models import EntryKind, SearchEntry
from articles.search import index
from articles.search.match import Matches
from articles.search.query import articles_with, ask_known
from tests.articles.builders import make_article, make_draft, make_faq

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_world")]


def test_a_beginning_is_asked_for_as_the_known_words_that_begin_so():
    make_article("one", title="Zebra zebu")
    index.complete()

    _sql, asked = SearchEntry.objects.filter(Matches(ask_known("zeb"))).query.sql_with_params()

    texts = " ".join(each for each in asked if isinstance(each, str))
    assert [word in texts for word in ("zebra", "zebu", "*")] == [True, True, False]


def test_only_the_kinds_that_are_wanted_are_found():
    article = make_article("one", title="Zebra")
    make_faq("of-it", question="Zebra?", article=article)
    index.complete()
    questions = Matches(ask_known("zebra"), kinds=[EntryKind.QUESTION])

    assert [entry.title for entry in SearchEntry.objects.filter(questions)] == ["Zebra?"]


def test_the_desk_finds_drafts_by_all_words_the_last_of_which_may_be_begun():
    draft = make_draft("one", title="Zebra and okapi")
    make_article("two", title="Zebra")
    index.complete()

    assert [each["article"] for each in articles_with("zebra oka")] == [draft.pk]
    assert list(articles_with("?")) == []
