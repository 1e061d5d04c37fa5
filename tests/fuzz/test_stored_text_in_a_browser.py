"""The same texts in a real Chromium: nothing runs, nothing is fetched, nothing complains."""

from random import Random

import pytest
from django.conf import settings
from django.test import Client

from tests.articles.desk_page import is_complaint
from tests.fuzz.addresses import filled, routes
from tests.fuzz.stored import fill, fill_plan
from tests.fuzz.world import SUPERUSER, make_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Of the desk, the pages that show most; the others are made of the same parts.
DESK = ("admin/articles/article/", "admin/articles/image/", "admin/auth/user/", "admin/reports/")
REPORT = """document.addEventListener("securitypolicyviolation", event =>
    console.error(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));"""


@pytest.fixture
def world():
    world = make_world()
    fill(1)
    fill_plan(world.tokens["plan"][0], 1)
    return world


@pytest.fixture
def heard():
    return []


@pytest.fixture
def tab(browser, live_server, world, heard):
    """A tab of somebody who may see everything, and what it has to say."""
    context = browser.new_context()
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": world.cookies[SUPERUSER]}
    context.add_cookies([cookie | {"url": live_server.url}])
    context.add_init_script(REPORT)
    tab = context.new_page()
    tab.on("console", lambda message: is_complaint(message) and heard.append(message.text))
    tab.on("pageerror", lambda error: heard.append(str(error)))
    tab.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    tab.on(
        "request", lambda request: _is_elsewhere(request, live_server) and heard.append(request.url)
    )
    yield tab
    context.close()


def _is_elsewhere(request, live_server):
    return not request.url.startswith((live_server.url, "about:", "data:"))


def pages(world):
    """The addresses that answer with a page, one for each line of the site map."""
    client, dice = Client(), Random(1)  # noqa: S311 - not a secret
    client.cookies[settings.SESSION_COOKIE_NAME] = world.cookies[SUPERUSER]
    for route in routes():
        is_wanted = route.text.startswith(DESK) if route.is_for_staff else True
        if is_wanted and not route.text.endswith((".pdf", "delete/", "keep/")):
            known = {part: some[:1] for part, some in world.known(route).items()}
            address = filled(route, known, dice, odd=0)
            page = client.get(address)
            if page.status_code == 200 and page["Content-Type"].startswith("text/html"):
                yield address


def test_no_stored_text_acts_in_a_real_browser(world, tab, live_server, heard):
    addresses = list(pages(world))

    for address in addresses:
        tab.goto(f"{live_server}{address}")
        heard[:] = [f"{address}: {said}" if ": " not in said else said for said in heard]

    assert len(addresses) > 40
    assert heard == []


def test_the_ears_of_this_test_hear(tab, live_server, heard):
    page = "<!doctype html><title>x</title><p>x<script>alert(1)</script><img src=//zq9.example/>"
    policy = {"Content-Security-Policy": "default-src 'none'"}
    tab.route(
        "**/acting/",
        lambda route: route.fulfill(body=page, content_type="text/html", headers=policy),
    )

    tab.goto(f"{live_server}/acting/")

    assert any("script-src" in said for said in heard)
    assert any("zq9.example" in said for said in heard)
