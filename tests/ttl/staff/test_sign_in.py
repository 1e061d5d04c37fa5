"""Signing in takes a password and, where there is one or must be one, a code that works once."""

import re

import pytest
from django.test import Client

from articles.models import Article, Rating
from tests.ttl.staff.signing_in import (
    CODE_PAGE,
    SET_UP_PAGE,
    STEP_PAGE,
    code_of,
    is_at_the_desk,
    set_up,
    sign_in,
    type_code,
    wrong_for,
)

pytestmark = pytest.mark.django_db


def test_without_a_second_step_the_password_is_enough_where_none_is_required(eve, client):
    assert is_at_the_desk(sign_in(client))


def test_the_password_alone_opens_nothing_once_there_is_a_second_step(protected, client):
    draft = Article.objects.create(title="D", slug="d", summary="-", rating=Rating.EARLY)
    sign_in(client)

    pages = {
        address: client.get(address).status_code
        for address in ("/admin/", STEP_PAGE, SET_UP_PAGE, "/admin/articles/article/")
    }

    assert set(pages.values()) == {302}
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert (
        client.get("/admin/", follow=True).redirect_chain[-1][0] == f"{CODE_PAGE}?next=%2Fadmin%2F"
    )


def test_the_code_of_the_phone_signs_in_under_a_new_session_key(protected, client):
    sign_in(client)
    before = client.session.session_key

    answer = client.post(f"{CODE_PAGE}?next=/admin/articles/article/", {"code": code_of(protected)})

    assert answer.url == "/admin/articles/article/"
    assert client.session.session_key != before
    assert is_at_the_desk(client)


def test_nobody_is_led_to_another_site(protected, client):
    sign_in(client)

    answer = client.post(f"{CODE_PAGE}?next=//evil.example/", {"code": code_of(protected)})

    assert answer.url == "/admin/"


def test_a_wrong_code_is_refused_in_words(protected, client):
    sign_in(client)

    page = type_code(client, wrong_for(protected))

    assert "That code is not right" in page
    assert not is_at_the_desk(client)


def test_a_code_works_once(protected, client):
    code = code_of(protected)
    type_code(sign_in(client), code)
    other = sign_in(Client())

    page = type_code(other, code)

    assert "it was used before" in page
    assert (is_at_the_desk(client), is_at_the_desk(other)) == (True, False)


def test_a_recovery_code_works_once_however_it_is_typed(eve, clock):
    code = set_up(sign_in(Client()))[3]
    first, second = sign_in(Client()), sign_in(Client())

    type_code(first, f" {code.upper().replace('-', ' ')} ")
    type_code(second, code)

    assert (is_at_the_desk(first), is_at_the_desk(second)) == (True, False)
    assert "You have 9 recovery codes left" in first.get(STEP_PAGE).content.decode()


def test_wrong_codes_of_the_phone_leave_the_recovery_codes_open(eve, clock):
    code = set_up(sign_in(Client()))[0]
    browser = sign_in(Client())
    for _ in range(5):
        type_code(browser, wrong_for(eve))

    type_code(browser, code)

    assert is_at_the_desk(browser)


@pytest.mark.parametrize("code", ["", "9" * 33, "9" * 31, "٣" * 6, "abc", "-"])
def test_what_is_no_code_is_refused(protected, client, code):
    sign_in(client)

    page = client.post(CODE_PAGE, {"code": code})

    assert page.status_code == 200
    assert not is_at_the_desk(client)


def test_a_wrong_password_reads_the_same_for_every_name(protected, client):
    told = {
        re.findall(r'class="errornote">\s*([^<]+)', page.content.decode())[0].strip()
        for page in (
            client.post("/admin/login/", {"username": name, "password": "wrong"})
            for name in ("eve", "nobody")
        )
    }

    assert len(told) == 1
    assert client.get(CODE_PAGE).url == "/admin/login/"


@pytest.mark.parametrize("address", [CODE_PAGE, STEP_PAGE])
def test_somebody_else_can_sign_in_instead(eve, client, settings, clock, address):
    if address == CODE_PAGE:
        set_up(sign_in(Client()))
    settings.SECOND_FACTOR_REQUIRED = True
    sign_in(client)
    offered = "Sign in as somebody else" in client.get(address).content.decode()

    answer = client.post(address, {"again": "yes"})

    assert (offered, answer.url) == (True, "/admin/login/")
    assert client.get("/admin/login/").status_code == 200


def test_who_must_have_a_second_step_reaches_only_the_page_that_sets_it_up(eve, client, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    draft = Article.objects.create(title="D", slug="d", summary="-", rating=Rating.EARLY)
    sign_in(client)

    page = client.get("/admin/", follow=True)

    assert page.redirect_chain[-1][0] == STEP_PAGE
    assert "You need a second step before you can work" in page.content.decode()
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get("/admin/password_change/").status_code == 302
    set_up(client)
    assert is_at_the_desk(client)


def test_a_session_from_before_the_setting_is_asked_too(eve, client, settings):
    client.force_login(eve)

    settings.SECOND_FACTOR_REQUIRED = True

    assert client.get("/admin/").status_code == 302


def test_a_password_that_was_never_given_reaches_no_page_of_the_second_step(client, protected):
    answers = {client.get(page).url for page in (CODE_PAGE, STEP_PAGE, SET_UP_PAGE)}

    assert answers == {"/admin/login/"}


def test_logging_out_leaves_nothing_behind_in_the_browser(eve, client):
    sign_in(client)

    answer = client.post("/admin/logout/")

    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_at_the_desk(client)
