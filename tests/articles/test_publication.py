"""The page “Publication” says where an article stands, what is missing and when it appears."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import publishing
from articles.models import State
from tests.articles.builders import fill_article, make_article, make_claim, make_draft
from tests.articles.reading import in_order, text_of
from tests.articles.staff import (
    TYPED,
    approve,
    desk_of,
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


@pytest.mark.parametrize(
    ("day", "hour", "shown_at"),
    [
        ("2027-03-28", "09:00", datetime(2027, 3, 28, 8, tzinfo=UTC)),
        ("2027-03-27", "09:00", datetime(2027, 3, 27, 9, tzinfo=UTC)),
        ("2027-10-31", "09:00", datetime(2027, 10, 31, 9, tzinfo=UTC)),
        ("2027-10-30", "09:00", datetime(2027, 10, 30, 8, tzinfo=UTC)),
    ],
)
def test_a_scheduled_article_appears_by_itself_at_nine_in_london(eve, article, day, hour, shown_at):
    with time_machine.travel(NOON, tick=False):
        press(desk_of(eve), article, "schedule", day=day, hour=hour)

    visitor, answers = Client(), []
    for at in (shown_at - timedelta(seconds=1), shown_at):
        with time_machine.travel(at, tick=False):
            answers.append((visitor.get(ADDRESS).status_code, state_of(article)))

    assert answers == [(404, State.SCHEDULED), (200, State.PUBLISHED)]


@pytest.mark.parametrize(
    ("day", "hour", "told"),
    [
        ("2027-03-28", "01:30", "01:30 is skipped on 28 March 2027"),
        ("2027-10-31", "01:30", "01:30 comes twice on 31 October 2027"),
        ("2026-11-26", "11:59", "That time is past."),
        ("", "09:00", "This field is required."),
    ],
)
def test_a_time_that_cannot_be_is_refused_and_nothing_is_scheduled(eve, article, day, hour, told):
    with time_machine.travel(NOON, tick=False):
        page = press(desk_of(eve), article, "schedule", day=day, hour=hour)

    assert told in text_of(page)
    assert state_of(article) == State.DRAFT


def test_the_page_says_in_words_when_an_article_appears(eve, article):
    with time_machine.travel(NOON, tick=False):
        page = press(desk_of(eve), article, "schedule", day="2027-05-03", hour="09:00")

    words = text_of(page)
    assert in_order(words, "Scheduled</strong> for 3 May 2027, 09:00 London time (BST, UTC+1).")
    assert "it is now 26 November 2026, 12:00 London time (GMT, UTC)" in words


@pytest.mark.parametrize(
    ("fields", "field", "told"),
    [
        ({"body": ""}, "body", "Readers would find no text."),
        ({"rating": "strong"}, "rating", "do not carry “Strong evidence”"),
        ({"body": "It is [[doe-2020-mood]]."}, "citations", "figures of Label of source-of-doe"),
        ({"body": "It is [[nobody-2020]]."}, "body", "names no row of the ledger"),
    ],
)
def test_what_must_be_mended_stops_publication_and_leads_to_its_field(eve, fields, field, told):
    make_claim()
    article = make_ready(**fields)
    desk = desk_of(eve)

    page = press(desk, article, "publish")

    [(check, address)] = [
        pair for pair in page.context["checks"] if pair[0].stops and pair[0].missing
    ]
    anchor = "citations-group" if field == "citations" else f"id_{field}"
    change = f"/admin/articles/article/{article.pk}/change/"
    assert (told in check.missing, told in said(page)[0]) == (True, True)
    assert address == f"{change}#{anchor}"
    assert f'id="{anchor}"' in text_of(desk.get(change))
    assert state_of(article) == State.DRAFT


def test_without_a_source_nothing_is_published_or_scheduled(eve):
    article = make_draft()

    pages = [
        press(desk_of(eve), article, step, **TYPED.get(step, {}))
        for step in ("publish", "schedule")
    ]

    assert [said(page) for page in pages] == [["Add at least one source before you publish."]] * 2


def test_the_same_checks_are_told_at_the_field_of_a_published_article(eve):
    article = make_ready(published_at=timezone.now())

    page = send(
        desk_of(eve),
        f"/admin/articles/article/{article.pk}/change/",
        {"body": "", "rating": "early"},
    )

    errors = page.context["adminform"].form.errors
    assert errors["body"] == [
        "Readers would find no text. Write an opening or one of the sections below."
    ]


def test_without_a_clinician_it_may_be_published_and_the_page_says_so(eve, article):
    press(desk_of(eve), article, "publish")

    assert "Not yet reviewed by a clinician" in text_of(Client().get(ADDRESS))


@pytest.mark.parametrize("state", list(State))
def test_the_list_narrows_to_each_state_at_the_same_cost(
    eve, ada, article, state, django_assert_max_num_queries
):
    put(article, state)
    if state == State.APPROVED:
        approve(desk_of(ada), article)
    if state == State.REVIEW:
        press(desk_of(eve), article, "ask")
    for number in range(30):
        make_article(f"other-{number}", archived_at=None)
    desk = desk_of(eve)
    desk.get("/admin/")  # the first page of a session starts its clocks

    with django_assert_max_num_queries(12):
        page = desk.get(f"/admin/articles/article/?state={state}")

    titles = [row.title for row in page.context["cl"].result_list]
    assert "Walking and sleep" in titles
    assert len(titles) == (31 if state == State.PUBLISHED else 1)


def test_the_page_costs_the_same_queries_at_1_and_30_rows(eve, article):
    desk = desk_of(eve)
    desk.get("/admin/")  # the first page of a session starts its clocks
    few = _queries(desk, article)
    fill_article(article, 30)
    for number in range(30):
        publishing.offer_to_expert(article, by=eve, name=f"Dr {number}", profession="", days=1)

    assert _queries(desk, article) == few


def _queries(desk, article):
    with CaptureQueriesContext(connection) as queries:
        desk.get(page_of(article))
    return len(queries)
