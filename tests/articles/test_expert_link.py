"""An expert without an account decides once, on the exact text, through a signed link that ends."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from articles import exact, history, publishing
from articles.models import Article, ReviewDecision, ReviewLink
from tests.articles.builders import fill_article, make_claim
from tests.articles.reading import in_order, text_of
from tests.articles.staff import desk_of, make_person, make_ready, page_of, press, said

pytestmark = pytest.mark.django_db

SAID = {
    "outcome": "approve",
    "name": "Dr Kim Oh",
    "profession": "physiotherapist",
    "registration": "HCPC PH1",
    "comment": "",
    "is_true": "on",
}


@pytest.fixture
def article(eve):
    claim = make_claim()
    article = make_ready(by=eve, body=f"Lifting helped: [[{claim.key}]].")
    fill_article(article, 1).citations.create(source=claim.source)
    return article


@pytest.fixture
def link(eve, article):
    return publishing.offer_to_expert(
        article, by=eve, name="Dr Kim", profession="physiotherapist", days=14
    )


def post(link, **changes):
    sent = SAID | {"fingerprint": link.fingerprint} | changes
    return Client().post(link.get_absolute_url(), sent, follow=True)


def test_an_editor_makes_a_link_that_opens_without_account_or_cookie(eve, article):
    page = press(desk_of(eve), article, "offer", name="Dr Kim", profession="", days="7")

    link = ReviewLink.objects.get()
    visitor = Client().get(link.get_absolute_url())
    assert f"http://testserver{link.get_absolute_url()}" in text_of(page)
    assert link.expires_at - link.made_at < timedelta(days=7, seconds=5)
    assert (visitor.status_code, visitor.cookies) == (200, {})
    assert "cookie" not in visitor.headers.get("Vary", "").lower()


def test_the_page_shows_the_text_as_readers_will_see_it_then_every_figure(link):
    page = text_of(Client().get(link.get_absolute_url()))

    assert in_order(
        page,
        "Dear Dr Kim",
        "<h1>Walking and sleep</h1>",
        "Lifting helped: <a",
        "Question walking-and-sleep-1?",
        "Every figure in this text",
        "Label of source-of-doe-2020-mood",
        "People of doe-2020-mood",
        "Your decision",
    )
    assert str(link.article.claims().get().effect.printed()) in page


def test_the_page_is_kept_out_of_caches_searches_and_referrers(link):
    headers = Client().get(link.get_absolute_url()).headers

    assert headers["Cache-Control"] == "no-store, private"
    assert headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert headers["Referrer-Policy"] == "strict-origin"


def test_a_decision_is_recorded_with_the_very_text(link, article):
    text = exact.exact_text(article)

    page = post(link)

    decision = ReviewDecision.objects.get()
    assert in_order(text_of(page), "Your decision is recorded", "Approve", "Dr Kim Oh, physio")
    assert (decision.article, decision.link, decision.outcome) == (article, link, "approve")
    assert decision.text == text
    assert decision.fingerprint == history.fingerprint(text)
    assert (decision.registration, decision.decided_by) == ("HCPC PH1", None)


def test_an_expert_s_approval_names_them_when_the_article_is_published(eve, link, article):
    post(link)

    press(desk_of(eve), article, "publish")

    page = text_of(Client().get(article.get_absolute_url()))
    assert "Reviewed by Dr Kim Oh, physiotherapist on" in page
    assert "HCPC" not in page


def test_a_second_visit_shows_what_was_decided_and_takes_nothing_more(link):
    post(link, outcome="changes", comment="The dose is unclear.")

    again = post(link, name="Somebody Else")

    assert in_order(text_of(again), "Ask for changes", "Dr Kim Oh", "The dose is unclear.")
    assert ReviewDecision.objects.values_list("outcome", "name").get() == ("changes", "Dr Kim Oh")


def test_to_decline_leaves_the_request_open(eve, link, article):
    press(desk_of(eve), article, "ask")

    post(link, outcome="decline")

    assert article.review_requests.filter(closed_at=None).exists()
    assert ReviewDecision.objects.get().outcome == "decline"


@pytest.mark.parametrize("change", ["text", "figure"])
def test_a_changed_text_or_figure_ends_the_link_and_is_no_longer_shown(link, article, change):
    if change == "text":
        Article.objects.update(body="Other words.")
    else:
        claim = article.claims().get()
        claim.high = "-0.20"
        claim.save()

    shown, sent = Client().get(link.get_absolute_url()), post(link)

    assert "The text has changed" in text_of(shown)
    assert ("Other words." in text_of(shown), "Lifting helped" in text_of(shown)) == (False, False)
    assert "The text has changed" in text_of(sent)
    assert ReviewDecision.objects.count() == 0


def test_a_text_that_changes_between_reading_and_sending_takes_no_decision(link, article):
    with pytest.raises(publishing.TextChanged):
        publishing.decide(
            article,
            publishing.Verdict(
                outcome="approve", name="Dr Kim", profession="GP", fingerprint="an earlier one"
            ),
            link=link,
        )

    assert ReviewDecision.objects.count() == 0


def test_a_link_ends_at_its_time(link):
    with time_machine.travel(link.expires_at - timedelta(seconds=1), tick=False):
        before = Client().get(link.get_absolute_url()).status_code
    with time_machine.travel(link.expires_at, tick=False):
        after, sent = Client().get(link.get_absolute_url()), post(link)

    assert (before, after.status_code, sent.status_code) == (200, 410, 410)
    assert "This link has ended" in after.content.decode()
    assert ReviewDecision.objects.count() == 0


def test_a_link_can_be_withdrawn(eve, link, article):
    page = press(desk_of(eve), article, "withdraw", number=link.pk)

    assert said(page) == ["The link is withdrawn."]
    assert Client().get(link.get_absolute_url()).status_code == 410


def test_only_those_who_publish_see_and_withdraw_links(link, article):
    desk = desk_of(make_person("sam", "view_article", "change_article"))

    page = desk.get(page_of(article))
    refused = press(desk, article, "withdraw", number=link.pk)

    assert link.token not in text_of(page)
    assert refused.status_code == 403
    assert ReviewLink.objects.get().withdrawn_at is None


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"outcome": ""}, "Choose one of the three decisions."),
        ({"name": " "}, "Enter your name."),
        ({"profession": ""}, "Enter your profession."),
        ({"is_true": ""}, "Tick this box, or close the page to enter nothing."),
        ({"outcome": "changes", "comment": " "}, "Say what should change."),
        ({"outcome": "publish"}, "not one of the available choices"),
    ],
)
def test_what_is_missing_is_told_and_linked_with_the_rest_kept(link, changes, told):
    page = text_of(post(link, **({"registration": "HCPC PH9"} | changes)))

    assert in_order(page, "There is a problem", told)
    assert "HCPC PH9" in page
    assert ReviewDecision.objects.count() == 0


def test_the_record_outlives_the_article(link, article):
    post(link)

    Article.objects.all().delete()

    decision = ReviewDecision.objects.get()
    assert (decision.article, decision.link) == (None, None)
    assert "Walking and sleep" in decision.text


def test_a_link_takes_one_decision_whoever_writes_to_the_database(link, article):
    post(link)
    first = ReviewDecision.objects.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewDecision.objects.create(
            article=article,
            link=link,
            name="B",
            profession="C",
            outcome="approve",
            text="-",
            fingerprint="-",
        )

    assert ReviewDecision.objects.get() == first


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_costs_the_same_queries_however_long_it_is(
    eve, rows, django_assert_max_num_queries
):
    article = fill_article(make_ready("long", by=eve), rows)
    link = publishing.offer_to_expert(article, by=eve, name="Dr Kim", profession="GP", days=1)

    with django_assert_max_num_queries(25):
        page = Client().get(link.get_absolute_url())

    assert page.status_code == 200
    assert timezone.now() < link.expires_at
