"""Every state of a text is kept, can be compared and can be brought back."""

import pytest
from django.contrib.auth.models import User

from articles import history, upkeep
from articles.content.files import ContentError
from articles.models import Article, Citation, Faq, Source, Takeaway, Term, Topic, Version
from tests.articles.builders import (
    fill_article,
    make_article,
    make_claim,
    make_faq,
    make_source,
    make_topic,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def eve():
    return User.objects.create_user("eve", first_name="Eve", last_name="Ode")


def save(row, *, by=None, **changes):
    """Change a row as the desk does."""
    upkeep.will_change(row)
    for name, value in changes.items():
        setattr(row, name, value)
    row.save()
    upkeep.changed(row, by=by)


def told(row):
    return [(version.made_by_name, version.note) for version in history.versions_of(row)]


def test_a_change_keeps_the_state_before_it_and_the_state_after_it_with_who_made_it(eve):
    article = make_article(body="Before.")

    save(article, by=eve, body="After.")

    newest, oldest = history.versions_of(article)
    assert told(article) == [("Eve Ode", ""), ("", "As it was found")]
    assert history.value_of(oldest).article.body == "Before."
    assert history.value_of(newest).article.body == "After."


def test_saving_the_same_text_again_adds_nothing(eve):
    article = make_article()
    save(article, by=eve, body="New.")

    save(article, by=eve, body="New.")

    assert len(history.versions_of(article)) == 2


def test_what_changed_unseen_is_not_laid_at_the_door_of_whoever_saves_next(eve):
    article = make_article()
    save(article, by=eve, body="By Eve.")
    Article.objects.update(summary="By a script.")

    article.refresh_from_db()
    save(article, by=eve, body="By Eve again.")

    assert told(article)[:2] == [("Eve Ode", ""), ("", "As it was found")]
    assert history.value_of(history.versions_of(article)[1]).article.summary == "By a script."


def test_a_name_outlives_its_account(eve):
    article = make_article()
    save(article, by=eve, body="By Eve.")

    eve.delete()

    assert told(article)[0] == ("Eve Ode", "")


def test_a_question_of_an_article_is_part_of_the_article_s_history(eve):
    faq = make_faq(article=make_article())

    save(faq, by=eve, answer="A new answer.")

    versions = history.versions_of(faq.article)
    assert [v.text.count("A new answer.") for v in versions] == [1, 0]
    assert list(Version.objects.filter(kind="question")) == []


ROWS = {
    "article with all its parts": lambda: fill_article(make_article(how_it_works="So."), 2),
    "question": make_faq,
    "source": make_source,
    "claim": make_claim,
    "term": lambda: Term.objects.create(name="Set", slug="set", words="set", meaning="Some."),
    "topic": make_topic,
}
KEPT = (Article, Faq, Source, Takeaway, Citation, Term, Topic)


@pytest.mark.parametrize("make", ROWS.values(), ids=ROWS)
def test_a_restored_row_reads_to_the_letter_as_it_did(make):
    row = make()
    before = history.text_of(row)
    history.record(row, by=None)
    field = next(f for f in ("summary", "answer", "note", "finding", "meaning") if hasattr(row, f))
    save(row, **{field: "Quite different."})
    changed = history.text_of(row)

    history.restore(history.versions_of(row).last())

    assert changed != before
    assert history.text_of(row) == before


def test_restoring_brings_back_a_question_a_takeaway_and_a_reference_that_were_taken_out():
    article = fill_article(make_article(), 2)
    before = history.text_of(article)
    history.record(article, by=None)
    for parts in (article.faqs, article.takeaways, article.citations):
        parts.last().delete()

    history.restore(history.versions_of(article).get())

    assert history.text_of(article) == before


def test_restoring_takes_out_a_question_that_was_added_since():
    article = make_article()
    before = history.text_of(article)
    history.record(article, by=None)
    make_faq(article=article)

    history.restore(history.versions_of(article).get())

    assert history.text_of(article) == before


def test_restoring_leaves_the_publication_alone():
    article = make_article()
    published_at = article.published_at
    history.record(article, by=None)

    history.restore(history.versions_of(article).get())

    article.refresh_from_db()
    assert article.published_at == published_at


def delete(row, *, by=None):
    upkeep.will_be_removed(row, by=by)
    row.delete()


@pytest.mark.parametrize("make", ROWS.values(), ids=ROWS)
def test_a_deleted_row_comes_back_with_all_its_parts_and_its_history(make, eve):
    row = make()
    kind, before = history.SHELVES[type(row)].kind, history.text_of(row)
    save(row)
    delete(row, by=eve)
    (deleted,) = Version.objects.deleted(kind)

    back = history.restore(deleted)
    upkeep.changed(back, by=eve, note="Brought back")

    assert history.text_of(back) == before
    assert [note for _, note in told(back)] == ["Brought back", "Deleted", "As it was found"]
    assert list(Version.objects.deleted(kind)) == []


def test_a_deleted_article_comes_back_as_a_draft():
    article = make_article()
    delete(article)

    back = history.restore(Version.objects.deleted("article").get())

    assert back.published_at is None


def test_a_text_whose_source_is_gone_is_not_half_restored():
    article = fill_article(make_article(body="Old."), 1)
    history.record(article, by=None)
    article.citations.all().delete()
    Source.objects.all().delete()
    save(article, body="New.")

    with pytest.raises(ContentError, match="cites lifting-and-mood-1, which is not there"):
        history.restore(history.versions_of(article).last())

    article.refresh_from_db()
    assert article.body == "New."


def test_restoring_takes_no_question_from_another_article():
    article = make_article()
    faq = make_faq(article=article)
    history.record(article, by=None)
    faq.article = make_article("other")
    faq.save()

    with pytest.raises(ContentError, match="The question how-often stands elsewhere now"):
        history.restore(history.versions_of(article).get())
