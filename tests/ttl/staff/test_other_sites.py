"""Another site can neither send a form to the desk nor show the desk in a frame."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.ttl.staff.every_page import outcome

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("blank_pages")]


def forged(browser, address, token="", **headers):
    """Send a form as another site would, with or without what that site cannot know."""
    sent = {"csrfmiddlewaretoken": token}
    return outcome(browser, "post", address, sent, **headers).status_code


def test_every_form_without_its_token_or_from_another_origin_is_refused(every_page):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(User.objects.create_superuser("root"))
    browser.cookies["csrf"] = token = "a" * 32
    tries = {
        "without a token": {},
        "with another token": {"token": "b" * 32},
        "from another site": {"token": token, "Origin": "https://evil.example"},
        "from nowhere": {"token": token, "Origin": "null"},
        "from a neighbour": {"token": token, "Origin": "http://evil.testserver"},
    }

    answers = {
        (name, page.name): forged(browser, page.address, **how)
        for name, how in tries.items()
        for page in every_page
    }
    own = {
        page.name: forged(browser, page.address, token=token, Origin="http://testserver")
        for page in every_page
        if page.name in {"second_step", "articles_article_add", "auth_user_add", "logout"}
    }

    assert {key: status for key, status in answers.items() if status != 403} == {}
    assert set(own.values()) <= {200, 302}


def test_no_page_may_be_framed_but_the_preview(every_page):
    browser = Client()
    browser.force_login(User.objects.create_superuser("root"))

    framed = {
        page.name
        for page in every_page
        for method in ("get", "post")
        for response in [outcome(browser, method, page.address)]
        if response["X-Frame-Options"] != "DENY"
        or "frame-ancestors 'none'" not in response["Content-Security-Policy"]
    }

    assert framed == {"articles_article_preview", "articles_article_preview_new"}
