"""An editor, a clinician's link and a reader, each in a browser of their own."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.articles.builders import make_claim
from tests.articles.staff import EDITOR, make_person, make_ready
from tests.journeys.every_page import RULES, VIOLATIONS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS = "/articles/walking-and-sleep/"


@pytest.fixture
def article():
    claim = make_claim()
    article = make_ready(body=f"Lifting helped: [[{claim.key}]].")
    article.citations.create(source=claim.source)
    return article


@pytest.fixture
def editor_page(page, live_server, article):
    """The page “Publication” before somebody who may publish but is no superuser."""
    eve = make_person("eve", *EDITOR)
    eve.set_password("a long enough password")
    eve.save()
    page.goto(f"{live_server}/admin/articles/article/{article.pk}/publication/")
    page.get_by_label("Username").fill("eve")
    page.get_by_label("Password").fill("a long enough password")
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("heading", name="Before readers see it").wait_for()
    return page


def violations(page):
    page.evaluate(AXE_SCRIPT)
    return dict(page.evaluate(VIOLATIONS, RULES))


def overflow(page):
    page.set_viewport_size({"width": 320, "height": 568})
    return page.evaluate("document.documentElement.scrollWidth") - 320


def test_an_editor_sends_a_link_an_expert_approves_and_readers_see_who(
    editor_page, browser, live_server
):
    editor_page.get_by_label("Who it is for").fill("Dr Kim Oh")
    editor_page.get_by_role("button", name="Make a link for an expert").click()
    link = editor_page.locator(".publication-link").inner_text()

    with browser.new_context(java_script_enabled=False) as context:
        expert = context.new_page()
        expert.goto(link)
        expert.get_by_role("link", name="Go to the decision").click()
        expert.get_by_label("I approve this text.").check()
        expert.get_by_label("Your profession").fill("physiotherapist")
        expert.get_by_label("What I entered is true").check()
        expert.get_by_role("button", name="Record my decision").click()
        expect(expert.get_by_role("heading", name="Your decision is recorded")).to_be_visible()
        assert context.cookies() == []

    editor_page.reload()
    expect(editor_page.locator(".publication-state")).to_have_text("Approved.")
    editor_page.get_by_role("button", name="Publish now").click()
    expect(editor_page.locator(".publication-state")).to_contain_text("Published since")
    editor_page.goto(f"{live_server}{ADDRESS}")
    expect(editor_page.get_by_text("Reviewed by Dr Kim Oh, physiotherapist on")).to_be_visible()


def test_the_pages_of_a_review_are_open_to_everybody_at_every_width(
    editor_page, browser, live_server
):
    editor_page.get_by_label("Who it is for").fill("Dr Kim Oh")
    editor_page.get_by_role("button", name="Make a link for an expert").click()
    link = editor_page.locator(".publication-link").inner_text()
    found = {}

    with browser.new_context() as context:
        expert = context.new_page()
        for name, address in (("link", link), ("changes", f"{live_server}/articles/changes/")):
            expert.goto(address)
            found[name] = violations(expert), overflow(expert)
        expert.goto(link)
        expert.get_by_role("button", name="Record my decision").click()
        expect(expert.locator(".error-summary")).to_be_focused()
        found["errors"] = violations(expert), overflow(expert)

    assert found == dict.fromkeys(("link", "changes", "errors"), ({}, 0))
    assert overflow(editor_page) == 0
