"""An article from its first word to its undone deletion, by an author, an editor and an expert."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Article, ChangeNotice
from articles.roles import AUTHOR, EDITOR
from tests.articles.builders import make_source, make_topic
from tests.journeys.editors import EVERYWHERE, LIST, NOWHERE, Colleague, Reader

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SLUG = "gardening-and-quiet-evenings"
QUESTIONS = ("Do flowers count?", "Do weeds count?")


@pytest.fixture
def library():
    make_source()
    make_topic()


@pytest.fixture
def staff(browser, live_server, library):
    """Ann writes; Eve and Bob publish. None of them is a superuser."""
    roles = {"Ann": AUTHOR, "Eve": EDITOR, "Bob": EDITOR}
    people = {name: Colleague(browser, live_server.url, name, role) for name, role in roles.items()}
    yield people
    for person in people.values():
        person.context.close()
        assert person.complaints == []


@pytest.fixture
def reader(browser, live_server):
    reader = Reader(browser, live_server.url)
    yield reader
    assert reader.context.cookies() == []
    reader.context.close()


def test_an_article_goes_all_the_way(staff, reader, browser):
    ann, eve, bob = staff["Ann"].signs_in(), staff["Eve"].signs_in(), staff["Bob"].signs_in()

    ann_writes_and_looks(ann)
    ann_asks_for_a_review(ann)
    an_expert_approves_by_link(eve, browser)
    assert reader.sees(SLUG, "hyacinths") == NOWHERE

    with time_machine.travel(eve_schedules(eve)):
        assert reader.sees(SLUG, "hyacinths") == EVERYWHERE
        expect(reader.reads(SLUG).get_by_text("Reviewed by Dr Kim, botanist")).to_be_visible()
        bobs_form_is_open(bob)
        eve_corrects_a_typo(eve, reader)
        bob_meets_a_conflict_and_keeps_hers(bob, reader)
        eve_compares_and_restores(eve, reader)
        eve_turns_the_questions_round_by_keyboard(eve, reader)
        eve_deletes_and_thinks_again(eve, reader)


def change_of(person):
    return person.opens(f"{LIST}{Article.objects.get().pk}/change/")


def publication_of(person):
    return person.opens(f"{LIST}{Article.objects.get().pk}/publication/")


def ann_writes_and_looks(ann):
    page = ann.opens(f"{LIST}add/")
    page.get_by_label("Title").press_sequentially("Gardening and quiet evenings")
    expect(page.get_by_label("Slug").first).to_have_value(SLUG)
    page.get_by_label("Summary").fill("Does a garden make evenings quiet?")
    page.get_by_label("Opening text").fill("Some peple plant **hyacinths**.")
    page.get_by_label("Evidence rating").select_option("early")
    page.locator("#id_takeaways-0-text").fill("Plant one thing.")
    page.locator("#citations-group .select2-selection").first.click()
    page.get_by_role("option", name="Label of doe-2020").click()
    for place, question in enumerate(QUESTIONS):
        page.locator("#faqs-group .add-row a").click()
        page.locator(f"#id_faqs-{place}-question").press_sequentially(question)
        page.locator(f"#id_faqs-{place}-answer").fill("They do.")
    frame = page.frame_locator(".desk-frame:not(.desk-frame--waiting)")
    expect(frame.locator("strong", has_text="hyacinths")).to_be_visible()
    expect(frame.get_by_role("heading", name=QUESTIONS[1])).to_be_visible()
    ann.saves()
    ann.is_told("was added successfully")


def ann_asks_for_a_review(ann):
    page = publication_of(ann)
    assert page.get_by_role("button", name="Publish now").count() == 0
    page.get_by_label("What should the reviewer look at?").fill("The flowers.")
    ann.presses("Ask for a review")
    expect(page.locator(".publication-state")).to_have_text("In review.")


def an_expert_approves_by_link(eve, browser):
    page = publication_of(eve)
    page.get_by_label("Who it is for").fill("Dr Kim")
    eve.presses("Make a link for an expert")
    with browser.new_context() as context:
        expert = context.new_page()
        expert.goto(page.locator(".publication-link").inner_text())
        expect(expert.get_by_text("Some peple plant hyacinths.")).to_be_visible()
        expert.get_by_label("I approve this text.").check()
        expert.get_by_label("Your profession").fill("botanist")
        expert.get_by_label("What I entered is true").check()
        expert.get_by_role("button", name="Record my decision").click()
        expect(expert.get_by_role("heading", name="Your decision is recorded")).to_be_visible()
        assert context.cookies() == []
    page.reload()
    expect(page.locator(".publication-state")).to_have_text("Approved.")


def eve_schedules(eve):
    """Return the moment just after the article was to appear."""
    at = (timezone.now() + timedelta(minutes=3)).replace(second=0, microsecond=0)
    on_her_clock = at.astimezone(ZoneInfo("Europe/London"))
    page = eve.page
    page.get_by_label("Day:", exact=True).fill(f"{on_her_clock:%Y-%m-%d}")
    page.get_by_label("Time:", exact=True).fill(f"{on_her_clock:%H:%M}")
    eve.presses("Schedule")
    expect(page.locator(".publication-state")).to_contain_text("London time")
    return at + timedelta(seconds=1)


def bobs_form_is_open(bob):
    change_of(bob).get_by_label("Summary").fill("Bob's own words.")


def eve_corrects_a_typo(eve, reader):
    change_of(eve).get_by_label("Opening text").fill("Some people plant **hyacinths**.")
    eve.saves()
    eve.is_told("was changed successfully")
    expect(reader.reads(SLUG).get_by_text("Some people plant hyacinths.")).to_be_visible()
    assert reader.sees(SLUG, "people hyacinths") == EVERYWHERE
    assert ChangeNotice.objects.count() == 0


def bob_meets_a_conflict_and_keeps_hers(bob, reader):
    bob.saves()
    told = bob.page.get_by_role("region", name="Two people wrote at the same time")
    expect(told).to_contain_text("Eve saved this on")
    expect(told.locator("ins", has_text="people").first).to_be_visible()
    expect(bob.page.get_by_label("Summary")).to_have_value("Bob's own words.")
    bob.presses("Keep what was saved")
    bob.is_told("Yours is kept in the history")
    expect(reader.reads(SLUG).get_by_text("Does a garden make evenings quiet?")).to_be_visible()


def eve_compares_and_restores(eve, reader):
    page = eve.opens(f"{LIST}{Article.objects.get().pk}/history/")
    page.get_by_label("from").last.check()
    page.get_by_label("to", exact=True).first.check()
    eve.presses("Compare the two that are marked")
    expect(page.locator("#comparison del", has_text="peple")).to_be_visible()
    expect(page.locator("#comparison ins", has_text="people")).to_be_visible()
    page.get_by_role("button", name="Restore").last.click()
    eve.is_told("reads as it did on")
    expect(reader.reads(SLUG).get_by_text("Some peple plant hyacinths.")).to_be_visible()
    assert reader.sees(SLUG, "peple") == EVERYWHERE


def questions_on(page):
    return [text for text in page.locator("#questions h3").all_inner_texts() if text]


def eve_turns_the_questions_round_by_keyboard(eve, reader):
    page = change_of(eve)
    assert questions_on(reader.reads(SLUG)) == list(QUESTIONS)
    page.get_by_role("button", name=f"Move down: {QUESTIONS[0]}").focus()
    page.keyboard.press("Enter")
    eve.saves()
    eve.is_told("was changed successfully")
    assert questions_on(reader.reads(SLUG)) == list(reversed(QUESTIONS))


def eve_deletes_and_thinks_again(eve, reader):
    page = publication_of(eve)
    eve.presses("Take back")
    expect(page.locator(".publication-state")).to_have_text("Draft.")
    eve.opens(f"{LIST}{Article.objects.get().pk}/delete/")
    page.locator("#content input[type=submit]").click()
    assert reader.sees(SLUG, "hyacinths") == NOWHERE
    page.get_by_role("link", name="deleted articles").click()
    page.get_by_role("button", name="Bring back").click()
    eve.is_told("reads as it did on")
    assert reader.sees(SLUG, "hyacinths") == NOWHERE
    publication_of(eve)
    eve.presses("Publish now")
    expect(page.locator(".publication-state")).to_contain_text("Published since")
    assert reader.sees(SLUG, "hyacinths") == EVERYWHERE
