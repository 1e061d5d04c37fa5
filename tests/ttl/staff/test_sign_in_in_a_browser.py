"""A person signs in with a phone, in a real browser, with scripts off and on a small screen."""

import re
from base64 import b32decode

import pytest
from django_otp.oath import totp
from playwright.sync_api import expect

from articles.roles import AUTHOR
from tests.articles.builders import make_staff
from tests.ttl.staff.signing_in import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def ann():
    ann = make_staff(AUTHOR, "ann")
    ann.set_password(PASSWORD)
    ann.save()
    return ann


@pytest.fixture
def small_page(browser, live_server):
    """A phone whose browser runs no script, and what it complains of."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 740}, base_url=live_server.url
    )
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    yield page
    context.close()
    assert complaints == []


def press(page, button):
    """Press a button and wait until all of the page that it leads to is there."""
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def give_password(page):
    page.goto("/admin/articles/article/")
    page.get_by_label("Username").fill("ann")
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Log in")


def type_code(page, code, button="Go on"):
    page.get_by_label("Code").fill(code)
    press(page, button)


def test_signing_in_with_a_phone_from_the_first_day_to_the_lost_phone(small_page, ann, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    page = small_page

    # The first day: the password leads to the page that sets a second step up, and no further.
    give_password(page)
    expect(page.get_by_text("You need a second step before you can work")).to_be_visible()
    press(page, "Set up your second step")
    expect(page.locator("svg.qr")).to_be_visible()
    key = b32decode(page.locator("code.key").inner_text().replace(" ", ""))
    used = f"{totp(key):06}"
    type_code(page, used, "Turn on my second step")
    codes = page.locator(".codes code").all_inner_texts()
    page.get_by_role("link", name="go to the desk").click()
    expect(page.get_by_role("heading", name="Your desk")).to_be_visible()

    # The next day: a used code is refused, the next one lets in, to the page first asked for.
    press(page, "Log out")
    give_password(page)
    type_code(page, used)
    expect(page.get_by_text("it was used before")).to_be_visible()
    page.wait_for_timeout(1_100)
    type_code(page, f"{totp(key, t0=-30):06}")
    expect(page.get_by_role("heading", name="Select article to change")).to_be_visible()

    # The phone is lost: a code on paper lets in, once.
    for lets_in in (True, False):
        page.context.clear_cookies()
        give_password(page)
        type_code(page, codes[0])
        desk = page.get_by_role("heading", name="Select article to change")
        expect(desk).to_be_visible(visible=lets_in)
    assert re.fullmatch(r".*/admin/second-step/code/\?next=.*", page.url)
