"""Pages of the library in a real browser: the policy, accessibility rules and small screens."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ["/topics/", "/topics/anxiety/", "/sources/?page=2", "/articles/strength-trainin/"]


@pytest.fixture
def page(browser, live_server):
    call_command("load_content", verbosity=0)
    tab = browser.new_page()
    yield tab
    tab.close()


def test_a_browser_takes_structured_data_for_data_and_complains_of_nothing(page, live_server):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    kinds = {}
    for address in ("/", "/articles/judging-how-hard-it-feels/", "/questions/", "/glossary/"):
        page.goto(f"{live_server.url}{address}", wait_until="networkidle")
        data = page.locator('script[type="application/ld+json"]').text_content()
        kinds[address] = page.evaluate(
            "text => JSON.parse(text)['@graph'].map(n => n['@type'])", data
        )

    assert complaints == []
    assert kinds == {
        "/": ["WebSite"],
        "/articles/judging-how-hard-it-feels/": ["BreadcrumbList", "MedicalWebPage", "FAQPage"],
        "/questions/": ["BreadcrumbList", "FAQPage"],
        "/glossary/": ["BreadcrumbList", "DefinedTermSet"],
    }


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(("width", "theme"), [(320, "light"), (1280, "dark")])
def test_the_pages_break_no_accessibility_rule_and_fit(page, live_server, address, width, theme):
    page.set_viewport_size({"width": width, "height": 640})
    page.emulate_media(color_scheme=theme)

    page.goto(f"{live_server.url}{address}")

    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_pages_of_a_list_are_large_enough_to_press(page, live_server):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{live_server.url}/sources/")

    boxes = [link.bounding_box() for link in page.locator(".pager a").all()]

    assert len(boxes) >= 2
    assert [box for box in boxes if box["width"] < 44 or box["height"] < 44] == []
