"""An article goes to readers in steps: each is open to some, from some states, and only by post."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from articles import history, publishing
from articles.models import Article, State
from tests.articles.reading import text_of
from tests.articles.staff import (
    AUTHOR,
    CLINICIAN,
    EDITOR,
    TYPED,
    desk_of,
    make_person,
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
STEPS = ["ask", "decide", "offer", "publish", "schedule", "take_back", "archive", "bring_back"]


@pytest.fixture
def article(eve):
    return make_ready(by=eve)


def steps_on(desk, article):
    return [name for name, _step, _form in desk.get(page_of(article)).context["offered"]]


@pytest.mark.parametrize(
    ("rights", "state", "offered"),
    [
        (AUTHOR, State.DRAFT, ["ask"]),
        (AUTHOR, State.PUBLISHED, ["ask"]),
        (AUTHOR, State.ARCHIVED, []),
        (CLINICIAN, State.DRAFT, ["ask", "decide"]),
        (CLINICIAN, State.PUBLISHED, ["ask", "decide"]),
        (EDITOR, State.DRAFT, ["ask", "offer", "publish", "schedule", "archive"]),
        (
            EDITOR,
            State.SCHEDULED,
            ["ask", "offer", "publish", "schedule", "take_back", "archive"],
        ),
        (EDITOR, State.PUBLISHED, ["ask", "offer", "take_back", "archive"]),
        (EDITOR, State.ARCHIVED, ["bring_back"]),
    ],
)
def test_a_step_is_offered_to_whom_it_is_open(rights, state, offered):
    article = make_ready()
    put(article, state)

    assert steps_on(desk_of(make_person("sam", *rights)), article) == offered


@pytest.mark.parametrize(
    ("rights", "open_steps"),
    [
        (("view_article",), []),
        (AUTHOR, ["ask"]),
        (CLINICIAN, ["ask", "decide"]),
        (EDITOR, ["ask", "offer", "publish", "schedule", "take_back", "archive", "bring_back"]),
    ],
    ids=["reader", "author", "clinician", "editor"],
)
def test_a_step_is_refused_to_everybody_else_whatever_they_send(article, rights, open_steps):
    desk = desk_of(make_person("sam", *rights))

    answers = {step: press(desk, article, step).status_code for step in STEPS}

    assert answers == {step: 200 if step in open_steps else 403 for step in STEPS}


def test_nobody_without_rights_sees_the_page(article):
    assert desk_of(make_person("sam")).get(page_of(article)).status_code == 403
    assert Client().get(page_of(article)).status_code == 302


def test_a_step_needs_the_token_of_a_form_and_a_look_changes_nothing(eve, article):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(eve)

    refused = strict.post(page_of(article), {"step": "publish"})
    desk_of(eve).get(page_of(article), {"step": "publish"})

    assert refused.status_code == 403
    assert state_of(article) == State.DRAFT


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [
        ("publish", State.DRAFT, State.PUBLISHED),
        ("publish", State.SCHEDULED, State.PUBLISHED),
        ("schedule", State.DRAFT, State.SCHEDULED),
        ("schedule", State.SCHEDULED, State.SCHEDULED),
        ("take_back", State.SCHEDULED, State.DRAFT),
        ("take_back", State.PUBLISHED, State.DRAFT),
        ("archive", State.DRAFT, State.ARCHIVED),
        ("archive", State.PUBLISHED, State.ARCHIVED),
        ("bring_back", State.ARCHIVED, State.DRAFT),
        ("ask", State.DRAFT, State.REVIEW),
    ],
)
def test_a_step_leads_from_one_state_to_the_next(eve, article, step, before, after):
    put(article, before)

    press(desk_of(eve), article, step, **TYPED.get(step, {}))

    assert state_of(article) == after


@pytest.mark.parametrize(
    ("step", "state"),
    [
        ("publish", State.PUBLISHED),
        ("publish", State.ARCHIVED),
        ("schedule", State.PUBLISHED),
        ("schedule", State.ARCHIVED),
        ("take_back", State.DRAFT),
        ("archive", State.ARCHIVED),
        ("bring_back", State.DRAFT),
        ("bring_back", State.PUBLISHED),
        ("ask", State.ARCHIVED),
        ("offer", State.ARCHIVED),
    ],
)
def test_a_step_from_the_wrong_state_is_refused_in_words(eve, article, step, state):
    put(article, state)

    page = press(desk_of(eve), article, step, **TYPED.get(step, {}))

    assert said(page) == [f"This article is {state.label.lower()} now, so this cannot be done."]
    assert state_of(article) == state


def test_the_second_of_two_who_publish_is_told_and_changes_nothing(eve, article):
    first, second = Article.objects.get(), Article.objects.get()
    publishing.publish(first, by=eve)
    shown_since = Article.objects.get().published_at

    with pytest.raises(publishing.Refused, match="published now"):
        publishing.publish(second, by=make_person("eli", *EDITOR))

    assert Article.objects.get().published_at == shown_since
    assert [v.note for v in history.versions_of(article)].count("Published") == 1


def test_every_step_is_kept_in_the_history_with_who_took_it(eve, article):
    desk = desk_of(eve)
    for step in ("publish", "take_back", "archive", "bring_back"):
        press(desk, article, step)

    told = [(version.made_by, version.note) for version in history.versions_of(article)[:4]]

    notes = ["Brought back from the archive", "Archived", "Taken back", "Published"]
    assert told == [(eve, note) for note in notes]


def test_the_form_of_an_article_publishes_nothing_and_names_no_reviewer(eve, article):
    sent = {
        "published_at": "2026-11-01 09:00",
        "published_at_0": "2026-11-01",
        "published_at_1": "09:00",
        "reviewer_name": "Dr Nobody",
        "reviewed_date": "2026-11-01",
        "next_review_date": "2027-11-01",
    }

    send(desk_of(eve), f"/admin/articles/article/{article.pk}/change/", sent)

    article.refresh_from_db()
    assert (article.published_at, article.reviewer_name) == (None, "")


@pytest.mark.parametrize("state", [State.DRAFT, State.SCHEDULED, State.ARCHIVED])
def test_readers_find_only_what_is_published(article, state):
    put(article, state)

    assert Client().get(ADDRESS).status_code == 404


def test_of_two_who_press_publish_in_the_same_moment_one_publishes(transactional_db):
    article, barrier = make_ready(), Barrier(2)
    desks = [desk_of(make_person(name, *EDITOR)) for name in ("eve", "bob")]

    def publish(desk):
        barrier.wait()
        try:
            return "Readers see it now." in text_of(press(desk, article, "publish"))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(publish, desks))

    assert sorted(answers) == [False, True]
    assert [v.note for v in history.versions_of(article)].count("Published") == 1
