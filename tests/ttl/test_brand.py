"""The pictures that stand for TTL in tabs, on phones and where its pages are shared."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from lxml import etree
from PIL import Image

from tests.planner.people import finished
from tests.ttl.pages import read

# What each picture is: how wide, how high, and the most bytes it may weigh.
PICTURES = {
    "favicon.ico": (32, 32, 2_000),
    "icon-180.png": (180, 180, 4_000),
    "icon-192.png": (192, 192, 4_000),
    "icon-512.png": (512, 512, 8_000),
    "share.png": (1200, 630, 20_000),
}
HEAD = {
    "icon": ["img/favicon.ico", "img/mark.svg"],
    "apple-touch-icon": ["img/icon-180.png"],
}


def picture(name):
    return Path(finders.find(f"img/{name}"))


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_its_size_and_is_small(name):
    width, height, bytes_at_most = PICTURES[name]

    with Image.open(picture(name)) as found:
        size = found.size

    assert size == (width, height)
    assert picture(name).stat().st_size <= bytes_at_most


@pytest.mark.parametrize("name", ["icon-180.png", "icon-192.png", "icon-512.png"])
def test_a_phone_can_cut_an_icon_to_any_shape(name):
    """Its ground reaches every edge, and the drawing keeps to the inner four fifths."""
    with Image.open(picture(name)) as found:
        icon = found.convert("RGBA")
    side = icon.width
    ground = icon.getpixel((0, 0))

    drawn = [
        ((x - side / 2) ** 2 + (y - side / 2) ** 2) ** 0.5
        for x in range(side)
        for y in range(side)
        if icon.getpixel((x, y)) != ground
    ]

    assert ground[3] == 255
    assert 0.25 * side < max(drawn) <= 0.4 * side


def test_the_mark_has_another_ground_for_the_dark_and_asks_for_nothing():
    mark = picture("mark.svg").read_text()

    assert "prefers-color-scheme: dark" in mark
    assert etree.fromstring(mark).tag == "{http://www.w3.org/2000/svg}svg"
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)|url\(|<script|<image", mark) == []


def test_the_manifest_names_the_site_and_nothing_of_anybody():
    manifest = json.loads(Path(finders.find("site.webmanifest")).read_text())
    icons = {icon["src"] for icon in manifest["icons"]}

    assert {key: manifest[key] for key in ("id", "name", "start_url", "scope", "display")} == {
        "id": "/",
        "name": "TTL",
        "start_url": "/",
        "scope": "/",
        "display": "browser",
    }
    assert {icon["purpose"] for icon in manifest["icons"] if "purpose" in icon} == {
        "any",
        "maskable",
    }
    assert [each for each in icons if finders.find(each) is None] == []


def linked(page, rel):
    return [link.get("href") for link in page.iter("link") if link.get("rel") == rel]


def test_every_page_has_the_icons_and_a_colour_for_each_theme(client, db):
    themes = {}
    for page in (read(client.get("/").content.decode()), read(client.get("/no/").content.decode())):
        assert {rel: linked(page, rel) for rel in HEAD} == {
            rel: [static(name) for name in names] for rel, names in HEAD.items()
        }
        themes = {
            each.get("media"): each.get("content")
            for each in page.iter("meta")
            if each.get("name") == "theme-color"
        }
    style = Path(finders.find("css/ttl.css")).read_text()
    light, dark = re.findall(r"--surface: (#\w{6});", style)[:2]

    # The browser's own bar goes on into the header of the page.
    assert themes == {
        "(prefers-color-scheme: light)": light,
        "(prefers-color-scheme: dark)": dark,
    }


@pytest.mark.django_db
def test_only_public_pages_offer_the_manifest_so_that_a_phone_keeps_the_link_of_a_plan(client):
    public = linked(read(client.get("/").content.decode()), "manifest")
    private = finished().get("plan/").content.decode()

    assert public == [static("site.webmanifest")]
    assert (linked(read(private), "manifest"), "og:" in private, "twitter:" in private) == (
        [],
        False,
        False,
    )


def test_the_pictures_come_from_drawings_that_are_here():
    tool = (settings.BASE_DIR / "bin" / "make-icons").read_text()

    assert "mark.svg" in tool
    assert (settings.BASE_DIR / "docs" / "brand" / "share.svg").exists()
