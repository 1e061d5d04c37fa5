"""What only a browser can tell: size, focus, order and accessibility rules."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template.loader import render_to_string

from tests.ttl.sample_form import UNFIT, SampleForm, form_html

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Targets that stand alone; a link within a sentence may be smaller.
TARGETS = ".button, .wordmark, nav a, .help-bar a, .choice label, summary, .error-summary a, select"


def page_around(content):
    """Put content into the main part of a real page of the site."""
    before, after = render_to_string("base.html").split("</main>")
    return f"{before}<h1>Sample</h1>{content}</main>{after}"


@pytest.fixture
def page(browser):
    """A fresh tab; the `page` of pytest-playwright itself warns under this pytest."""
    tab = browser.new_page()
    yield tab
    tab.close()


@pytest.fixture(params=["home", "new form", "form with errors"])
def address(request, page, live_server):
    """The address of a page to look at; forms are served as if the site had them."""
    if request.param == "home":
        return f"{live_server}/"
    form = SampleForm(UNFIT if request.param == "form with errors" else None)
    body = page_around(f'<form novalidate>{form_html(form)}<button class="button">Go on</button>')
    page.route("**/sample/", lambda route: route.fulfill(body=body, content_type="text/html"))
    return f"{live_server}/sample/"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_breaks_no_accessibility_rule(page, address, theme, width):
    page.set_viewport_size({"width": width, "height": 640})
    page.emulate_media(color_scheme=theme)

    page.goto(address)

    assert Axe().run(page).response["violations"] == []


def test_on_the_smallest_phone_nothing_is_cut_off_and_help_is_in_the_first_screen(page, address):
    page.set_viewport_size({"width": 320, "height": 568})

    page.goto(address)

    box = page.get_by_role("link", name="Need help now?").first.bounding_box()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert 0 <= box["y"] < box["y"] + box["height"] <= 568
    assert box["x"] + box["width"] <= 320


def test_everything_to_press_is_at_least_44_pixels_high(page, address):
    page.set_viewport_size({"width": 320, "height": 568})

    page.goto(address)

    boxes = [(target.inner_text(), target.bounding_box()) for target in page.locator(TARGETS).all()]
    assert len(boxes) > 4
    assert [(words, box["height"]) for words, box in boxes if box["height"] < 44] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_lines_of_text_are_short_enough_to_read(page, address, width):
    page.set_viewport_size({"width": width, "height": 640})

    page.goto(address)

    # An average letter is about half an em wide, so 75 letters are about 38 em.
    widest = page.evaluate(
        "Math.max(...[...document.querySelectorAll('p')].map("
        "p => p.clientWidth / parseFloat(getComputedStyle(p).fontSize)))"
    )
    assert widest <= 38


def test_the_first_tab_stop_skips_to_the_main_part(page, address):
    page.goto(address)
    page.locator("body").evaluate("body => { document.activeElement.blur() }")

    page.keyboard.press("Tab")
    focused = page.locator(":focus")

    assert focused.get_attribute("href") in {"#main", "#id_age"}


def test_the_error_summary_has_focus_without_script(browser, live_server):
    page = browser.new_page(java_script_enabled=False)
    body = page_around(form_html(SampleForm(UNFIT)))
    page.route("**/sample/", lambda route: route.fulfill(body=body, content_type="text/html"))

    page.goto(f"{live_server}/sample/")

    assert page.locator(".error-summary:focus").count() == 1
    page.close()


def test_a_link_of_the_error_summary_moves_to_its_question(browser, live_server):
    page = browser.new_page(java_script_enabled=False)
    body = page_around(form_html(SampleForm(UNFIT)))
    page.route("**/sample/", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(f"{live_server}/sample/")
    page.locator(".error-summary:focus").wait_for()

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.locator("#id_age:focus").wait_for()
    assert page.locator("#id_age:focus").count() == 1
    page.close()
