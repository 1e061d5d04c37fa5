"""A session noted without signal is kept on the phone and sent later: once, and never dropped."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils.timezone import localdate
from playwright.sync_api import expect

from planner.diary import entries
from planner.engine import Kind
from planner.models import PrivatePlan
from tests.browser.phones import NOTHING, REMOVE
from tests.planner.test_log import sent

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NOT_YET = "What you noted for session 4 on"
THERE_NOW = "What you noted without signal is in your plan now."
# What the script of a page asks; whoever asks so here tells nobody.
SENT = """async () => {
    const {active} = await navigator.serviceWorker.getRegistration();
    const {port1, port2} = new MessageChannel();
    const heard = new Promise((done) => port1.onmessage = ({data}) => done(data.isSent));
    active.postMessage({act: "send"}, [port2]);
    return heard;
}"""


def noted(visitor):
    """The kind and note of every session after the third, as the plan has them."""
    found = [entry.session for entry in entries(visitor.state)][3:]
    return [(session.kind, session.note) for session in found]


def without_signal(phone, visitor, tail=""):
    """The phone keeps the plan, is without signal and shows a page."""
    phone.keeps(visitor)
    phone.has_signal(is_there=False)
    return phone.opens(visitor.address(tail))


def writes(phone, visitor, note, **choices):
    """Fill in and send the form of session 4 without signal."""
    without_signal(phone, visitor, "session/4/")
    for name, value in choices.items():
        phone.page.locator(f"[name={name}]").select_option(value)
    phone.page.locator("[name=note]").fill(note)
    phone.presses("Save")
    return phone


def has_signal_again(phone, visitor):
    """The page was closed meanwhile: nothing is sent before the plan is opened anew."""
    phone.page.goto("about:blank")
    phone.has_signal(is_there=True)
    phone.opens(visitor.address())


@pytest.mark.parametrize(
    ("button", "kind"), [("All as planned", Kind.FULL), ("The tiny version", Kind.TINY)]
)
def test_one_press_is_kept_and_sent_once_when_there_is_signal(phone, visitor, button, kind):
    without_signal(phone, visitor)

    phone.presses(button)

    phone.sees("It will be sent when there is signal.")
    phone.is_headed("Saved on this phone")
    assert Axe().run(phone.page).response["violations"] == []
    assert noted(visitor) == []
    has_signal_again(phone, visitor)
    phone.sees(THERE_NOW)
    assert noted(visitor) == [(kind, "")]
    phone.page.reload()
    assert noted(visitor) == [(kind, "")]


def test_a_whole_form_is_kept_and_sent_with_every_word(phone, visitor):
    writes(phone, visitor, "It felt good & light; 100 %")

    phone.sees("Saved on this phone")
    has_signal_again(phone, visitor)

    phone.sees(THERE_NOW)
    assert noted(visitor) == [(Kind.FULL, "It felt good & light; 100 %")]


def test_an_open_page_sends_it_by_itself_and_says_so_once(phone, visitor):
    writes(phone, visitor, "a good day")
    phone.opens(visitor.address())
    phone.sees("Saved on this phone. It will be sent when there is signal.")

    phone.has_signal(is_there=True)

    phone.sees(THERE_NOW)
    assert phone.page.get_by_text(THERE_NOW).count() == 1
    assert noted(visitor) == [(Kind.FULL, "a good day")]


def test_what_arrived_though_its_answer_was_lost_counts_once(phone, visitor):
    writes(phone, visitor, "a good day")
    visitor.post("session/4/", sent(visitor, "session/4/", note="a good day"))

    has_signal_again(phone, visitor)

    phone.sees(THERE_NOW)
    assert noted(visitor) == [(Kind.FULL, "a good day")]
    assert phone.page.locator(".offline-asked").count() == 0


def test_a_press_that_arrived_though_its_answer_was_lost_counts_once(phone, visitor):
    without_signal(phone, visitor)
    phone.presses("All as planned")
    phone.sees("Saved on this phone")
    visitor.post("session/4/press/", {"press": "full"})

    has_signal_again(phone, visitor)

    phone.sees(THERE_NOW)
    assert noted(visitor) == [(Kind.FULL, "")]
    assert phone.page.locator(".offline-asked").count() == 0


def test_what_was_sent_for_a_page_that_is_gone_is_told_by_the_next_one(phone, visitor):
    without_signal(phone, visitor)
    phone.presses("All as planned")
    phone.sees("Saved on this phone")
    phone.page.goto("about:blank")
    phone.has_signal(is_there=True)

    phone.opens(visitor.address("no-such-page/"))
    phone.waits_until(SENT)
    phone.opens(visitor.address())

    phone.sees(THERE_NOW)
    assert noted(visitor) == [(Kind.FULL, "")]
    phone.waits_until(f"async () => !(await ({SENT})())")


def test_two_tabs_that_press_and_send_at_once_count_once(phone, visitor):
    without_signal(phone, visitor)
    other = phone.context.new_page()
    other.goto(phone.page.url)
    for tab in (phone.page, other):
        tab.get_by_role("button", name="All as planned").click()
        expect(tab.locator("h1")).to_have_text("Saved on this phone")

    phone.has_signal(is_there=True)

    phone.opens(visitor.address())
    other.goto(phone.page.url)
    assert noted(visitor) == [(Kind.FULL, "")]


def test_what_was_noted_otherwise_elsewhere_is_shown_with_what_was_typed(phone, visitor):
    writes(phone, visitor, "from the gym")
    visitor.post("session/4/", sent(visitor, "session/4/", note="from home"))
    has_signal_again(phone, visitor)
    phone.sees(NOT_YET)
    assert Axe().run(phone.page).response["violations"] == []

    phone.presses("Look at it and send it")

    phone.is_headed("This session is noted already")
    phone.sees("from the gym")
    phone.sees("from home")
    assert noted(visitor) == [(Kind.FULL, "from home")]
    phone.presses("Use this one instead")
    phone.is_headed("Well done")
    assert noted(visitor) == [(Kind.FULL, "from the gym")]
    phone.opens(visitor.address())
    assert phone.page.locator(".offline-asked").count() == 0


def test_what_was_refused_stays_until_it_is_thrown_away(phone, visitor):
    writes(phone, visitor, "from the gym")
    visitor.post("session/4/", sent(visitor, "session/4/", note="from home"))
    has_signal_again(phone, visitor)
    phone.page.reload()
    phone.sees(NOT_YET)
    phone.presses(REMOVE)
    phone.sees("Something you noted is not sent yet. Send it or throw it away first.")

    phone.presses("Throw it away")

    expect(phone.page.locator(".offline-asked")).to_have_count(0)
    phone.presses(REMOVE)
    phone.sees("Nothing of your plan is kept on this phone.")
    assert phone.storage == NOTHING
    assert noted(visitor) == [(Kind.FULL, "from home")]


def test_a_number_that_cannot_be_comes_back_with_all_that_was_typed(phone, visitor):
    without_signal(phone, visitor, "session/4/")
    phone.page.locator("[name=note]").fill("a good day")
    phone.page.locator("[name=session_effort]").fill("77")
    phone.presses("Save")
    has_signal_again(phone, visitor)

    phone.presses("Look at it and send it")

    assert phone.page.title().startswith("Error: ")
    assert phone.page.locator("[name=session_effort]").input_value() == "77"
    assert phone.page.locator("[name=note]").input_value() == "a good day"
    assert noted(visitor) == []


def test_what_was_typed_for_a_plan_erased_elsewhere_is_shown_a_last_time(phone, visitor):
    writes(phone, visitor, "a good day")
    PrivatePlan.objects.erase(visitor.token)

    has_signal_again(phone, visitor)

    phone.is_headed("This plan was erased")
    phone.sees("It is shown only here, and only now.")
    phone.sees("a good day")
    assert phone.storage == NOTHING
    phone.page.reload()
    expect(phone.page.locator("main")).not_to_contain_text("a good day")


def test_a_warning_sign_without_signal_says_at_once_what_to_do_and_no_dose_is_left(phone, visitor):
    writes(phone, visitor, "it came suddenly", stop_symptom="chest_pain")

    phone.is_headed("Please stop here")
    phone.sees("Emergency 999")
    assert Axe().run(phone.page).response["violations"] == []
    headings = [phone.opens(visitor.address(tail)).heading for tail in ("", "plan/", "session/4/")]
    assert headings == ["Please stop here"] * 3
    has_signal_again(phone, visitor)
    phone.is_headed("Please stop here")
    assert noted(visitor) == [(Kind.STOPPED, "it came suddenly")]
    assert phone.page.locator(".offline-asked").count() == 0


def test_a_form_kept_for_some_days_is_for_the_day_it_is_used(phone, visitor):
    phone.keeps(visitor)
    phone.context.clock.install(time=localdate().isoformat() + "T12:00:00")
    phone.has_signal(is_there=False)
    later = localdate() + timedelta(days=3)
    phone.context.clock.set_fixed_time(later.isoformat() + "T12:00:00")

    phone.opens(visitor.address("session/4/"))

    expect(phone.page.locator("[name=day]")).to_have_value(later.isoformat())
