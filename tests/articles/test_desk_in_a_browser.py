"""Writing at the desk in a real browser: nothing typed is lost, and the page stands beside it."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.test import Client
from playwright.sync_api import expect

from articles.models import Article
from tests.articles.builders import fill_article, make_draft
from tests.journeys.every_page import RULES, VIOLATIONS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASTE = """([html, plain]) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", plain);
    const box = document.querySelector("#id_body");
    box.focus();
    const how = {clipboardData: data, bubbles: true, cancelable: true};
    box.dispatchEvent(new ClipboardEvent("paste", how));
}"""
KEPT = "() => Object.keys(localStorage).filter(key => key.startsWith('desk-text'))"


@pytest.fixture
def eve():
    user = User.objects.create_user("eve", password="a long enough password", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="articles"))
    return user


@pytest.fixture
def complaints(page):
    heard = []
    page.on("console", lambda message: is_complaint(message) and heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def is_complaint(message):
    # Browsers ask for this picture by themselves.
    return message.type == "error" and not message.location["url"].endswith("/favicon.ico")


def log_in(page, live_server, user):
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )


@pytest.fixture
def desk(page, live_server, eve, complaints):
    """A page of the desk, whose visitor leaves although there is unsaved text."""
    log_in(page, live_server, eve)
    page.asked = []
    page.on("dialog", lambda dialog: (page.asked.append(dialog.type), dialog.accept()))
    yield page
    assert complaints == []


@pytest.fixture
def article():
    return fill_article(make_draft(), 3)


def open_form(desk, live_server, article):
    desk.goto(f"{live_server}/admin/articles/article/{article.pk}/change/")
    expect(desk.locator(".desk-stage--fitted")).to_be_visible()
    return desk


def previewed(desk):
    return desk.frame_locator(".desk-frame:not(.desk-frame--waiting)")


def type_and_wait(desk, field, words):
    desk.locator(field).fill(words)
    while not desk.evaluate(KEPT):
        desk.wait_for_timeout(100)


def test_the_preview_follows_the_typing_keeps_its_place_and_the_way_back(
    desk, live_server, article
):
    open_form(desk, live_server, article)
    expect(previewed(desk).locator("h1")).to_have_text("Not yet")
    steps = desk.evaluate("history.length")
    desk.evaluate("document.querySelector('.desk-frame').contentWindow.scrollTo(0, 150)")

    desk.locator("#id_title").fill("A new title")

    expect(previewed(desk).locator("h1")).to_have_text("A new title")
    assert desk.evaluate("document.querySelector('.desk-frame').contentWindow.scrollY") == 150
    assert desk.evaluate("history.length") == steps
    assert Article.objects.get().title == "Not yet"


def test_the_preview_is_as_wide_as_a_phone_or_a_desktop(desk, live_server, article):
    open_form(desk, live_server, article)
    width = "document.querySelector('.desk-frame').contentWindow.innerWidth"
    phone = desk.evaluate(width)

    desk.get_by_role("button", name="Desktop").click()

    assert (phone, desk.evaluate(width)) == (375, 1280)
    expect(desk.get_by_role("button", name="Phone")).to_have_attribute("aria-pressed", "false")


def test_the_measures_follow_the_preview(desk, live_server, article):
    open_form(desk, live_server, article)

    desk.locator("#id_body").fill("word " * 40 + "end.")

    expect(desk.locator("#id_body-measure")).to_contain_text("The longest sentence has 41 words")
    expect(desk.locator("#desk-reading")).to_contain_text("41 words, 1 minute.")


def test_without_scripts_the_preview_opens_in_its_frame(browser, live_server, eve, article):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    log_in(page, live_server, eve)
    page.goto(f"{live_server}/admin/articles/article/{article.pk}/change/")
    page.locator("#id_title").fill("Typed without scripts")

    page.get_by_role("button", name="Preview", exact=True).click()

    expect(page.frame_locator(".desk-frame").locator("h1")).to_have_text("Typed without scripts")
    assert page.url.endswith("/change/")
    context.close()


def test_text_that_was_left_is_offered_back_with_its_rows(desk, live_server, article):
    open_form(desk, live_server, article)
    desk.locator("#takeaways-group").get_by_text("Add another Takeaway").click()
    desk.locator("#id_takeaways-4-text").fill("A whole new row.")
    type_and_wait(desk, "#id_body", "What was typed.")
    desk.reload()
    offer = desk.get_by_role("region", name="Unsaved text")
    expect(offer).to_contain_text("You have unsaved text from")
    untouched = desk.locator("#id_body").input_value()

    desk.get_by_role("button", name="Bring it back").click()

    assert desk.asked == ["beforeunload"]
    assert untouched == "Lifting helps some people."
    expect(desk.locator("#id_body")).to_have_value("What was typed.")
    expect(desk.locator("#id_takeaways-4-text")).to_have_value("A whole new row.")
    expect(previewed(desk).locator("main")).to_contain_text("A whole new row.")
    expect(offer).to_have_count(0)


def test_text_that_was_thrown_away_is_not_offered_again(desk, live_server, article):
    open_form(desk, live_server, article)
    type_and_wait(desk, "#id_body", "What was typed.")
    desk.reload()

    desk.get_by_role("button", name="Throw it away").click()

    assert desk.evaluate(KEPT) == []
    expect(desk.locator("#id_body")).to_have_value("Lifting helps some people.")


@pytest.mark.parametrize("button", ["Save", "Save and continue editing", "Save and add another"])
def test_saved_text_is_not_offered_and_nobody_is_asked(desk, live_server, article, button):
    open_form(desk, live_server, article)
    type_and_wait(desk, "#id_body", "What was typed.")

    desk.get_by_role("button", name=button, exact=True).first.click()

    expect(desk.locator(".messagelist .success")).to_be_visible()
    assert (desk.asked, desk.evaluate(KEPT)) == ([], [])
    assert Article.objects.get().body == "What was typed."


def test_a_refused_save_keeps_the_copy(desk, live_server, article):
    open_form(desk, live_server, article)
    type_and_wait(desk, "#id_body", "See [[nobody]].")
    desk.get_by_role("button", name="Save", exact=True).first.click()
    expect(desk.locator(".errornote")).to_be_visible()

    desk.goto(f"{live_server}/admin/articles/article/{article.pk}/change/")
    desk.get_by_role("button", name="Bring it back").click()

    assert desk.asked == ["beforeunload"]
    expect(desk.locator("#id_body")).to_have_value("See [[nobody]].")


def test_text_sent_after_the_session_ended_is_offered_after_the_login(
    desk, live_server, article, eve
):
    open_form(desk, live_server, article)
    type_and_wait(desk, "#id_body", "What was typed.")
    desk.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    desk.get_by_role("button", name="Save", exact=True).first.click()
    desk.get_by_label("Username").fill(eve.username)
    desk.get_by_label("Password").fill("a long enough password")
    desk.get_by_role("button", name="Log in").click()

    desk.get_by_role("button", name="Bring it back").click()

    expect(desk.locator("#id_body")).to_have_value("What was typed.")


@pytest.mark.parametrize("place", ["the form", "another page"])
def test_logging_out_leaves_no_text_behind(desk, live_server, article, place):
    open_form(desk, live_server, article)
    type_and_wait(desk, "#id_body", "What was typed.")
    if place == "another page":
        desk.goto(f"{live_server}/admin/")

    desk.get_by_role("button", name="Log out").click()

    expect(desk.get_by_role("heading", name="Logged out")).to_be_visible()
    assert desk.evaluate(KEPT) == []


def test_a_row_moves_by_keyboard_and_says_where_it_is(desk, live_server, article):
    open_form(desk, live_server, article)
    takeaways = desk.locator("#takeaways-group")
    second = takeaways.get_by_role("button", name="Move up: not-yet-2")

    second.focus()
    desk.keyboard.press("Enter")

    expect(second).to_be_focused()
    expect(takeaways.locator(".desk-voice")).to_have_text("Moved up. Now 1 of 4.")
    desk.keyboard.press("Enter")
    expect(takeaways.locator(".desk-voice")).to_have_text("This is the first already.")
    faqs = desk.get_by_role("button", name="Move down: Question not-yet-1?")
    faqs.focus()
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Save", exact=True).first.click()
    expect(desk.locator(".messagelist .success")).to_be_visible()
    article.refresh_from_db()
    assert [row.text for row in article.takeaways.all()] == ["not-yet-2", "not-yet-1", "not-yet-3"]
    assert [row.slug for row in article.faqs.all()] == ["not-yet-2", "not-yet-1", "not-yet-3"]


def test_a_new_row_joins_at_the_end_and_an_empty_one_is_never_saved(desk, live_server, article):
    open_form(desk, live_server, article)
    desk.locator("#id_takeaways-3-text").fill("The newest.")
    desk.locator("#id_applies_to-3-label").fill("Begun and")
    desk.keyboard.press("Tab")
    desk.locator("#id_applies_to-3-label").fill("")
    desk.get_by_role("button", name="Move up: not-yet-3").first.click()

    desk.get_by_role("button", name="Save", exact=True).first.click()

    expect(desk.locator(".messagelist .success")).to_be_visible()
    article.refresh_from_db()
    assert [row.text for row in article.takeaways.all()][3:] == ["The newest."]
    assert article.applies_to.count() == 3


def test_what_a_word_processor_pastes_comes_out_clean_and_can_be_undone(desk, live_server, article):
    open_form(desk, live_server, article)
    box = desk.locator("#id_body")
    box.fill("Before. ")

    desk.evaluate(PASTE, ["<p class=MsoNormal><b>Bold</b> words</p>", "Bold words"])

    expect(box).to_have_value("Before. **Bold** words")
    box.press("Control+z")
    expect(box).to_have_value("Before. ")


@pytest.mark.parametrize("look", [("light", 360), ("dark", 360), ("light", 1440), ("dark", 1440)])
def test_what_the_desk_adds_breaks_no_accessibility_rule(
    desk, live_server, article, look, complaints
):
    scheme, width = look
    desk.emulate_media(color_scheme=scheme)
    desk.set_viewport_size({"width": width, "height": 900})
    open_form(desk, live_server, article)
    type_and_wait(desk, "#id_body", "What was typed.")
    desk.reload()
    expect(desk.get_by_role("region", name="Unsaved text")).to_be_visible()
    desk.evaluate(AXE_SCRIPT)

    ours = {"include": [["#desk"], [".desk-preview"], [".desk-box"], [".desk-moves"]]}
    script = VIOLATIONS.replace("axe.run(rules)", "axe.run(ours, rules)").replace(
        "rules =>", "([ours, rules]) =>", 1
    )
    assert dict(desk.evaluate(script, [ours, RULES | {"iframes": False}])) == {}
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
    # The checker itself tries to write a style into the page.
    assert {text.partition(" violates")[0] for text in complaints} == {"Applying inline style"}
    complaints.clear()
