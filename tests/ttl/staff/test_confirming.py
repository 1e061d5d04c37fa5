"""A dangerous act takes password and code again, unless both were given in the last ten minutes."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import get_resolver

from articles.roles import ADMINISTRATOR, AUTHOR
from tests.articles.builders import make_staff
from tests.articles.reading import text_of
from tests.ttl.staff.signing_in import (
    PASSWORD,
    STEP_PAGE,
    code_of,
    is_at_the_desk,
    sign_in,
    type_code,
    wrong_for,
)
from ttl.staff import confirming
from ttl.staff.models import Phone

pytestmark = pytest.mark.django_db

CONFIRM = "/admin/confirm/"


@pytest.fixture
def boss(protected, clock):
    """Eve as an administrator with a second step, signed in for eleven minutes."""
    protected.groups.add(Group.objects.get(name=ADMINISTRATOR))
    browser = sign_in(Client())
    type_code(browser, code_of(protected))
    clock.shift(timedelta(minutes=11))
    return browser


@pytest.fixture
def ann():
    return make_staff(AUTHOR, "ann")


def pages_of(user):
    role = Group.objects.get(name=AUTHOR)
    return [
        "/admin/password_change/",
        "/admin/auth/user/add/",
        f"/admin/auth/user/{user.pk}/change/",
        f"/admin/auth/user/{user.pk}/password/",
        f"/admin/auth/user/{user.pk}/delete/",
        f"/admin/auth/user/{user.pk}/second-step/",
        "/admin/auth/group/add/",
        f"/admin/auth/group/{role.pk}/change/",
        f"/admin/auth/group/{role.pk}/delete/",
    ]


def everything_about_rights():
    return (
        list(User.objects.order_by("pk").values_list("username", "password", "is_staff", "groups")),
        list(Group.objects.order_by("pk").values_list("name", "permissions")),
        list(Phone.objects.values_list("pk", flat=True)),
    )


def test_every_dangerous_page_asks_first_whether_it_is_opened_or_sent(boss, ann):
    pages = pages_of(ann)
    before = everything_about_rights()

    opened = [boss.get(page).url for page in pages]
    sent = [boss.post(page, {"name": "x", "post": "yes"}).url for page in pages]

    asked = [f"{CONFIRM}?next={page.replace('/', '%2F')}" for page in pages]
    assert (opened, sent) == (asked, asked)
    assert everything_about_rights() == before


def test_what_is_done_to_rows_chosen_in_a_list_asks_first_and_looking_does_not(boss):
    row = Group.objects.get(name=AUTHOR)
    sent = {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"}

    looked = [boss.get(f"/admin/auth/{name}/").status_code for name in ("user", "group")]
    answers = [boss.post(f"/admin/auth/{name}/", sent).url for name in ("user", "group")]

    assert looked == [200, 200]
    assert [answer.partition("?")[0] for answer in answers] == [CONFIRM, CONFIRM]
    assert Group.objects.filter(pk=row.pk).exists()


def test_the_table_names_every_page_that_changes_accounts_or_roles():
    names = {
        pattern.name
        for model in (User, Group)
        for pattern in admin.site.get_model_admin(model).get_urls()
    }
    looking = {"auth_user_history", "auth_group_history", None}

    known = confirming.DANGEROUS | confirming.DANGEROUS_TO_POST
    assert names - looking == known - {"password_change"}
    assert "password_change" in get_resolver().namespace_dict["admin"][1].reverse_dict


def test_password_and_code_open_the_page_for_ten_minutes_under_a_new_session_key(
    boss, ann, protected, clock
):
    page = f"/admin/auth/user/{ann.pk}/change/"
    key = boss.session.session_key
    typed = {"password": PASSWORD, "code": code_of(protected)}

    way = boss.post(f"{CONFIRM}?next={page}", typed).url
    opened = boss.get(page).status_code
    clock.shift(timedelta(minutes=9))
    still = boss.get(page).status_code
    clock.shift(timedelta(minutes=2))

    assert (way, opened, still, boss.get(page).status_code) == (page, 200, 200, 302)
    assert boss.session.session_key != key


@pytest.mark.parametrize(
    ("password", "right_code"),
    [("wrong", True), ("", True), (PASSWORD, False), (PASSWORD, None)],
    ids=["wrong password", "no password", "wrong code", "no code"],
)
def test_neither_password_nor_code_is_enough_alone(boss, ann, protected, password, right_code):
    code = {True: code_of, False: wrong_for, None: lambda _: ""}[right_code](protected)

    boss.post(CONFIRM, {"password": password, "code": code})

    assert boss.get(f"/admin/auth/user/{ann.pk}/change/").status_code == 302


def test_a_wrong_password_spends_no_code(boss, ann, protected):
    typed = {"password": "wrong", "code": code_of(protected)}
    boss.post(CONFIRM, typed)

    boss.post(CONFIRM, typed | {"password": PASSWORD})

    assert boss.get(f"/admin/auth/user/{ann.pk}/change/").status_code == 200


def test_guesses_here_end_too_without_ending_the_work_at_the_desk(boss, protected):
    answers = [boss.post(CONFIRM, {"password": "wrong"}).status_code for _ in range(10)]
    page = boss.post(CONFIRM, {"password": PASSWORD, "code": code_of(protected)})

    assert answers == [200] * 8 + [429] * 2
    assert "Too many wrong tries. Wait 5 minutes" in page.content.decode()
    assert is_at_the_desk(boss)


def test_whoever_sent_a_form_too_late_is_told_that_nothing_was_changed(boss, ann):
    page = boss.post(f"/admin/auth/user/{ann.pk}/second-step/", follow=True)

    assert "Nothing was changed. Confirm that it is you, then do it again." in text_of(page)


def test_where_there_is_no_second_step_the_password_is_asked_alone(client, clock, eve):
    sign_in(client)
    clock.shift(timedelta(minutes=11))
    asked = client.post(STEP_PAGE, {"wish": "begin"})
    before = Phone.objects.count()

    client.post(CONFIRM, {"password": PASSWORD})
    client.post(STEP_PAGE, {"wish": "begin"})

    assert asked.url == f"{CONFIRM}?next=%2Fadmin%2Fsecond-step%2F"
    assert (before, Phone.objects.count()) == (0, 1)


def test_nobody_is_led_to_another_site(boss, protected):
    typed = {"password": PASSWORD, "code": code_of(protected)}

    assert boss.post(f"{CONFIRM}?next=//evil.example/", typed).url == "/admin/"


def test_who_is_signed_in_by_half_confirms_nothing(protected, client):
    sign_in(client)

    answer = client.post(CONFIRM, {"password": PASSWORD, "code": code_of(protected)})

    assert answer.url == "/admin/login/"
    assert not is_at_the_desk(client)


def test_writing_and_publishing_never_ask(boss):
    pages = ["/admin/", "/admin/articles/article/add/", "/admin/articles/article/", STEP_PAGE]

    assert [boss.get(page).status_code for page in pages] == [200] * 4
