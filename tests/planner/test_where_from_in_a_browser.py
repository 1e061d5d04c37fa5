"""A browser never tells where a plan is, not even to our own pages; forms are sent all the same."""

import pytest

from planner.models import PrivatePlan
from tests.planner.people import finished

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(params=[True, False], ids=["scripts on", "scripts off"])
def page(browser, request):
    tab = browser.new_page(java_script_enabled=request.param)
    yield tab
    tab.close()


def test_no_request_from_a_plan_says_more_than_the_name_of_the_site(page, live_server):
    plan, told = finished(), set()
    page.on("request", lambda request: told.add(request.headers.get("referer", "")))
    page.goto(f"{live_server}{plan.address()}")

    page.get_by_role("link", name="TTL", exact=False).first.click()
    page.goto(f"{live_server}{plan.address('erase/')}")
    page.get_by_role("link", name="Articles").first.click()

    page.wait_for_url("**/articles/")
    assert [place for place in told if "/plan" in place] == []
    assert f"{live_server}/" in told


def test_no_request_from_a_search_says_what_was_looked_for(page, live_server):
    told = set()
    page.on("request", lambda request: told.add(request.headers.get("referer", "")))
    page.goto(f"{live_server}/search/?q=low+mood")

    page.get_by_role("link", name="Articles").first.click()

    page.wait_for_url("**/articles/")
    assert [place for place in told if "low" in place] == []
    assert f"{live_server}/" in told


def test_a_form_of_a_plan_is_sent_as_our_own(page, live_server):
    plan, origins = finished(), []
    page.on(
        "request",
        lambda request: request.method == "POST" and origins.append(request.headers.get("origin")),
    )
    page.goto(f"{live_server}{plan.address('erase/')}")

    with page.expect_navigation():
        page.locator("main form button").first.click()

    assert origins == [live_server.url]
    assert not PrivatePlan.objects.exists()
