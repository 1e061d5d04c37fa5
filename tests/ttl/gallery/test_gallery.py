"""The gallery shows every component, from the templates of the pages themselves, to staff."""

import re

import pytest
from django.conf import settings
from django.templatetags.static import static
from django.test import Client
from django.urls import reverse

from articles.roles import AUTHOR
from tests.articles.builders import make_staff
from tests.ttl.pages import dangling_references, ids, read, text

TEMPLATES = settings.BASE_DIR / "templates"
# Pieces that an issue of ours promised to show, beside all of templates/components/.
PIECES = {"planner/_session.html", "planner/_set_tables.html", "articles/_forest.html"}


@pytest.fixture
def gallery(db):
    browser = Client()
    browser.force_login(make_staff(AUTHOR))
    return read(browser.get(reverse("admin:gallery")).content.decode())


def shown(template):
    """The templates that one includes, and those that they include."""
    source = (TEMPLATES / template).read_text()
    found = set(re.findall(r'{% include "([^"]+)"', source))
    return found.union(*(shown(each) for each in found))


def test_it_shows_every_component():
    components = {f"components/{each.name}" for each in (TEMPLATES / "components").glob("*.html")}

    missing = (components | PIECES) - shown("gallery/gallery.html")

    assert missing == set()


def test_every_component_is_used_by_a_page_too():
    used = set()
    for template in TEMPLATES.rglob("*.html"):
        if template.parent.name != "gallery":
            used |= set(re.findall(r'{% include "(components/[^"]+)"', template.read_text()))

    assert used == {f"components/{each.name}" for each in (TEMPLATES / "components").glob("*.html")}


@pytest.mark.parametrize("folder", ["components", "ttl", "ttl/layout"])
def test_a_component_names_its_parameters_at_its_top(folder):
    unnamed = [
        each.name
        for each in (TEMPLATES / folder).glob("*.html")
        if not re.match(r"{# (No parameters\.|[a-z_ ,]+[:;.])", each.read_text())
    ]

    assert unnamed == []


def test_it_is_one_whole_page_in_the_look_of_the_visitors(gallery):
    sheets = [link.get("href") for link in gallery.iter("link") if link.get("rel") == "stylesheet"]

    assert sheets == ["/static/css/ttl.css", "/static/css/gallery.css"]
    assert len(ids(gallery)) == len(set(ids(gallery)))
    assert dangling_references(gallery) == []
    assert {script.get("src") for script in gallery.iter("script")} == {
        static("js/copy.js"),
        static("js/unsaved.js"),
    }


def test_it_shows_each_kind_of_question_empty_filled_and_with_mistakes(gallery):
    states = [
        text(heading)
        for heading in gallery.find(".//section[@aria-labelledby='questions']").iter("h3")
    ]

    assert states == ["Empty", "Filled", "With mistakes"]
    assert len([each for each in gallery.iter() if each.get("class") == "error-summary"]) == 1
    assert len([each for each in gallery.iter("input") if each.get("checked") is not None]) == 4


def test_no_visitor_opens_it(client, db):
    response = client.get(reverse("admin:gallery"))

    assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/admin/login/")
