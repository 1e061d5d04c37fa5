"""The gallery as readers with other eyes have it: it stands for every page that uses its pieces."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.urls import reverse

from articles.roles import AUTHOR
from tests.articles.builders import make_staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EDGED = ".button, .card, .callout, .caution-card, .exercise, .session, .choice label, .pager a"
HAS_NO_EDGE = """(all, backdrop) => all.filter(each => {
    const style = getComputedStyle(each);
    return parseFloat(style.borderTopWidth) < 1 || style.borderTopColor === backdrop;
}).map(each => each.className || each.tagName)"""
INKS = """marks => marks.map(mark => {
    const {stroke, fill} = getComputedStyle(mark);
    return stroke === "none" ? fill : stroke;
})"""
MOVING = "document.getAnimations().map(each => each.animationName || each.transitionProperty)"


@pytest.fixture
def open_gallery(browser, live_server):
    """Open the gallery as staff, in a browser that is set as somebody needs it."""
    opened = []

    def open_it(**setup):
        staff = Client()
        staff.force_login(make_staff(AUTHOR, f"somebody-{len(opened)}"))
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": staff.cookies[name].value, "url": live_server.url}
        opened.append(browser.new_context(**setup))
        opened[-1].add_cookies([cookie])
        page = opened[-1].new_page()
        page.goto(live_server.url + reverse("admin:gallery"))
        return page

    yield open_it
    for context in opened:
        context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_component_breaks_an_accessibility_rule(open_gallery, theme, width):
    page = open_gallery(color_scheme=theme, viewport={"width": width, "height": 800})

    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_forced_colours_leave_every_edge_drawing_and_focus(open_gallery, theme):
    page = open_gallery(forced_colors="active", color_scheme=theme)
    backdrop = page.evaluate("getComputedStyle(document.body).backgroundColor")

    edgeless = page.locator(EDGED).evaluate_all(HAS_NO_EDGE, backdrop)
    drawn = "main .chart__stem, main .chart__grid, main .near-leg, main .near-arm, .morning__sun"
    inks = page.locator(drawn).evaluate_all(INKS)
    rated = page.locator(".badge--strong").evaluate(
        "badge => getComputedStyle(badge, '::before').backgroundImage"
    )
    page.locator("main a.button").first.focus()
    ring = page.locator("main a.button").first.evaluate(
        "link => { const style = getComputedStyle(link);"
        " return [style.outlineStyle, parseFloat(style.outlineWidth), style.outlineColor] }"
    )

    assert [each for each in edgeless if "button--quiet" not in each] == []
    assert (len(inks) > 10, backdrop in inks) == (True, False)
    assert "linear-gradient" in rated
    assert ring[:2] == ["solid", 3]
    assert ring[2] != backdrop


@pytest.mark.parametrize(("wish", "is_offered"), [("reduce", False), ("no-preference", True)])
def test_only_those_who_have_not_asked_for_less_motion_are_offered_any(
    open_gallery, wish, is_offered
):
    page = open_gallery(reduced_motion=wish)
    if is_offered:
        page.get_by_text("Show it moving").click()

    assert page.get_by_text("Show it moving").is_visible() is is_offered
    assert ("drawing" in page.evaluate(MOVING)) is is_offered


def test_more_contrast_makes_grey_words_black(open_gallery):
    page = open_gallery(contrast="more", color_scheme="light")

    grey = page.locator(".lede").first.evaluate("words => getComputedStyle(words).color")

    assert grey == "rgb(0, 0, 0)"


def test_it_works_without_script(open_gallery):
    page = open_gallery(java_script_enabled=False)

    page.locator("summary").first.click()

    assert page.locator("details[open]").count() > 0
