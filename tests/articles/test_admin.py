"""An editor who is no superuser writes, previews and publishes at the desk."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from articles.models import AppliesTo, Article, Citation, Faq, Source, Takeaway, Topic
from tests.articles.builders import (
    fill_article,
    make_article,
    make_draft,
    make_scheduled,
    make_source,
    make_topic,
)
from tests.articles.reading import text_of, values_on

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"
ADDRESS = "/articles/walking-and-sleep/"
FIRST_DRAFT = {
    "title": "Walking and sleep",
    "slug": "walking-and-sleep",
    "summary": "Does a walk help you sleep?",
    "body": "A **short** walk.",
    "rating": "early",
    "takeaways-0-text": "Walk a little.",
    "takeaways-0-position": "1",
    "applies_to-0-label": "Poor sleep",
    "applies_to-0-position": "1",
}


@pytest.fixture
def desk(client):
    """A browser in which Eve, an editor with the rights to this app's models, is logged in."""
    eve = User.objects.create_user("eve", is_staff=True)
    eve.user_permissions.set(Permission.objects.filter(content_type__app_label="articles"))
    client.force_login(eve)
    return client


def send(desk, address: str, changes: dict[str, object]):
    return desk.post(address, values_on(desk.get(address)) | changes)


def test_an_editor_writes_previews_and_publishes_an_article(desk):
    visitor, source, topic = Client(), make_source(), make_topic()
    cited = {"citations-0-source": source.pk, "citations-0-position": "1"}

    saved = send(desk, ADD, FIRST_DRAFT | cited | {"topics": [topic.pk]})
    article = Article.objects.get()
    change = f"/admin/articles/article/{article.pk}/change/"
    preview = desk.get(ADDRESS)
    hidden = visitor.get(ADDRESS)
    published = desk.post(change.replace("change", "publication"), {"step": "publish"})
    shown = visitor.get(ADDRESS)

    assert (saved.status_code, published.status_code) == (302, 302)
    assert "Only staff can see this page" in preview.content.decode()
    assert (hidden.status_code, shown.status_code) == (404, 200)
    page = shown.content.decode()
    parts = ["<strong>short</strong>", "Walk a little.", "Poor sleep", "Citation of doe-2020."]
    assert [part in page for part in parts] == [True] * 4


def test_view_on_site_leads_to_the_preview_of_a_draft(desk):
    draft = make_draft()

    page = desk.get(f"/admin/articles/article/{draft.pk}/change/").content.decode()

    assert f'href="{draft.get_absolute_url()}"' in page
    assert desk.get(draft.get_absolute_url()).status_code == 200


def test_the_last_source_cannot_be_taken_from_a_published_article(desk):
    article = make_article()
    Citation.objects.create(article=article, source=make_source())

    page = send(desk, f"/admin/articles/article/{article.pk}/change/", {"citations-0-DELETE": "on"})

    assert "Add at least one source before you publish" in text_of(page)
    assert article.citations.count() == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"cta_label": "Build my GLP-1 plan"}, "so it cannot say “GLP”"),
        (
            {"clinical_context": "Lift instead of your tablets."},
            "reads as advice to give up a medicine",
        ),
        ({"slug": "taken"}, "already exists"),
        ({"slug": "feed"}, "is a page of the site already"),
        ({"slug": "changes"}, "is a page of the site already"),
    ],
    ids=[
        "a medicine on the button",
        "giving up medicine",
        "a taken address",
        "the feed",
        "the changes",
    ],
)
def test_the_desk_says_what_is_wrong_and_keeps_what_was_typed(desk, typed, told):
    make_article("taken")

    page = send(desk, ADD, FIRST_DRAFT | typed)

    assert told in text_of(page)
    assert "A **short** walk." in text_of(page)
    assert Article.objects.count() == 1


def test_saving_untouched_changes_nothing(desk):
    article = fill_article(make_article(), 2)
    kinds = (Topic, Source, Takeaway, AppliesTo, Citation, Faq)
    before = [list(kind.objects.values()) for kind in kinds]

    saved = send(desk, f"/admin/articles/article/{article.pk}/change/", {})

    assert saved.status_code == 302
    assert [list(kind.objects.values()) for kind in kinds] == before


@pytest.mark.parametrize("model", ["article", "source", "topic", "faq"])
def test_every_list_and_form_of_the_desk_opens_without_inline_script_or_style(desk, model):
    fill_article(make_article(), 1)

    for page in ("", "add/", "1/change/"):
        response = desk.get(f"/admin/articles/{model}/{page}", follow=True)
        html = response.content.decode()
        assert response.status_code == 200
        assert re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", html) == []
        assert re.findall(r"<style|\sstyle=|\son[a-z]+=", html) == []


@pytest.mark.parametrize(
    ("state", "title"),
    [("draft", "Not yet"), ("scheduled", "Tomorrow"), ("published", "Lifting and mood")],
)
def test_the_list_of_articles_narrows_to_one_state(desk, state, title):
    make_article(), make_draft(), make_scheduled()

    page = desk.get(f"/admin/articles/article/?state={state}")

    assert [article.title for article in page.context["cl"].result_list] == [title]


def test_the_list_of_articles_costs_the_same_queries_at_1_and_30_rows(
    desk, django_assert_max_num_queries
):
    for number in range(30):
        make_article(f"article-{number}")
    desk.get("/admin/")  # the first page of a session starts its clocks

    with django_assert_max_num_queries(12):
        page = desk.get("/admin/articles/article/")

    assert page.context["cl"].result_count == 30


def test_a_source_that_the_planner_cites_keeps_its_key_and_its_page(desk):
    source = make_source(rulebook_id="E-01")
    change = f"/admin/articles/source/{source.pk}/change/"

    saved = send(desk, change, {"key": "other", "finding": "New finding."})
    refused = desk.post(f"/admin/articles/source/{source.pk}/delete/", {"post": "yes"})

    source.refresh_from_db()
    assert (saved.status_code, refused.status_code) == (302, 403)
    assert (source.key, source.finding) == ("doe-2020", "New finding.")


def test_a_source_of_an_editor_can_be_deleted(desk):
    source = make_source()

    desk.post(f"/admin/articles/source/{source.pk}/delete/", {"post": "yes"})

    assert Source.objects.count() == 0
