"""Our own pages of the desk are open to everybody, by light and by dark, on a small screen too."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from articles import upkeep
from articles.models import Faq, LinkCheck
from tests.articles.builders import make_article, make_claim, make_faq, make_source

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article():
    """An article with a past, beside something in every part of every report."""
    make_article("late", body="[Gone](/gone/) [[nobody-2020]]")
    make_claim("old-mood", checked_date="2020-01-01")
    for number, status in ((1, 404), (2, 403)):
        url = f"https://other.example/{number}"
        make_source(f"far-{number}", doi="", url=url)
        LinkCheck.objects.create(url=url, status=status, checked_at=timezone.now())
    upkeep.will_be_removed(make_faq(), by=None)
    Faq.objects.all().delete()
    return with_a_past()


def with_a_past():
    article = make_article(body="One two three.")
    for body in ("One two four.", "One five four."):
        upkeep.will_change(article)
        article.body = body
        article.save()
        upkeep.changed(article, by=None)
    return article


REPORTS = ("second-step/", "second-step/set-up/", "reports/review-due/", "reports/links/")
PAGES = ("publication/", "history/", "../bring-in/", "../../faq/deleted/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_our_pages_of_the_desk_pass_every_rule_and_fit(
    browser, live_server, admin_client, article, scheme
):
    context = browser.new_context(
        viewport={"width": 320, "height": 740}, color_scheme=scheme, base_url=live_server.url
    )
    session = admin_client.cookies["session"].value
    context.add_cookies([{"name": "session", "value": session, "url": live_server.url}])
    admin_client.post("/admin/second-step/", {"wish": "begin"})
    page = context.new_page()

    found = {}
    row = f"articles/article/{article.pk}"
    for address in (*REPORTS, *(f"{row}/{page}" for page in PAGES)):
        page.goto(f"/admin/{address}")
        violations = Axe().run(page).response["violations"]
        too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[address] = [(v["id"], n["target"]) for v in violations for n in v["nodes"]], too_wide

    context.close()
    assert found == dict.fromkeys(found, ([], False))
