"""Writing at the desk in a real browser: the page beside the form, its order, and pasting."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from articles.models import Article
from tests.articles.builders import fill_article, make_draft
from tests.articles.desk_page import log_in, open_form, previewed, type_and_wait
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


@pytest.fixture
def article():
    return fill_article(make_draft(), 3)


def test_the_preview_follows_the_typing_keeps_its_place_and_the_way_back(
    eves_page, live_server, article
):
    open_form(eves_page, live_server, article)
    expect(previewed(eves_page).locator("h1")).to_have_text("Not yet")
    steps = eves_page.evaluate("history.length")
    inside = "document.querySelector('.desk-frame').contentWindow"
    eves_page.evaluate(f"{inside}.scrollTo({{top: 150, behavior: 'instant'}})")

    eves_page.locator("#id_title").fill("A new title")

    expect(previewed(eves_page).locator("h1")).to_have_text("A new title")
    assert eves_page.evaluate(f"{inside}.scrollY") == 150
    assert eves_page.evaluate("history.length") == steps
    assert Article.objects.get().title == "Not yet"


def test_the_preview_is_as_wide_as_a_phone_or_a_desktop(eves_page, live_server, article):
    open_form(eves_page, live_server, article)
    width = "document.querySelector('.desk-frame').contentWindow.innerWidth"
    phone = eves_page.evaluate(width)

    eves_page.get_by_role("button", name="Desktop").click()

    assert (phone, eves_page.evaluate(width)) == (375, 1280)
    expect(eves_page.get_by_role("button", name="Phone")).to_have_attribute("aria-pressed", "false")


def test_the_measures_follow_the_preview(eves_page, live_server, article):
    open_form(eves_page, live_server, article)

    eves_page.locator("#id_body").fill("word " * 40 + "end.")

    expect(eves_page.locator("#id_body-measure")).to_contain_text(
        "The longest sentence has 41 words"
    )
    expect(eves_page.locator("#desk-reading")).to_contain_text("41 words, 1 minute.")


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


def test_a_row_moves_by_keyboard_and_says_where_it_is(eves_page, live_server, article):
    open_form(eves_page, live_server, article)
    takeaways = eves_page.locator("#takeaways-group")
    second = takeaways.get_by_role("button", name="Move up: not-yet-2")

    second.focus()
    eves_page.keyboard.press("Enter")

    expect(second).to_be_focused()
    expect(takeaways.locator(".desk-voice")).to_have_text("Moved up. Now 1 of 4.")
    eves_page.keyboard.press("Enter")
    expect(takeaways.locator(".desk-voice")).to_have_text("This is the first already.")
    faqs = eves_page.get_by_role("button", name="Move down: Question not-yet-1?")
    faqs.focus()
    eves_page.keyboard.press("Enter")
    eves_page.get_by_role("button", name="Save", exact=True).first.click()
    expect(eves_page.locator(".messagelist .success")).to_be_visible()
    article.refresh_from_db()
    assert [row.text for row in article.takeaways.all()] == ["not-yet-2", "not-yet-1", "not-yet-3"]
    assert [row.slug for row in article.faqs.all()] == ["not-yet-2", "not-yet-1", "not-yet-3"]


def test_a_new_row_joins_at_the_end_and_an_empty_one_is_never_saved(
    eves_page, live_server, article
):
    open_form(eves_page, live_server, article)
    eves_page.locator("#id_takeaways-3-text").fill("The newest.")
    eves_page.locator("#id_applies_to-3-label").fill("Begun and")
    eves_page.keyboard.press("Tab")
    eves_page.locator("#id_applies_to-3-label").fill("")
    eves_page.get_by_role("button", name="Move up: not-yet-3").first.click()

    eves_page.get_by_role("button", name="Save", exact=True).first.click()

    expect(eves_page.locator(".messagelist .success")).to_be_visible()
    article.refresh_from_db()
    assert [row.text for row in article.takeaways.all()][3:] == ["The newest."]
    assert article.applies_to.count() == 3


def test_what_a_word_processor_pastes_comes_out_clean_and_can_be_undone(
    eves_page, live_server, article
):
    open_form(eves_page, live_server, article)
    box = eves_page.locator("#id_body")
    box.fill("Before. ")

    eves_page.evaluate(PASTE, ["<p class=MsoNormal><b>Bold</b> words</p>", "Bold words"])

    expect(box).to_have_value("Before. **Bold** words")
    box.press("Control+z")
    expect(box).to_have_value("Before. ")


@pytest.mark.parametrize("look", [("light", 360), ("dark", 360), ("light", 1440), ("dark", 1440)])
def test_what_the_desk_adds_breaks_no_accessibility_rule(
    eves_page, live_server, article, look, complaints
):
    scheme, width = look
    eves_page.emulate_media(color_scheme=scheme)
    eves_page.set_viewport_size({"width": width, "height": 900})
    open_form(eves_page, live_server, article)
    type_and_wait(eves_page, "#id_body", "What was typed.")
    eves_page.reload()
    expect(eves_page.get_by_role("region", name="Unsaved text")).to_be_visible()
    eves_page.evaluate(AXE_SCRIPT)

    ours = {"include": [["#desk"], [".desk-preview"], [".desk-box"], [".desk-moves"]]}
    script = VIOLATIONS.replace("axe.run(rules)", "axe.run(ours, rules)").replace(
        "rules =>", "([ours, rules]) =>", 1
    )
    assert dict(eves_page.evaluate(script, [ours, RULES | {"iframes": False}])) == {}
    assert eves_page.evaluate("document.documentElement.scrollWidth") <= width
    # The checker itself tries to write a style into the page.
    assert {text.partition(" violates")[0] for text in complaints} == {"Applying inline style"}
    complaints.clear()
