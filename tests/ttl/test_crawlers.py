"""What search engines and language models are told, and what they are kept from."""

import re
from datetime import UTC, datetime, timedelta
from urllib.robotparser import RobotFileParser

import pytest
import time_machine
from django.conf import settings as current
from django.test import RequestFactory

from tests.articles.builders import (
    make_article,
    make_draft,
    make_scheduled,
    make_source,
    make_topic,
)
from tests.articles.reading import read_xml, text_of
from ttl.crawlers import sitemap

SITE = "http://testserver"
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
TAG = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read_map(response) -> dict[str, str | None]:
    """Return the addresses of a map with their dates, after a look at its grammar."""
    document = read_xml(response, "sitemap")
    return {place.findtext(f"{TAG}loc"): place.findtext(f"{TAG}lastmod") for place in document}


def dates_on_map(client) -> dict[str, str]:
    return {
        address.removeprefix(SITE): date
        for address, date in read_map(client.get("/sitemap.xml")).items()
        if date
    }


@pytest.mark.django_db
def test_the_map_holds_every_kind_of_public_page_and_no_other(client):
    make_article().topics.add(make_topic())
    make_draft().topics.add(make_topic("of-draft"))
    make_scheduled(), make_source()

    addresses = {address.removeprefix(SITE) for address in read_map(client.get("/sitemap.xml"))}

    exercises = {address for address in addresses if re.match("(/es)?/exercises/.", address)}
    assert len(exercises) == 2 * 80
    assert addresses - exercises == {
        "/",
        "/articles/",
        "/articles/changes/",
        "/articles/lifting-and-mood/",
        "/topics/",
        "/topics/sleep/",
        "/questions/",
        "/glossary/",
        "/sources/",
        "/sources/doe-2020/",
        "/how-we-rate-evidence/",
        "/exercises/",
        "/help/",
        "/report/",
        "/safety/",
        "/es/",
        "/es/how-we-rate-evidence/",
        "/es/exercises/",
        "/es/help/",
        "/es/report/",
        "/es/safety/",
    }


@pytest.mark.django_db
def test_the_map_dates_articles_and_what_lists_them_by_their_last_change(client):
    with time_machine.travel(NOON, tick=False) as clock:
        sleep = make_topic()
        make_article("early", published_at=NOON).topics.add(sleep)
        clock.shift(timedelta(hours=1))
        make_article("late", published_at=NOON)
        dates = dates_on_map(client)

    assert dates == {
        "/articles/": "2026-11-26T13:00:00+00:00",
        "/articles/early/": "2026-11-26T12:00:00+00:00",
        "/articles/late/": "2026-11-26T13:00:00+00:00",
        "/topics/sleep/": "2026-11-26T12:00:00+00:00",
    }


@pytest.mark.django_db
def test_a_scheduled_article_joins_the_map_by_itself_dated_when_it_appeared(client):
    with time_machine.travel(NOON, tick=False) as clock:
        make_article("soon", published_at=NOON + timedelta(hours=1))
        before = dates_on_map(client)
        clock.shift(timedelta(hours=1))
        after = dates_on_map(client)

    assert (before, after["/articles/soon/"]) == ({}, "2026-11-26T13:00:00+00:00")


@pytest.mark.django_db
def test_a_map_too_large_for_one_file_becomes_a_map_of_files(client):
    whole = read_map(client.get("/sitemap.xml"))

    index = read_map(sitemap(RequestFactory().get("/sitemap.xml"), size=100))
    parts = [read_map(sitemap(RequestFactory().get(part), size=100)) for part in index]

    assert list(index) == [f"{SITE}/sitemap.xml?part=1", f"{SITE}/sitemap.xml?part=2"]
    assert parts[0] | parts[1] == whole
    assert [len(part) for part in parts] == [100, len(whole) - 100]


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["0", "2", "one", ""])
def test_a_part_of_the_map_that_is_not_there_is_not_found(client, part):
    assert client.get(f"/sitemap.xml?part={part}").status_code == 404


def test_robots_are_kept_from_private_plans_and_led_to_the_map(client):
    text = text_of(client.get("/robots.txt"))

    assert text == (
        "User-agent: *\nDisallow: /plan/\nDisallow: /shared/\n"
        "Disallow: /calendar/\nDisallow: /review/\n"
        "Disallow: /es/plan/\nDisallow: /es/shared/\n"
        f"Disallow: /es/calendar/\nDisallow: /es/review/\n\nSitemap: {SITE}/sitemap.xml\n"
    )
    robots = RobotFileParser()
    robots.parse(text.splitlines())
    allowed = ("/", "/articles/x/", "/help/", "/exercises/")
    refused = ("/plan/x/", "/plan/import/", "/shared/x/", "/calendar/x.ics", "/review/x/")
    for language in ("", "/es"):
        assert [robots.can_fetch("*", f"{language}{each}") for each in allowed] == [True] * 4
        assert [robots.can_fetch("*", f"{language}{each}") for each in refused] == [False] * 5
    assert robots.site_maps() == [f"{SITE}/sitemap.xml"]


def test_language_models_are_told_what_must_not_be_lost(client):
    text = text_of(client.get("/llms.txt"))

    assert text.startswith("# TTL\n\n> TTL publishes")
    assert "not medical care" in text
    assert "stop, skip or change a medicine" in text
    assert f"- [Help lines]({SITE}/help/): who to call or text, by country\n" in text


@pytest.mark.django_db
def test_every_page_that_language_models_are_sent_to_is_there(client):
    places = re.findall(rf"\({SITE}([^)]*)\)", text_of(client.get("/llms.txt")))

    assert len(places) == 10
    assert [client.get(place).status_code for place in places] == [200] * 10


@pytest.mark.parametrize("address", ["/robots.txt", "/llms.txt"])
def test_plain_texts_may_be_kept_for_an_hour_need_no_database_and_do_not_name_the_desk(
    client, address
):
    page = client.get(address)

    assert page["Content-Type"] == "text/plain; charset=utf-8"
    assert page["Cache-Control"] == "public, max-age=3600"
    assert current.ADMIN_PATH.strip("/") not in page.content.decode()


def test_whoever_finds_a_weakness_is_told_whom_to_tell(client, settings):
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    with time_machine.travel(NOON, tick=False):
        page = client.get("/.well-known/security.txt")

    assert page["Content-Type"] == "text/plain; charset=utf-8"
    assert page["Cache-Control"] == "public, max-age=86400"
    assert text_of(page) == (
        "Contact: mailto:security@example.org\n"
        "Expires: 2027-05-25T00:00:00Z\n"
        "Preferred-Languages: en\n"
        f"Canonical: {SITE}/.well-known/security.txt\n"
    )


def test_where_nobody_hears_of_weaknesses_no_contact_is_shown(client, db):
    assert client.get("/.well-known/security.txt").status_code == 404
