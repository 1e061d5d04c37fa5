"""Search finds what visitors may read, whatever way they put it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, EntryKind, Source, Synonym
from articles.search import index
from articles.search.query import MOST_RANKED, find, hits
from tests.articles.builders import (
    make_article,
    make_draft,
    make_faq,
    make_scheduled,
    make_source,
    make_topic,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_world")]


def test_only_what_visitors_may_read_is_found(titles):
    make_article("lifting"), make_draft("draft"), make_scheduled("scheduled")
    make_faq("of-draft", question="Lifting?", article=Article.objects.get(slug="draft"))
    make_faq("loose", question="Lifting?")
    index.complete()

    assert titles("lifting") == ["Lifting", "Lifting?"]
    assert titles("draft") == titles("scheduled") == []


def test_a_scheduled_article_is_found_when_its_time_comes(titles, time_machine):
    article = make_scheduled("tomorrow", title="Zebras")
    make_faq("of-it", question="Zebras when?", article=article, on_site_page=False)
    index.complete()
    before = titles("zebras")

    time_machine.move_to(timezone.now() + timedelta(days=2))

    assert (before, titles("zebras")) == ([], ["Zebras", "Zebras when?"])


def test_a_question_leads_to_where_it_is_shown():
    article = make_article("lifting")
    make_faq("both", question="Zebra one?", article=article)
    make_faq("article-only", question="Zebra two?", article=article, on_site_page=False)
    index.complete()

    assert {entry.title: entry.url for entry in find("zebra").entries} == {
        "Zebra one?": "/questions/#both",
        "Zebra two?": "/articles/lifting/#article-only",
    }


def test_a_word_that_is_known_is_never_corrected(titles):
    make_article("one", title="Bands")
    make_article("two", title="Banda")
    index.complete()

    assert (titles("banda"), find("banda").corrected) == (["Banda"], "")


def test_a_word_that_was_only_begun_is_not_taken_for_mistyped():
    make_article("one", title="Squatting")
    index.complete()
    found = find("squatti")

    assert ([entry.title for entry in found.entries], found.corrected) == (["Squatting"], "")


def test_a_mistyped_word_is_told_of_and_the_rest_stays_as_typed():
    make_article("one", title="Depression and sleep")
    index.complete()

    assert find("My Depresion & sleep?").corrected == "My depression & sleep?"
    assert find("depresion", exact=True).total == 0


def test_a_word_of_a_draft_is_never_offered():
    make_draft("secret", title="Chrysanthemum")
    index.complete()

    assert find("chrysantemum").corrected == ""


def test_a_synonym_of_staff_finds_either_and_reaches_no_further(titles):
    make_article("one", title="Low mood")
    make_article("two", title="Low back, good mood")
    make_article("three", title="Feeling grey")
    Synonym.objects.create(typed="Feeling grey", means="low mood, ")
    index.complete()

    assert titles("feel grey") == ["Feeling grey", "Low mood"]


def test_a_mistyped_synonym_is_understood(titles):
    make_article("one", title="No energy")
    Synonym.objects.create(typed="knackered", means="no energy")
    index.complete()

    assert (titles("knackerd"), find("knackerd").corrected) == (["No energy"], "knackered")


def test_pages_with_some_of_the_words_stand_in_for_those_with_all():
    make_article("one", title="Bones")
    make_article("two", title="Falls")
    index.complete()
    both = find("bones falls")

    assert ([entry.title for entry in both.entries], both.has_all) == (["Bones", "Falls"], False)
    assert find("bones").has_all is True


def test_a_phrase_does_not_reach_from_the_title_into_the_text(titles):
    make_article("one", title="Feeling low", summary="Mood and more.", body="")
    Synonym.objects.create(typed="sad", means="low mood")
    index.complete()

    assert titles("sad") == []


def test_results_narrow_to_a_topic_and_to_a_kind(titles):
    sleep, other = make_topic("sleep"), make_topic("other")
    for slug, topics in (("one", [sleep, other]), ("two", [other]), ("three", [])):
        make_article(slug, title=f"Zebra {slug}").topics.set(topics)
    make_faq("of-one", question="Zebra?", article=Article.objects.get(slug="one"))
    make_source("zebra", label="Zebra source")
    index.complete()

    found = find("zebra", topic=sleep)
    questions = find("zebra", kind=EntryKind.QUESTION)

    assert titles("zebra", topic=sleep) == ["Zebra?", "Zebra one"]
    assert (found.total, found.kinds) == (2, ((EntryKind.ARTICLE, 1), (EntryKind.QUESTION, 1)))
    assert found.topics == ((other, 3), (sleep, 2))
    assert (questions.total, questions.topics) == (1, ((other, 1), (sleep, 1)))
    assert titles("zebra", topic=sleep, kind=EntryKind.ARTICLE) == ["Zebra one"]


def test_a_topic_follows_its_articles_at_once(titles):
    topic = make_topic()
    article = make_article("one", title="Zebra")
    index.complete()
    before = titles("zebra", topic=topic)

    article.topics.add(topic)

    assert (before, titles("zebra", topic=topic)) == ([], ["Zebra"])


def test_the_best_of_very_many_are_ranked_and_all_are_counted():
    Source.objects.bulk_create(
        Source(
            key=f"s-{n}",
            label=f"Zebra {n} and others",
            citation="C",
            design="D",
            finding="F",
            doi="10.1000/d",
        )
        for n in range(MOST_RANKED + 20)
    )
    make_article("one", title="Zebra")
    index.complete()

    found = find("zebra")

    assert (len(found.entries), found.total) == (MOST_RANKED, MOST_RANKED + 21)
    assert found.entries[0].title == "Zebra"


def test_a_search_asks_the_database_the_same_number_of_times_for_1_and_30_results(
    django_assert_num_queries,
):
    topic = make_topic()
    for number in range(30):
        make_article(f"a-{number}", title=f"Zebra {number}").topics.add(topic)
    make_article("giraffe", title="Giraffe").topics.add(topic)
    index.complete()

    for typed, count in (("giraffe", 1), ("zebra", 30)):
        with django_assert_num_queries(7):
            found = find(typed)
            shown = hits(found, found.entries)
        assert len(shown) == count


def test_a_title_is_shown_letter_by_letter():
    make_article("x", title="<script>alert(1)</script> zebra")
    index.complete()
    found = find("script zebra")

    text = "".join(piece.text for piece in hits(found, found.entries)[0].title)

    assert text == "<script>alert(1)</script> zebra"


def test_what_there_is_most_of_hides_no_other_kind(monkeypatch):
    monkeypatch.setattr("articles.search.query.MOST_LOOKED_AT", 5)
    make_source("zebra-2020", label="Zebra and others, 2020")
    for number in range(20):
        make_article(f"a-{number}", title=f"Other {number}", body="About a zebra.")
    index.complete()

    found = find("zebra")

    assert dict(found.kinds) == {EntryKind.ARTICLE: 5, EntryKind.SOURCE: 1}


def test_an_old_title_comes_before_any_number_of_newer_texts(monkeypatch):
    monkeypatch.setattr("articles.search.query.MOST_LOOKED_AT", 5)
    make_article("old", title="Zebra")
    for number in range(20):
        make_article(f"a-{number}", title=f"Other {number}", body="About a zebra.")
    index.complete()

    assert find("zebra").entries[0].title == "Zebra"


def test_beyond_a_number_it_is_said_that_there_are_more(monkeypatch):
    monkeypatch.setattr("articles.search.query.MOST_COUNTED", 3)
    for number in range(5):
        make_article(f"a-{number}", title=f"Zebra {number}")
    make_source("zebra-2020", label="Zebra and others, 2020")
    index.complete()

    every, sources = find("zebra"), find("zebra", kind=EntryKind.SOURCE)

    assert (every.total, every.has_more, dict(every.kinds)[EntryKind.ARTICLE]) == (4, True, 3)
    assert (sources.total, sources.has_more) == (1, False)


def test_an_article_of_a_topic_is_found_in_it_behind_many_of_others(monkeypatch):
    monkeypatch.setattr("articles.search.query.MOST_LOOKED_AT", 5)
    topic = make_topic()
    make_article("old", title="Other", body="About a zebra.").topics.add(topic)
    for number in range(20):
        make_article(f"a-{number}", title=f"Other {number}", body="About a zebra.")
    index.complete()

    assert find("zebra", topic=topic).total == 1
