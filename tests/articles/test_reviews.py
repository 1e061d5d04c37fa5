"""A clinician approves one exact text, and only that text names them."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client

from articles.models import Article, ReviewDecision, State
from tests.articles.reading import text_of
from tests.articles.staff import (
    TYPED,
    approve,
    desk_of,
    fingerprint_on,
    make_ready,
    page_of,
    press,
    put,
    said,
    send,
    state_of,
)

pytestmark = pytest.mark.django_db

ADDRESS = "/articles/walking-and-sleep/"
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def article(eve):
    return make_ready(by=eve)


def test_an_approved_text_names_its_reviewer_when_it_is_published(eve, ada, article):
    with time_machine.travel(NOON, tick=False):
        press(desk_of(eve), article, "ask", note="Is the dose right?")
        approve(desk_of(ada), article)
        approved = state_of(article)
        press(desk_of(eve), article, "publish")

    article.refresh_from_db()
    assert approved == State.APPROVED
    assert article.reviewer_name == "Dr Ada, GP"
    assert article.reviewed_date == date(2026, 11, 26)
    assert article.next_review_date == date(2027, 11, 26)
    assert not article.review_requests.filter(closed_at=None).exists()


def test_a_published_article_names_its_reviewer_as_soon_as_it_is_approved(ada, article):
    put(article, State.PUBLISHED)

    approve(desk_of(ada), article)

    assert "Reviewed by Dr Ada, GP on" in text_of(Client().get(ADDRESS))


def test_an_approval_is_of_that_very_text_only(eve, ada, article):
    approve(desk_of(ada), article)
    change = f"/admin/articles/article/{article.pk}/change/"

    send(desk_of(eve), change, {"title": "Walking and good sleep"})
    changed = state_of(article)
    press(desk_of(eve), article, "publish")

    article.refresh_from_db()
    assert (changed, article.reviewer_name) == (State.DRAFT, "")


def test_a_later_word_on_the_same_text_takes_an_approval_back(ada, article):
    approve(desk_of(ada), article)
    typed = TYPED["decide"] | {"outcome": "changes", "comment": "I overlooked the dose."}

    press(
        desk_of(ada), article, "decide", **typed, fingerprint=fingerprint_on(desk_of(ada), article)
    )

    assert state_of(article) == State.DRAFT
    assert ReviewDecision.objects.count() == 2


def test_nobody_approves_their_own_last_change(ada):
    article = make_ready(by=ada)

    page = approve(desk_of(ada), article)

    assert said(page) == ["You made the last change to this text. Ask somebody else to approve it."]
    assert ReviewDecision.objects.count() == 0


def test_an_approval_of_a_text_that_changed_meanwhile_is_refused(eve, ada, article):
    seen = fingerprint_on(desk_of(ada), article)
    send(desk_of(eve), f"/admin/articles/article/{article.pk}/change/", {"body": "Other words."})

    page = press(desk_of(ada), article, "decide", **TYPED["decide"], fingerprint=seen)

    assert said(page) == ["The text was changed while you read. Please read it again."]
    assert state_of(article) == State.DRAFT


def test_changes_are_asked_for_with_a_comment(ada, article):
    typed = TYPED["decide"] | {"outcome": "changes"}

    page = press(desk_of(ada), article, "decide", **typed, fingerprint="x")

    assert "Say what should change." in text_of(page)


def test_a_review_from_before_there_were_records_is_not_taken_for_one_of_a_later_text(eve, article):
    put(article, State.PUBLISHED)
    review = {"reviewer_name": "Dr Old", "reviewed_date": "2025-01-01"}
    Article.objects.update(**review, next_review_date="2026-01-01", fingerprint="")
    before = text_of(Client().get(ADDRESS))

    send(desk_of(eve), f"/admin/articles/article/{article.pk}/change/", {"title": "Walking on"})

    assert ("Reviewed by Dr Old" in before, "changed since" in before) == (True, False)
    assert "Its wording was changed since" in text_of(Client().get(ADDRESS))


def test_a_reviewed_text_that_was_taken_back_and_mended_comes_back_without_its_reviewer(
    eve, ada, article
):
    approve(desk_of(ada), article)
    for step in ("publish", "take_back"):
        press(desk_of(eve), article, step)
    send(desk_of(eve), f"/admin/articles/article/{article.pk}/change/", {"title": "Walking on"})

    press(desk_of(eve), article, "publish")

    assert "Not yet reviewed by a clinician" in text_of(Client().get(ADDRESS))


def test_an_approved_draft_that_is_to_be_read_again_is_listed_once(eve, ada, article):
    approve(desk_of(ada), article)
    press(desk_of(eve), article, "ask")

    lists = {
        state: desk_of(eve).get(f"/admin/articles/article/?state={state}").context["cl"]
        for state in (State.APPROVED, State.REVIEW, State.DRAFT)
    }

    assert {state: len(found.result_list) for state, found in lists.items()} == {
        State.APPROVED: 1,
        State.REVIEW: 0,
        State.DRAFT: 0,
    }


def test_no_decision_is_chosen_beforehand(ada):
    article = make_ready()

    page = text_of(desk_of(ada).get(page_of(article)))
    press(desk_of(ada), article, "decide", outcome="")

    assert '<option value="" selected>Choose one</option>' in page
    assert ReviewDecision.objects.count() == 0
