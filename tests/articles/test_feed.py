"""The feed follows what is published, holds to RFC 4287, and outlives changes of address."""

from datetime import UTC, date, datetime, timedelta

import feedparser
import pytest
import time_machine

from articles.models import Article
from tests.articles.builders import make_article, make_draft, make_scheduled, make_topic
from tests.articles.reading import read_xml

pytestmark = pytest.mark.django_db

FEED = "/articles/feed/"
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def read_feed(client, address: str = FEED, **headers) -> feedparser.FeedParserDict:
    """Read a feed as a feed reader does, after a look at its grammar."""
    response = client.get(address, headers=headers)
    read_xml(response, "atom")
    feed = feedparser.parse(
        response.content, response_headers={"content-type": response["Content-Type"]}
    )
    assert (feed.get("bozo_exception"), feed.version) == (None, "atom10")
    return feed


def titles(feed: feedparser.FeedParserDict) -> list[str]:
    return [entry.title for entry in feed.entries]


def test_an_entry_says_what_the_article_says_of_itself(client):
    with time_machine.travel(NOON, tick=False):
        article = make_article(title="Mood & <sets>", summary="Does it help? Yes & no.")
        article.topics.add(make_topic())
        feed = read_feed(client)

    [entry] = feed.entries
    assert {
        name: entry[name] for name in ("title", "link", "id", "author", "published", "updated")
    } == {
        "title": "Mood & <sets>",
        "link": "http://testserver/articles/lifting-and-mood/",
        "id": f"tag:testserver,2026:articles/{article.pk}",
        "author": "TTL's AI panel",
        "published": "2026-11-25T12:00:00+00:00",
        "updated": "2026-11-26T12:00:00+00:00",
    }
    assert [tag.term for tag in entry.tags] == ["Sleep"]
    assert entry.summary == (
        "<p>Does it help? Yes &amp; no.</p>"
        "<p>Limited evidence. Not yet reviewed by a clinician.</p>"
    )


def test_an_entry_names_the_clinician_who_read_the_article(client):
    make_article(
        reviewer_name="Dr Ada",
        reviewed_date=date(2026, 11, 1),
        next_review_date=date(2027, 11, 1),
    )

    [entry] = read_feed(client).entries

    assert "Limited evidence. Reviewed by Dr Ada." in entry.summary


def test_the_feed_says_where_it_is_and_what_page_it_follows(client):
    make_article().topics.add(make_topic())

    about = {address: read_feed(client, address).feed for address in (FEED, "/topics/sleep/feed/")}

    assert {
        address: (feed.title, feed.link, [each.href for each in feed.links if each.rel == "self"])
        for address, feed in about.items()
    } == {
        FEED: ("TTL", "http://testserver/articles/", [f"http://testserver{FEED}"]),
        "/topics/sleep/feed/": (
            "TTL: Sleep",
            "http://testserver/topics/sleep/",
            ["http://testserver/topics/sleep/feed/"],
        ),
    }
    assert len({feed.id for feed in about.values()}) == 2


def test_a_feed_without_an_article_is_a_feed_all_the_same(client):
    assert titles(read_feed(client)) == []


def test_the_newest_articles_come_first_and_drafts_never(client):
    for days in range(40):
        make_article(f"day-{days}", published_at=NOON - timedelta(days=days))
    make_draft(), make_scheduled()

    with time_machine.travel(NOON + timedelta(minutes=1)):
        feed = read_feed(client)

    assert titles(feed) == [f"Day {days}" for days in range(30)]


def test_an_article_joins_the_feed_by_itself_when_its_time_comes(client):
    with time_machine.travel(NOON, tick=False) as clock:
        make_article("soon", published_at=NOON + timedelta(hours=1))
        before = read_feed(client)
        clock.move_to(NOON + timedelta(hours=1))
        after = read_feed(client)

    assert (titles(before), titles(after)) == ([], ["Soon"])
    # It was written before that hour, but nobody could have read it then.
    assert after.entries[0].updated == after.feed.updated == "2026-11-26T13:00:00+00:00"


def test_an_article_that_is_taken_back_leaves_the_feed_at_once(client):
    make_article()
    before = read_feed(client)
    Article.objects.update(published_at=None)

    assert (titles(before), titles(read_feed(client))) == (["Lifting and mood"], [])


def test_an_entry_keeps_its_id_when_title_and_address_change(client):
    article = make_article()
    [before] = read_feed(client).entries
    article.title, article.slug = "New title", "new-address"
    article.save()
    [after] = read_feed(client).entries

    assert (before.id, after.link) == (after.id, "http://testserver/articles/new-address/")


def test_the_feed_of_a_topic_holds_its_articles_only(client):
    sleep = make_topic()
    make_article("on-sleep").topics.add(sleep)
    make_draft().topics.add(sleep)
    make_article("on-pain").topics.add(make_topic("pain"))

    assert titles(read_feed(client, "/topics/sleep/feed/")) == ["On sleep"]


@pytest.mark.parametrize("make_hidden", [make_draft, make_scheduled])
def test_a_topic_with_nothing_published_has_no_feed(client, make_hidden):
    make_hidden().topics.add(make_topic())

    assert client.get("/topics/sleep/feed/").status_code == 404


def test_the_feed_of_a_renamed_topic_goes_on_where_readers_know_it(client):
    topic = make_topic()
    make_article().topics.add(topic)
    before = read_feed(client, "/topics/sleep/feed/")
    topic.slug = "rest"
    topic.save()

    after = read_feed(client, "/topics/sleep/feed/")

    assert after.feed.id == before.feed.id
    assert [each.href for each in after.feed.links] == [
        "http://testserver/topics/rest/",
        "http://testserver/topics/rest/feed/",
    ]


def test_whole_addresses_are_those_of_the_site_whatever_name_was_asked(client, settings):
    settings.SITE_URL = "https://ttl.example.org"
    article = make_article()

    feed = read_feed(client, host="localhost")

    assert feed.entries[0].link == f"https://ttl.example.org{article.get_absolute_url()}"
    assert feed.entries[0].id == f"tag:ttl.example.org,2026:articles/{article.pk}"
    assert b"localhost" not in client.get(FEED, headers={"host": "localhost"}).content


def test_signs_that_xml_cannot_hold_do_not_break_the_feed(client):
    make_article(title="Pasted\x0b title", summary="With a\x08 bell.", author_line="A\x01b")

    [entry] = read_feed(client).entries

    assert (entry.title, entry.author) == ("Pasted title", "Ab")


@pytest.mark.parametrize("address", ["/", "/articles/", "/topics/sleep/", "/glossary/"])
def test_public_pages_lead_feed_readers_to_the_feed(client, world, address):
    page = client.get(address).content.decode()

    assert (
        f'<link rel="alternate" type="application/atom+xml" title="Articles of TTL" href="{FEED}">'
        in page
    )


def test_a_reader_that_has_the_newest_feed_is_told_so_in_a_few_bytes(client):
    make_article()
    etag = client.get(FEED)["ETag"]

    again = client.get(FEED, headers={"If-None-Match": etag})

    assert (again.status_code, again.content) == (304, b"")
