"""Nothing that was typed at the desk is lost, and nothing of it is left for others."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from articles.models import Article
from tests.articles.builders import fill_article, make_draft
from tests.articles.desk_page import KEPT, open_form, previewed, type_and_wait

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article():
    return fill_article(make_draft(), 3)


def test_text_that_was_left_is_offered_back_with_its_rows(eves_page, live_server, article):
    open_form(eves_page, live_server, article)
    eves_page.locator("#takeaways-group").get_by_text("Add another Takeaway").click()
    eves_page.locator("#id_takeaways-4-text").fill("A whole new row.")
    type_and_wait(eves_page, "#id_body", "What was typed.")
    eves_page.reload()
    offer = eves_page.get_by_role("region", name="Unsaved text")
    expect(offer).to_contain_text("You have unsaved text from")
    untouched = eves_page.locator("#id_body").input_value()

    eves_page.get_by_role("button", name="Bring it back").click()

    assert eves_page.asked == ["beforeunload"]
    assert untouched == "Lifting helps some people."
    expect(eves_page.locator("#id_body")).to_have_value("What was typed.")
    expect(eves_page.locator("#id_takeaways-4-text")).to_have_value("A whole new row.")
    expect(previewed(eves_page).locator("main")).to_contain_text("A whole new row.")
    expect(offer).to_have_count(0)


def test_text_that_was_thrown_away_is_not_offered_again(eves_page, live_server, article):
    open_form(eves_page, live_server, article)
    type_and_wait(eves_page, "#id_body", "What was typed.")
    eves_page.reload()

    eves_page.get_by_role("button", name="Throw it away").click()

    assert eves_page.evaluate(KEPT) == []
    expect(eves_page.locator("#id_body")).to_have_value("Lifting helps some people.")


@pytest.mark.parametrize("button", ["Save", "Save and continue editing", "Save and add another"])
def test_saved_text_is_not_offered_and_nobody_is_asked(eves_page, live_server, article, button):
    open_form(eves_page, live_server, article)
    type_and_wait(eves_page, "#id_body", "What was typed.")

    eves_page.get_by_role("button", name=button, exact=True).first.click()

    expect(eves_page.locator(".messagelist .success")).to_be_visible()
    assert (eves_page.asked, eves_page.evaluate(KEPT)) == ([], [])
    assert Article.objects.get().body == "What was typed."


def test_a_refused_save_keeps_the_copy(eves_page, live_server, article):
    open_form(eves_page, live_server, article)
    type_and_wait(eves_page, "#id_body", "See [[nobody]].")
    eves_page.get_by_role("button", name="Save", exact=True).first.click()
    expect(eves_page.locator(".errornote")).to_be_visible()
    # A browser asks only whoever has touched the page.
    eves_page.locator("#id_title").click()

    eves_page.goto(f"{live_server}/admin/articles/article/{article.pk}/change/")
    eves_page.get_by_role("button", name="Bring it back").click()

    assert eves_page.asked == ["beforeunload"]
    expect(eves_page.locator("#id_body")).to_have_value("See [[nobody]].")


def test_text_sent_after_the_session_ended_is_offered_after_the_login(
    eves_page, live_server, article, eve
):
    open_form(eves_page, live_server, article)
    type_and_wait(eves_page, "#id_body", "What was typed.")
    eves_page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    eves_page.get_by_role("button", name="Save", exact=True).first.click()
    eves_page.get_by_label("Username").fill(eve.username)
    eves_page.get_by_label("Password").fill("a long enough password")
    eves_page.get_by_role("button", name="Log in").click()

    eves_page.get_by_role("button", name="Bring it back").click()

    expect(eves_page.locator("#id_body")).to_have_value("What was typed.")


@pytest.mark.parametrize("place", ["the form", "another page"])
def test_logging_out_leaves_no_text_behind(eves_page, live_server, article, place):
    open_form(eves_page, live_server, article)
    type_and_wait(eves_page, "#id_body", "What was typed.")
    if place == "another page":
        eves_page.goto(f"{live_server}/admin/")

    eves_page.get_by_role("button", name="Log out").click()

    expect(eves_page.get_by_role("heading", name="Logged out")).to_be_visible()
    assert eves_page.evaluate(KEPT) == []
