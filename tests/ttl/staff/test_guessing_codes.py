"""Guesses at codes end after five, and leave known browsers and the codes on paper open."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.ttl.staff.signing_in import (
    code_of,
    is_at_the_desk,
    set_up,
    sign_in,
    type_code,
    wrong_for,
)

pytestmark = pytest.mark.django_db


def test_a_password_alone_makes_no_browser_known_where_a_code_is_asked(protected):
    browser = sign_in(Client())
    before = "browser" in browser.cookies

    type_code(browser, code_of(protected))

    assert (before, "browser" in browser.cookies) == (False, True)


def test_codes_are_guessed_five_times_and_then_once_an_hour_from_any_strange_browser(
    protected, clock
):
    answers = [type_code(sign_in(Client()), wrong_for(protected)) for _ in range(50)]
    refused = type_code(sign_in(Client()), code_of(protected))
    clock.shift(timedelta(hours=1))
    browser = sign_in(Client())
    type_code(browser, code_of(protected))

    assert ["That code is not right" in page for page in answers] == [True] * 5 + [False] * 45
    assert "Too many wrong tries. Wait 60 minutes, then try again." in refused
    assert is_at_the_desk(browser)


def test_whoever_knows_a_password_shuts_no_known_browser_out_of_the_codes(protected, clock):
    browser = sign_in(Client())
    type_code(browser, code_of(protected))
    browser.post("/admin/logout/")
    clock.shift(60)
    for _ in range(20):
        type_code(sign_in(Client()), wrong_for(protected))

    type_code(sign_in(browser), code_of(protected))

    assert is_at_the_desk(browser)


def test_wrong_codes_leave_the_codes_on_paper_open_to_every_browser(eve, clock):
    code = set_up(sign_in(Client()))[0]
    for _ in range(20):
        type_code(sign_in(Client()), wrong_for(eve))
    browser = sign_in(Client())

    type_code(browser, code)

    assert is_at_the_desk(browser)
