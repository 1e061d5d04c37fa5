"""The preview is the page of what is typed, saves nothing, and is for those who may write."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from articles.models import Article, Citation, Faq, Takeaway
from tests.articles.builders import (
    fill_article,
    make_article,
    make_claim,
    make_draft,
    make_faq,
    make_source,
    make_topic,
)
from tests.articles.reading import in_order, text_of, values_on

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"
NEW = "/admin/articles/article/preview/"
MEASURES = re.compile(r"<base[^>]*>|<template.*</template>\s*", re.DOTALL)


def addresses_of(article):
    desk = f"/admin/articles/article/{article.pk}"
    return f"{desk}/change/", f"{desk}/preview/"


def typed(eves_desk, article, changes):
    """Send what is in the form of an article, with changes, to its preview."""
    change, preview = addresses_of(article)
    return eves_desk.post(preview, values_on(eves_desk.get(change)) | changes)


def everything():
    kinds = (Article, Takeaway, Citation, Faq)
    return [list(kind.objects.order_by("pk").values()) for kind in kinds]


def page_of(answer):
    """Return what a page shows, without what the desk adds to it, in single spaces."""
    shown = text_of(answer).partition("<body>")[2]
    return " ".join(MEASURES.sub("", shown).split())


@pytest.mark.parametrize("how", ["get", "post"])
def test_an_untouched_form_shows_the_very_page_that_readers_see(eves_desk, how):
    claims = [make_claim("a-mood"), make_claim("b-mood")]
    article = fill_article(
        make_article(body="[[a-mood]] and [[b-mood]].", rating_reason="Few trials."), 2
    )
    _change, preview = addresses_of(article)
    public = page_of(Client().get(article.get_absolute_url()))

    answer = eves_desk.get(preview) if how == "get" else typed(eves_desk, article, {})

    assert len(claims) == 2
    assert "<svg" in public
    assert page_of(answer) == public


def test_a_preview_shows_what_is_typed_and_saves_nothing(eves_desk):
    article = fill_article(make_article(), 2)
    make_claim("a-mood")
    topic, source = make_topic("rest"), make_source("new-2020")
    before = everything()

    page = page_of(
        typed(
            eves_desk,
            article,
            {
                "title": "A new title",
                "body": "A **bold** [[a-mood:estimate]].",
                "topics": [topic.pk],
                "takeaways-0-position": "9",
                "takeaways-1-text": "Changed takeaway.",
                "takeaways-2-text": "New takeaway.",
                "takeaways-2-position": "3",
                "applies_to-0-label": "Changed tag",
                "citations-0-source": source.pk,
                "faqs-0-answer": "Changed *answer*.",
                "faqs-1-DELETE": "on",
            },
        )
    )

    words = ["<h1>A new title</h1>", "Changed tag", "<strong>bold</strong>", "-0.50"]
    rows = ["Changed takeaway.", "New takeaway.", "<li>lifting-and-mood-1</li>", "<em>answer</em>"]
    assert in_order(page, *words, *rows, "Citation of new-2020.", "Rest")
    assert "Question lifting-and-mood-2?" not in page
    assert everything() == before


def test_a_new_article_is_previewed_before_it_is_saved(eves_desk):
    source = make_source()
    form = values_on(eves_desk.get(ADD)) | {
        "title": "Walking",
        "summary": "Does it help?",
        "rating": "early",
        "body": "A walk.",
        "takeaways-0-text": "Walk a little.",
        "citations-0-source": source.pk,
    }

    page = page_of(eves_desk.post(NEW, form))

    assert in_order(
        page, "<strong>Draft.</strong>", "Walking", "A walk.", "Walk a little.", "Citation of"
    )
    assert Article.objects.count() == 0


def test_what_will_be_refused_is_shown_all_the_same(eves_desk):
    article = make_article(slug="one")
    make_article(slug="taken")
    wrong = {
        "title": "T" * 200,
        "slug": "taken",
        "summary": "",
        "body": "Shows [[nobody]].",
        "clinical_context": "Lift instead of your tablets.",
        "rating": "",
        "cta_target": "",
        "published_at_0": "soon",
        "takeaways-0-text": "x" * 400,
        "takeaways-0-position": "first",
        "citations-0-position": "3",
        "faqs-TOTAL_FORMS": "1",
        "faqs-0-question": "Why?",
        "faqs-0-answer": "Because [[image:gone]].",
    }

    page = page_of(typed(eves_desk, article, wrong))

    shown = [
        "T" * 200,
        "[[nobody]]",
        "instead of your tablets",
        "x" * 400,
        "Why?",
        "[[image:gone]]",
    ]
    assert [words in page for words in shown] == [True] * len(shown)
    assert [words in page for words in ("What lifting does for mood.", "References")] == [False] * 2


def test_a_form_cut_short_is_shown_as_far_as_it_goes(eves_desk):
    assert "<h1>Half</h1>" in page_of(eves_desk.post(NEW, {"title": "Half"}))


def test_whoever_may_not_edit_the_questions_sees_the_saved_ones(client):
    person = User.objects.create_user("sam", is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename="change_article"))
    client.force_login(person)
    article = make_draft()
    make_faq(article=article)

    assert "Question how-often?" in page_of(typed(client, article, {}))


def test_the_form_and_the_preview_say_how_the_texts_read(eves_desk):
    article = make_article(body="The cat sat on the mat. " * 120)
    maze = "word " * 40 + "end."
    hard = "Heterogeneity considerably undermines the interpretability of estimations."

    form = text_of(eves_desk.get(addresses_of(article)[0]))
    preview = text_of(typed(eves_desk, article, {"body": maze, "clinical_context": hard}))

    assert "720 words, 4 minutes. A good length." in " ".join(form.split())
    assert "Easy enough: for readers from 5 or 6 years." in form
    words = " ".join(preview.split())
    assert "Short: an article has at least 600 words." in words
    assert "The longest sentence has 41 words; 32 are enough: “word word" in words
    assert re.search(r'id="id_clinical_context-measure">7 words\. <strong>Hard:', words)


def test_a_paste_comes_back_as_markdown(eves_desk):
    answer = eves_desk.post("/admin/articles/article/paste/", {"html": "<p><b>x</b> &amp; y</p>"})

    assert (answer.content, answer["Content-Type"]) == (
        b"**x** & y",
        "text/plain; charset=utf-8",
    )


def test_a_paste_that_is_too_large_is_refused(eves_desk):
    answer = eves_desk.post("/admin/articles/article/paste/", {"html": "x" * 1_000_001})

    assert answer.status_code == 413
