"""A plan on a phone without signal: readable for who asked for it, and for nobody else."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from planner.models import PrivatePlan
from safety.models import Pause
from tests.browser.phones import NOTHING, REMOVE
from tests.planner.logs import due_today

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CONTROLLED = "Boolean(navigator.serviceWorker.controller)"
COLOUR = "getComputedStyle(document.body).backgroundColor"
# The worker does all for a plan under one lock, and asks for it before it answers a page.
IDLE = "caches.keys().then(([name]) => navigator.locks.request(name, () => true))"
TODAY = "new Date().toLocaleDateString('en-GB', {day: 'numeric', month: 'long'})"
HEADINGS = {
    "": "Today",
    "plan/": "Your strength plan",
    "session/4/": "How did it go?",
    "session/4/tiny/": "How did it go?",
    "session/4/stop/": "Stopping is fine",
}


def test_without_signal_each_kept_page_is_shown_as_it_was_and_says_once_from_when_it_is(
    phone, visitor
):
    phone.keeps(visitor)
    colour = phone.page.evaluate(COLOUR)
    today = phone.page.evaluate(TODAY)
    phone.has_signal(is_there=False)

    found = {tail: seen(phone, visitor.address(tail)) for tail in HEADINGS}

    said = [f"You are offline. This is your plan as of {today}. Help lines, without signal"]
    assert found == {tail: (heading, said, colour, []) for tail, heading in HEADINGS.items()}


def seen(phone, address):
    """What a reader meets at an address, opened and opened again, and what axe says of it."""
    phone.opens(address).page.reload()
    line = phone.page.locator("main [role=status] [data-for=kept]")
    expect(line.first).to_be_visible()
    violations = Axe().run(phone.page).response["violations"]
    return phone.heading, line.all_inner_texts(), phone.page.evaluate(COLOUR), violations


def test_without_signal_a_page_that_is_not_kept_says_so_and_gives_the_help_lines(phone, visitor):
    phone.keeps(visitor)
    phone.has_signal(is_there=False)

    phone.opens(visitor.address("progress/"))

    phone.is_headed("There is no signal")
    phone.sees("999")
    phone.sees("116 123")
    assert Axe().run(phone.page).response["violations"] == []


def test_a_copy_of_more_than_a_week_shows_no_dose(phone, visitor):
    phone.keeps(visitor)
    phone.has_signal(is_there=False)
    [worker] = phone.context.service_workers

    worker.evaluate("const now = Date.now; Date.now = () => now() + 7 * 24 * 3600 * 1000")

    headings = [phone.opens(visitor.address(tail)).heading for tail in ("", "plan/", "session/4/")]
    assert headings == ["There is no signal"] * 3


def test_nothing_is_kept_for_who_did_not_ask_for_it(phone, visitor):
    for tail in ("", "plan/", "session/4/", "check/", "share/", "erase/"):
        phone.opens(visitor.address(tail))
        phone.page.wait_for_load_state("networkidle")

    assert phone.storage == NOTHING


def test_removing_it_takes_everything_and_leaves_another_plan_alone(phone, visitor):
    other = due_today(5)
    phone.keeps(other)
    before = phone.storage
    phone.keeps(visitor)

    phone.presses(REMOVE)

    phone.sees("Nothing of your plan is kept on this phone.")
    assert phone.storage == before
    phone.has_signal(is_there=False)
    assert phone.opens(other.address()).heading == "Today"


def test_removing_the_last_plan_leaves_nothing_at_all(phone, visitor):
    phone.keeps(visitor)

    phone.presses(REMOVE)

    phone.sees("Nothing of your plan is kept on this phone.")
    assert phone.storage == NOTHING


def test_erasing_the_plan_empties_the_phone(phone, visitor):
    phone.keeps(visitor)
    phone.opens(visitor.address("erase/"))

    phone.presses("Erase everything")

    phone.sees("Everything is erased")
    assert phone.storage == NOTHING


def test_a_plan_erased_elsewhere_empties_the_phone_at_the_next_visit(phone, visitor):
    phone.keeps(visitor)
    PrivatePlan.objects.erase(visitor.token)

    phone.opens(visitor.address("plan/"))

    phone.is_headed("This plan was erased")
    assert phone.storage == NOTHING


def test_a_plan_that_is_no_more_empties_the_phone(phone, visitor):
    phone.keeps(visitor)
    PrivatePlan.objects.all().delete()

    phone.opens(visitor.address())

    phone.is_headed("We cannot find that page")
    assert phone.storage == NOTHING


def test_while_plans_are_paused_no_dose_is_left_on_the_phone(phone, visitor):
    phone.keeps(visitor)
    Pause.objects.create(reason="We are looking at a mistake.")
    phone.opens(visitor.address())
    phone.waits_until(IDLE)
    phone.has_signal(is_there=False)

    headings = [phone.opens(visitor.address(tail)).heading for tail in ("", "plan/", "session/4/")]

    assert headings == ["There is no signal"] * 3


def test_pages_that_anybody_may_find_and_the_desk_are_never_the_worker_s(phone, visitor):
    phone.keeps(visitor)
    assert phone.page.evaluate(CONTROLLED)

    addresses = ["/", "/articles/", "/help/", "/exercises/", "/admin/login/"]
    controlled = [phone.opens(address).page.evaluate(CONTROLLED) for address in addresses]

    assert controlled == [False] * 5


def test_the_start_page_is_under_the_worker_s_roof_and_nothing_of_it_is_kept(phone, visitor):
    phone.keeps(visitor)
    before = phone.storage["caches"]

    phone.opens("/plan/")

    assert phone.storage["caches"] == before
    phone.has_signal(is_there=False)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        phone.opens("/plan/")
