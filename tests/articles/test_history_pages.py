"""The history of a row at the desk: compare two states, restore one, undo a deletion."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from articles import history
from articles.models import Article, Source, Topic, Version
from tests.articles.builders import (
    fill_article,
    make_article,
    make_draft,
    make_faq,
    make_scheduled,
    make_source,
    make_topic,
)
from tests.articles.reading import in_order, text_of, values_on

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


@pytest.fixture
def desk(client):
    eve = User.objects.create_user("eve", first_name="Eve", is_staff=True)
    eve.user_permissions.set(Permission.objects.filter(content_type__app_label="articles"))
    client.force_login(eve)
    return client


@pytest.fixture
def article(desk):
    """A draft that Eve changed twice."""
    article = fill_article(make_draft(body="One two three."), 1)
    for body in ("One two four.", "One five four."):
        form = f"{LIST}{article.pk}/change/"
        assert desk.post(form, values_on(desk.get(form)) | {"body": body}).status_code == 302
    return article


def page_of(desk, article, **query):
    return desk.get(f"{LIST}{article.pk}/history/", query)


def test_the_page_tells_who_changed_what_and_when_newest_first(desk, article):
    page = text_of(page_of(desk, article))

    assert in_order(page, "<table", "Eve", "Saved", "Eve", "Saved", "TTL itself", "As it was found")


def test_at_first_the_two_newest_are_compared(desk, article):
    page = text_of(page_of(desk, article))

    assert in_order(page, "One ", "[removed: ", "two ", "[added: ", "five ", "four.", "<table")


def test_any_two_are_compared_the_older_one_first(desk, article):
    newest, _between, oldest = history.versions_of(article)

    page = page_of(desk, article, before=newest.pk, after=oldest.pk)

    comparison = page.context["comparison"]
    assert (comparison.before, comparison.after) == (oldest, newest)
    assert in_order(text_of(page), "<del>", "two three.", "<ins>", "five four.", "<table")


@pytest.mark.parametrize("query", [{"before": "x"}, {"before": "1", "after": "999999"}])
def test_a_choice_that_is_not_there_compares_the_two_newest(desk, article, query):
    page = page_of(desk, article, **query)

    assert page.context["comparison"].after == history.versions_of(article).first()


def restore(desk, version, kind="article"):
    return desk.post(f"/admin/articles/{kind}/restore/{version.pk}/", follow=True)


def test_restoring_is_a_new_entry(desk, article):
    oldest = history.versions_of(article).last()

    page = restore(desk, oldest)

    article.refresh_from_db()
    assert article.body == "One two three."
    assert "reads as it did on" in text_of(page)
    versions = history.versions_of(article)
    assert len(versions) == 4
    assert (versions[0].text, versions[0].made_by_name) == (oldest.text, "Eve")
    assert versions[0].note.startswith("Restored from ")


def test_what_cannot_be_restored_says_why_and_changes_nothing(desk, article):
    version = history.versions_of(article).last()
    article.citations.all().delete()
    Source.objects.all().delete()

    page = restore(desk, version)

    article.refresh_from_db()
    assert "Nothing was changed." in text_of(page)
    assert "which is not there" in text_of(page)
    assert article.body == "One five four."


def test_a_page_that_readers_see_is_not_restored_to_a_state_without_references(desk):
    article = make_article(body="Bare.")
    history.record(article, by=None)
    article.citations.create(source=make_source())
    history.record(article, by=None)

    page = restore(desk, history.versions_of(article).last())

    assert "Nothing was changed. Add at least one source before you publish." in text_of(page)
    assert article.citations.count() == 1


def test_a_deleted_article_waits_in_a_list_and_comes_back(desk, article):
    before = history.text_of(article)

    told = desk.post(f"{LIST}{article.pk}/delete/", {"post": "yes"}, follow=True)
    waiting = text_of(desk.get(f"{LIST}deleted/"))
    back = restore(desk, Version.objects.deleted("article").get())

    assert "It waits in the list of" in text_of(told)
    assert in_order(waiting, article.title, "Eve", "Bring back")
    assert back.status_code == 200
    assert history.text_of(Article.objects.get()) == before
    assert "Nothing that was deleted waits here" in text_of(desk.get(f"{LIST}deleted/"))


def test_a_question_deleted_in_the_form_of_its_article_comes_back_with_its_history(desk, article):
    form = f"{LIST}{article.pk}/change/"
    desk.post(form, values_on(desk.get(form)) | {"faqs-0-DELETE": "on"})
    assert article.faqs.count() == 0

    restore(desk, history.versions_of(article)[1])

    assert article.faqs.count() == 1


def test_a_question_deleted_on_its_own_page_changes_the_history_of_its_article(desk, article):
    faq = article.faqs.get()

    desk.post(f"/admin/articles/faq/{faq.pk}/delete/", {"post": "yes"})

    newest, before = history.versions_of(article)[:2]
    assert [text.text.count(faq.answer) for text in (newest, before)] == [0, 1]
    assert newest.made_by_name == "Eve"


def test_several_deleted_at_once_are_all_kept(desk):
    faqs = [make_faq(f"faq-{number}") for number in range(3)]
    chosen = {"action": "delete_selected", "_selected_action": [faq.pk for faq in faqs]}

    desk.post("/admin/articles/faq/", chosen | {"post": "yes"})

    assert Version.objects.deleted("question").count() == 3


def test_a_topic_that_articles_use_cannot_be_deleted(desk):
    topic = make_topic()
    make_draft().topics.add(topic)

    refused = desk.post(f"/admin/articles/topic/{topic.pk}/delete/", {"post": "yes"})

    assert refused.status_code == 403
    assert Topic.objects.get() == topic


@pytest.mark.parametrize(
    ("rights", "codes"),
    [([], (403, 403)), (["view_article"], (200, 403))],
    ids=["no rights", "may look"],
)
def test_only_those_with_the_right_look_and_restore(article, rights, codes):
    ida = User.objects.create_user("ida", is_staff=True)
    ida.user_permissions.set(Permission.objects.filter(codename__in=rights))
    other = Client()
    other.force_login(ida)

    looked = page_of(other, article).status_code
    restored = restore(other, history.versions_of(article).last()).status_code

    assert (looked, restored) == codes


def test_a_version_of_another_kind_cannot_be_restored_through_this_desk(desk, article):
    source = make_source()
    history.record(source, by=None)

    assert restore(desk, history.versions_of(source).get()).status_code == 403


def test_a_page_with_history_costs_the_same_queries_with_1_and_30_states(
    desk, django_assert_max_num_queries
):
    article = make_draft()
    for number in range(30):
        Article.objects.update(body=f"State {number}", updated_at=timezone.now())
        history.record(article, by=None)
    desk.get("/admin/")  # the first page of a session starts its clocks

    with django_assert_max_num_queries(8):
        page_of(desk, article)


@pytest.mark.parametrize("make", [make_article, make_scheduled], ids=["published", "scheduled"])
def test_what_readers_see_or_soon_will_is_not_deleted_at_a_stroke(desk, make):
    article = make()

    one = desk.post(f"{LIST}{article.pk}/delete/", {"post": "yes"})
    chosen = {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"}
    desk.post(LIST, chosen)

    assert one.status_code == 403
    assert Article.objects.get() == article


@pytest.mark.parametrize("kind", ["article", "faq", "source", "term"])
def test_the_way_to_what_was_deleted_stands_on_the_list(desk, kind):
    page = text_of(desk.get(f"/admin/articles/{kind}/"))

    assert f'<a href="/admin/articles/{kind}/deleted/">Deleted</a>' in page
