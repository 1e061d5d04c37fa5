"""Scripts add comfort and nothing else: without them no button stands that needs one."""

from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BUTTONS = ["Copy this link", "Start a rest", "Keep my plan on this phone", "Throw it away"]


def test_the_link_is_copied_and_that_is_said_once(phone, visitor):
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.opens(visitor.address())

    phone.presses("Copy this link")

    expect(phone.page.get_by_text("Copied.")).to_have_count(1)
    phone.opens("/report/")  # where a page may read the clipboard no page of ours can: paste it
    phone.page.locator("textarea").first.press("Control+v")
    assert phone.page.locator("textarea").first.input_value() == phone.site + visitor.address()


def test_the_clock_counts_the_rest_of_the_plan_and_says_when_it_is_over(phone, visitor):
    noon = datetime.now(UTC).replace(hour=12)
    phone.context.clock.install(time=noon)
    phone.opens(visitor.address())
    phone.context.clock.pause_at(noon + timedelta(hours=1))
    begin = phone.page.get_by_role("button", name="Start a rest of")
    seconds = int(phone.page.locator("[data-rest]").get_attribute("data-rest"))

    begin.click()

    left = phone.page.get_by_role("timer", name="Rest left")
    expect(left).to_have_text(f"{seconds // 60}:{seconds % 60:02}")
    phone.context.clock.run_for(1000 * (seconds - 1))
    expect(left).to_have_text("0:01")
    phone.context.clock.run_for(1000)
    expect(phone.page.get_by_text("The rest is over.")).to_be_visible()
    expect(left).to_be_hidden()
    expect(begin).to_be_focused()


def test_the_clock_stops_when_asked_and_says_nothing(phone, visitor):
    phone.opens(visitor.address())
    phone.page.get_by_role("button", name="Start a rest of").click()
    assert Axe().run(phone.page).response["violations"] == []

    phone.presses("Stop the clock")

    expect(phone.page.get_by_role("button", name="Start a rest of")).to_be_focused()
    expect(phone.page.get_by_text("The rest is over.")).to_have_count(0)


@pytest.mark.parametrize(
    ("is_changed", "asked"), [(True, ["beforeunload"]), (False, [])], ids=["changed", "as it was"]
)
def test_a_form_asks_before_it_is_left_only_when_it_was_changed(phone, visitor, is_changed, asked):
    heard = []
    phone.page.on("dialog", lambda dialog: (heard.append(dialog.type), dialog.accept()))
    phone.opens(visitor.address("session/4/"))
    phone.page.locator("[name=note]").click()
    if is_changed:
        phone.page.locator("[name=note]").fill("a good day")

    phone.page.get_by_role("link", name="Back to today").click()

    expect(phone.page.locator("h1")).to_have_text("Today")
    assert heard == asked


def test_a_form_that_is_sent_asks_nothing(phone, visitor):
    heard = []
    phone.page.on("dialog", lambda dialog: (heard.append(dialog.type), dialog.accept()))
    phone.opens(visitor.address("session/4/"))
    phone.page.locator("[name=note]").fill("a good day")

    phone.presses("Save")

    expect(phone.page.locator("h1")).to_have_text("Well done")
    assert heard == []


@pytest.mark.parametrize("tail", ["", "plan/", "session/4/", "share/"])
def test_without_script_no_button_that_needs_one_is_seen(browser, live_server, visitor, tail):
    tab = browser.new_page(java_script_enabled=False)

    tab.goto(f"{live_server}{visitor.address(tail)}")

    shown = tab.locator("main").inner_text() + tab.locator("body").inner_text()
    assert [button for button in BUTTONS if button in shown] == []
    tab.close()


def test_no_public_page_loads_a_script(phone):
    asked = []
    phone.page.on("request", lambda request: asked.append((request.resource_type, request.url)))

    for address in ("/", "/help/", "/exercises/", "/plan/"):
        phone.opens(address)

    assert [url for kind, url in asked if kind == "script"] == []
