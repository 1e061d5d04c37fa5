"""The admin works in a real browser under the content security policy."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A page of each kind: index, list, report, and forms with pickers, calendars and rows to add.
PAGES = (
    "/admin/",
    "/admin/auth/user/",
    "/admin/auth/user/add/",
    "/admin/auth/group/add/",
    "/admin/articles/article/",
    "/admin/articles/article/add/",
    "/admin/articles/image/add/",
    "/admin/articles/source/add/",
    "/admin/articles/topic/add/",
    "/admin/articles/faq/add/",
    "/admin/second-step/",
    "/admin/reports/review-due/",
    "/admin/reports/links/",
)


@pytest.fixture
def complaints(page):
    """What the browser finds to complain of: broken policies, failed scripts, missing files."""
    heard = []
    page.on("console", lambda message: message.type == "error" and heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


@pytest.fixture
def staff_page(page, live_server, admin_user):
    page.goto(f"{live_server}/admin/")
    page.get_by_label("Username").fill(admin_user.username)
    page.get_by_label("Password").fill("password")
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("heading", name="Your desk").wait_for()
    return page


def test_no_staff_page_breaks_a_policy(staff_page, live_server, complaints):
    for address in PAGES:
        staff_page.goto(f"{live_server}{address}", wait_until="networkidle")
        complaints.append(f"opened {address}")

    assert complaints == [f"opened {address}" for address in PAGES]


def test_the_scripts_of_the_admin_run(staff_page, live_server):
    staff_page.goto(f"{live_server}/admin/auth/group/add/")
    staff_page.get_by_role("textbox", name="Name").fill("Editors")

    staff_page.locator("#id_permissions_from option", has_text="Can add user").dblclick()

    chosen = staff_page.locator("#id_permissions_to option")
    expect(chosen).to_have_count(1)
    expect(chosen).to_contain_text("Can add user")
