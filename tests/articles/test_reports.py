"""The desk reports what is due and what leads nowhere, to those who may read drafts."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import due, links
from articles.links import PARTS
from articles.models import LinkCheck, Term
from articles.roles import AUTHOR, REVIEWER
from tests.articles.builders import (
    fill_article,
    make_article,
    make_claim,
    make_draft,
    make_faq,
    make_scheduled,
    make_source,
    make_staff,
    make_topic,
)
from tests.articles.reading import in_order, text_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 26)
DUE = "/admin/reports/review-due/"
LINKS = "/admin/reports/links/"


@pytest.fixture
def desk(client):
    client.force_login(make_staff(REVIEWER))
    return client


@pytest.fixture
def today():
    with time_machine.travel(datetime(2026, 11, 26, 12, tzinfo=timezone.get_current_timezone())):
        yield TODAY


def reviewed(slug, days, **fields):
    """An article whose next review is so many days from today."""
    return make_article(
        slug,
        reviewer_name="Dr Ada",
        reviewed_date=date(2024, 1, 1),
        next_review_date=TODAY + timedelta(days=days),
        **fields,
    )


def broken():
    return {each.link.url: each.words for each in links.broken()}


def test_reviews_are_due_60_days_ahead_the_latest_first_and_never_reviewed_last(today):
    for slug, days in (("soon", 60), ("late", -90), ("later", 61), ("today", 0)):
        reviewed(slug, days)
    make_article("never")
    make_draft("draft"), make_scheduled("scheduled")

    assert [article.slug for article in due.reviews_due(today)] == [
        "late",
        "today",
        "soon",
        "never",
    ]


def test_figures_are_due_when_nobody_checked_them_for_over_a_year(today):
    for key, days in (("year", 365), ("older", 400), ("old", 366)):
        make_claim(key, checked_date=today - timedelta(days=days))

    assert [claim.key for claim in due.claims_due(today)] == ["older", "old"]


def test_the_report_says_how_late_a_review_is_and_leads_to_the_article(today, desk):
    late = reviewed("late", -1)
    reviewed("soon", 1)
    make_article("never")

    page = text_of(desk.get(DUE))

    assert in_order(
        page,
        f'href="/admin/articles/article/{late.pk}/change/"',
        "</strong> since 25 November 2026; Dr Ada read it on 1 January 2024",
        "Due by 27 November 2026",
        "Never reviewed",
        "All were checked within the last twelve months",
    )


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("/help/", None),
        ("/exercises/", None),
        ("/exercises/no-such-exercise/", "This site has no page at that address."),
        ("/nowhere/", "This site has no page at that address."),
        ("help/", "It begins neither with / nor with https://."),
        ("/articles/live/", None),
        ("/articles/live/#how-it-works", None),
        ("/articles/live/#how-often", None),
        ("/articles/live/#nothing", "That page has no part called “nothing”."),
        ("/articles/draft/", "Readers cannot see that article yet."),
        ("/articles/gone/", "There is no article of that name."),
        ("/topics/sleep/", None),
        ("/topics/unused/", "No published article has that topic."),
        ("/sources/doe-2020/", None),
        ("/sources/doe-2021/", "There is no source of that key."),
        ("/glossary/#rep", None),
        ("/glossary/#set", "That page has no part called “set”."),
        ("/questions/#how-often", None),
        ("/questions/#safety", None),
        ("/questions/#waiting", "That page has no part called “waiting”."),
        ("#key-takeaways", None),
        ("#elsewhere", "That page has no part called “elsewhere”."),
        ("//other.example/", None),
        ("https://other.example/", None),
        ("mailto:desk@ttl.example", None),
    ],
)
def test_a_link_inside_the_site_must_lead_to_what_readers_can_see(url, words):
    live, draft = make_article("live", body=f"[This]({url})"), make_draft("draft")
    live.topics.add(make_topic())
    make_topic("unused")
    make_source()
    make_faq(article=live)
    make_faq("waiting", article=draft)
    Term.objects.create(name="Rep", slug="rep", meaning="One lift.")

    assert broken() == ({} if words is None else {url: words})


def test_links_of_answers_and_of_sources_are_checked_too():
    make_faq(answer="[There](/gone/)")
    make_source(figures="[There](/lost/)")

    assert [(each.link.where, each.link.url) for each in links.broken()] == [
        ("question how-often", "/gone/"),
        ("source doe-2020", "/lost/"),
    ]


def test_the_parts_that_a_link_may_lead_to_are_on_the_page(client, world):
    claims = [make_claim(f"doe-202{number}-mood") for number in (1, 2)]
    world.what_the_evidence_says = " ".join(f"[[{claim.key}]]" for claim in claims)
    world.save()

    page = text_of(client.get(world.get_absolute_url()))

    assert [part for part in PARTS if f'id="{part}"' not in page] == []


def test_the_report_leads_from_each_fault_to_where_it_is_mended(desk):
    article = make_article("live", body="[Gone](/gone/) and [[nobody-2020]]")
    source = make_source(doi="", pmid="", url="https://other.example/page")
    LinkCheck.objects.create(url=source.url, status=404, checked_at=timezone.now())

    page = text_of(desk.get(LINKS))

    to_article = f'href="/admin/articles/article/{article.pk}/change/"'
    to_source = f'href="/admin/articles/source/{source.pk}/change/"'
    assert in_order(page, to_article, "/gone/: This site has no page", "Links to other sites")
    assert in_order(page, "These lead nowhere", to_source, "other.example/page: It answers 404.")
    assert in_order(page, "Marker that shows nothing", to_article, "names no row of the ledger")
    assert in_order(page, "Source without a DOI (1)", to_source, "Citation of doe-2020.")


def test_a_site_that_answers_no_program_is_for_a_person_to_look_at(desk):
    source = make_source()
    LinkCheck.objects.create(url=source.publisher_url, status=403, checked_at=timezone.now())

    page = text_of(desk.get(LINKS))

    assert in_order(page, "Look at these yourself", "10.1000/example: It answers 403.")
    assert "These lead nowhere</h3>" not in page


def test_links_that_were_never_tried_are_not_called_sound(desk):
    make_source()

    assert "They have not been tried yet" in text_of(desk.get(LINKS))


@pytest.mark.parametrize(("address", "queries"), [(DUE, 7), (LINKS, 30)])
@pytest.mark.parametrize("rows", [1, 30])
def test_a_report_costs_the_same_queries_at_1_and_30_rows(
    desk, django_assert_num_queries, rows, address, queries
):
    for number in range(rows):
        article = make_article(f"a-{number}", body=f"[x](/gone/{number}/) [[c-{number}-mood]]")
        fill_article(article, 1)
        make_claim(f"c-{number}-mood", checked_date=date(2020, 1, 1))
        make_source(f"far-{number}", url=f"https://other.example/{number}")
        LinkCheck.objects.create(
            url=f"https://other.example/{number}", status=404, checked_at=timezone.now()
        )
    desk.get("/admin/")  # the first page of a session starts its clocks

    with django_assert_num_queries(queries):
        page = desk.get(address)

    assert page.content.decode().count("/change/") >= rows


@pytest.mark.parametrize("address", [DUE, LINKS])
def test_a_report_is_for_those_who_may_read_drafts(client, address):
    stranger = make_staff(AUTHOR)
    stranger.groups.clear()
    client.force_login(stranger)

    assert client.get(address).status_code == 403
    assert address not in text_of(client.get("/admin/"))


@pytest.mark.parametrize("address", [DUE, LINKS])
def test_a_report_stands_on_the_front_page_of_the_desk_and_changes_nothing(desk, address):
    assert f'href="{address}"' in text_of(desk.get("/admin/"))
    assert desk.post(address).status_code == 405


def test_a_visitor_is_asked_to_sign_in_first(client):
    assert client.get(DUE).url == f"/admin/login/?next={DUE}"
