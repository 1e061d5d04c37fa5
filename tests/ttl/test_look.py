"""What every page has, and pages that must work when little else does."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Rating
from tests.ttl.pages import dangling_references, ids, read, text

STATIC = settings.BASE_DIR / "static"
EVERY_STYLE = "\n".join(sheet.read_text() for sheet in sorted(STATIC.rglob("*.css")))
ERROR_PAGES = ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"]
PAGES = [*ERROR_PAGES, "home.html"]


@pytest.mark.parametrize("template", PAGES)
def test_every_page_offers_help_and_has_one_heading_and_one_main_part(template):
    page = read(render_to_string(template))

    links = {text(link): link.get("href") for link in page.iter("a")}
    assert links["Need help now?"] == reverse("planner:help")
    assert len(list(page.iter("h1"))) == 1
    assert len(list(page.iter("main"))) == 1


@pytest.mark.parametrize("template", PAGES)
def test_every_page_is_whole_names_its_language_and_has_a_title(template):
    page = read(render_to_string(template))

    assert page.get("lang") == "en-GB"
    assert "TTL" in page.find(".//title").text
    assert len(ids(page)) == len(set(ids(page)))
    assert dangling_references(page) == []


@pytest.mark.parametrize("template", PAGES)
def test_no_page_carries_script_style_or_anything_from_elsewhere(template):
    page = read(render_to_string(template))

    assert list(page.iter("style")) == []
    assert list(page.iter("script")) == []
    assert [element.tag for element in page.iter() if element.get("style")] == []
    addresses = [element.get("src") or element.get("href") or "/" for element in page.iter()]
    assert [address for address in addresses if not address.startswith(("/", "#"))] == []


@pytest.mark.parametrize("template", ["400.html", "500.html"])
def test_the_last_resort_pages_stand_alone_and_their_addresses_are_right(template):
    source = (settings.BASE_DIR / "templates" / template).read_text()

    page = read(source)

    assert re.search(r"{[%{]", source) is None
    assert page.find(".//link").get("href") == settings.STATIC_URL + "css/ttl.css"
    assert [link.get("href") for link in page.iter("a")] == [
        reverse("planner:help"),
        reverse("home"),
    ]


def publish(*titles):
    """Publish articles one day apart, the last of them today."""
    for age, title in enumerate(reversed(titles)):
        Article.objects.create(
            title=title,
            slug=title.lower(),
            summary="What is known.",
            rating=Rating.LIMITED,
            published_at=timezone.now() - timedelta(days=age),
        )


@pytest.mark.django_db
def test_the_front_page_leads_to_a_plan_and_says_what_ttl_is_not(client):
    page = read(client.get("/").content.decode())

    links = {text(link): link.get("href") for link in page.find(".//main").iter("a")}
    headings = [text(heading) for heading in page.iter("h2")]
    assert links["Build my free plan"] == reverse("planner:start")
    assert links["Read the evidence"] == reverse("articles:list")
    assert "What TTL is not" in headings
    assert "What the research says" not in headings


@pytest.mark.django_db
@pytest.mark.parametrize("titles", [["One"], ["One", "Two", "Three", "Four"]])
def test_the_front_page_shows_the_three_newest_articles_in_one_query(
    client, titles, django_assert_num_queries
):
    publish(*titles)
    Article.objects.create(title="Draft", slug="draft", summary="-", rating=Rating.LIMITED)

    with django_assert_num_queries(1):
        page = read(client.get("/").content.decode())

    shown = [text(heading) for heading in page.findall(".//li/article/h3")]
    assert shown == titles[::-1][:3]


@pytest.mark.django_db
def test_the_front_page_sets_no_cookie(client):
    assert client.get("/").cookies == {}


def test_a_rating_badge_says_its_rating_in_words():
    badge = read(
        render_to_string(
            "components/rating_badge.html", {"rating": "limited", "label": "Limited evidence"}
        )
    )

    span = badge.find(".//span")
    assert (span.get("class"), text(span)) == ("badge badge--limited", "Limited evidence")


def test_a_breadcrumb_marks_the_page_itself_and_links_the_rest():
    trail = read(
        render_to_string(
            "components/breadcrumb.html", {"items": [("Home", "/"), ("Articles", None)]}
        )
    )

    assert [(text(link), link.get("href")) for link in trail.iter("a")] == [("Home", "/")]
    assert text(trail.find(".//span[@aria-current='page']")) == "Articles"


TEMPLATES = settings.BASE_DIR / "templates"
# The pages of the desk have the admin's own styles under theirs.
FOR_STAFF = {"admin", "desk", "staff"}
STAFF_STYLE = "\n".join(
    sheet.read_text()
    for sheet in (
        *Path(finders.find("admin/css/base.css")).parent.glob("*.css"),
        *(Path(finders.find(name)) for name in ("articles/admin.css", "staff/staff.css")),
    )
)


def classes_in(style):
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", style))


@pytest.mark.parametrize(
    ("style", "for_staff"), [(EVERY_STYLE, False), (STAFF_STYLE, True)], ids=["visitors", "staff"]
)
def test_every_class_on_a_page_has_a_style(style, for_staff):
    known = classes_in(style)

    strangers = {
        (name, template.name)
        for template in TEMPLATES.rglob("*.html")
        if bool(FOR_STAFF & set(template.relative_to(TEMPLATES).parts)) == for_staff
        for value in re.findall(r'class="([^"]*)"', template.read_text())
        for name in re.sub(r"\S*{{.*?}}|{%.*?%}", " ", value).split()
        if name not in known
    }
    assert strangers == set()


def test_no_style_sheet_asks_for_anything_from_elsewhere():
    assert re.findall(r"url\(|@import", EVERY_STYLE) == []
