"""The list of exercises and a page of one, read by a browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.planner.people import finished

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(browser):
    tab = browser.new_page()
    yield tab
    tab.close()


@pytest.mark.parametrize(
    "address", ["/exercises/", "/exercises/?level=9", "/exercises/push-up/", "/glossary/"]
)
@pytest.mark.parametrize(("width", "theme"), [(320, "light"), (1280, "dark")])
def test_the_pages_break_no_accessibility_rule_and_fit(page, live_server, address, width, theme):
    page.set_viewport_size({"width": width, "height": 640})
    page.emulate_media(color_scheme=theme)

    page.goto(f"{live_server}{address}")

    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_filters_work_without_a_script(browser, live_server):
    tab = browser.new_page(java_script_enabled=False)
    tab.goto(f"{live_server}/exercises/")

    tab.get_by_label("What you can use").select_option(label="Bands")
    tab.get_by_role("button", name="Show these").click()

    assert tab.get_by_role("status").inner_text() == "7 exercises"
    tab.get_by_role("link", name="Band row").click()
    assert tab.get_by_role("heading", level=1).inner_text() == "Band row"
    tab.close()


def test_a_private_page_does_not_tell_the_public_one_where_somebody_came_from(page, live_server):
    page.goto(f"{live_server}{finished().address('plan/')}")

    with page.expect_navigation(url="**/exercises/*/") as opened:
        # The link may stand in a fold.
        page.locator("a", has_text="How to do it").first.evaluate("link => link.click()")

    assert "referer" not in opened.value.request.all_headers()
    assert page.evaluate("document.referrer") == ""


MOVING = "document.getAnimations().filter((each) => each.animationName == 'drawing').length"


@pytest.mark.parametrize(("motion", "offered"), [("no-preference", True), ("reduce", False)])
def test_a_drawing_moves_on_request_and_never_for_who_asks_for_less(
    page, live_server, motion, offered
):
    page.emulate_media(reduced_motion=motion)

    page.goto(f"{live_server}/exercises/push-up/")

    request = page.get_by_text("Show it moving")
    assert request.is_visible() == offered
    assert page.evaluate(MOVING) == 0
    if offered:
        request.click()
        assert page.evaluate(MOVING) == 2
        assert Axe().run(page).response["violations"] == []
        request.click()
        assert not page.locator(".drawing__motion svg").is_visible()
