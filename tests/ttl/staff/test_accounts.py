"""Administrators who are no superusers make accounts, and hand out only rights of their own."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import CommandError, call_command
from django.test import Client
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles.roles import ADMINISTRATOR, AUTHOR, EDITOR
from tests.articles.builders import make_staff
from tests.articles.reading import text_of, values_on
from tests.ttl.staff.signing_in import PASSWORD, is_at_the_desk, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(client):
    """An administrator at the desk."""
    boss = make_staff(ADMINISTRATOR, "boss")
    client.force_login(boss)
    return boss


def page_of(row, page="change"):
    return f"/admin/auth/{row._meta.model_name}/{row.pk}/{page}/"


def send(client, place, changes):
    return client.post(place, values_on(client.get(place)) | changes)


def powerful():
    """Accounts with a right that an administrator has not, by what gives it."""
    right = Permission.objects.get(codename="delete_user")
    beyond = Group.objects.create(name="Beyond")
    beyond.permissions.add(right)
    direct = User.objects.create_user("direct", is_staff=True)
    direct.user_permissions.add(right)
    closed = User.objects.create_user("closed", is_staff=True, is_active=False)
    closed.groups.add(beyond)
    return {
        "a superuser": User.objects.create_superuser("root"),
        "a closed superuser": User.objects.create_superuser("old", is_active=False),
        "a right of their own": direct,
        "a closed account with a role beyond": closed,
    }


def test_an_administrator_makes_an_account_for_an_author(client, boss):
    typed = {"username": "ann", "usable_password": "true", "password1": PASSWORD}
    send(client, "/admin/auth/user/add/", typed | {"password2": PASSWORD})
    ann = User.objects.get(username="ann")

    saved = send(
        client,
        page_of(ann),
        {"is_staff": "on", "groups": [Group.objects.get(name=AUTHOR).pk]},
    )

    assert saved.status_code == 302
    assert is_at_the_desk(sign_in(Client(), name="ann"))
    assert User.objects.get(pk=ann.pk).has_perm("articles.add_article")


def test_an_administrator_raises_nobody_not_even_themselves_to_superuser(client, boss):
    ann = make_staff(AUTHOR, "ann")
    rights = list(Permission.objects.values_list("pk", flat=True))
    forged = {"is_superuser": "on", "user_permissions": rights}

    answers = [send(client, page_of(user), forged).status_code for user in (ann, boss)]

    assert answers == [302, 302]
    assert User.objects.filter(is_superuser=True).count() == 0
    assert User.user_permissions.through.objects.count() == 0
    assert "superuser status" not in text_of(client.get(page_of(ann))).lower()


@pytest.mark.parametrize("part", ["change", "password", "second-step"])
def test_an_account_with_more_rights_is_not_an_administrators_to_change(client, boss, part):
    answers = {
        name: client.post(page_of(user, part), {"password1": PASSWORD, "password2": PASSWORD})
        for name, user in powerful().items()
    }

    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(
        answers, 403
    )


def test_a_role_beyond_an_administrators_rights_is_neither_given_nor_changed(client, boss):
    ann = make_staff(AUTHOR, "ann")
    powerful()
    beyond = Group.objects.get(name="Beyond")

    page = send(client, page_of(ann), {"groups": [beyond.pk]})
    refused = client.post(page_of(beyond), {"name": "Mine"})

    assert "is not one of the available choices" in text_of(page)
    assert refused.status_code == 403
    assert list(ann.groups.values_list("name", flat=True)) == [AUTHOR]


def test_an_administrator_puts_no_right_into_a_role_that_they_do_not_have(client, boss):
    mine, beyond = (Permission.objects.get(codename=name) for name in ("add_topic", "delete_user"))
    add = "/admin/auth/group/add/"

    page = send(client, add, {"name": "Helper", "permissions": [mine.pk, beyond.pk]})
    saved = send(client, add, {"name": "Helper", "permissions": [mine.pk]})

    assert "is not one of the available choices" in text_of(page)
    assert saved.status_code == 302
    assert list(Group.objects.get(name="Helper").permissions.all()) == [mine]


def test_a_role_keeps_all_its_rights_when_an_administrator_saves_it(client, boss):
    before = list(Group.objects.get(name=ADMINISTRATOR).permissions.all())

    saved = send(client, page_of(Group.objects.get(name=ADMINISTRATOR)), {})

    assert saved.status_code == 302
    assert list(Group.objects.get(name=ADMINISTRATOR).permissions.all()) == before


def test_accounts_are_closed_and_not_deleted(client, boss):
    ann = make_staff(AUTHOR, "ann")

    refused = client.post(page_of(ann, "delete"), {"post": "yes"})
    values = values_on(client.get(page_of(ann)))
    values.pop("is_active")
    closed = client.post(page_of(ann), values)

    assert (refused.status_code, closed.status_code) == (403, 302)
    assert User.objects.get(pk=ann.pk).is_active is False


def test_a_superuser_still_makes_superusers(admin_client):
    ann = make_staff(AUTHOR, "ann")

    saved = send(admin_client, page_of(ann), {"is_superuser": "on"})

    assert saved.status_code == 302
    assert User.objects.get(pk=ann.pk).is_superuser


def test_the_secrets_of_phones_have_no_page_even_for_a_superuser(admin_client):
    pages = ["/admin/otp_totp/totpdevice/", "/admin/otp_static/staticdevice/"]

    assert [admin_client.get(page).status_code for page in pages] == [404, 404]


def test_an_administrator_sees_who_has_a_second_step_and_takes_one_away(protected, client):
    boss = make_staff(ADMINISTRATOR, "boss")
    client.force_login(boss)
    shown = client.get("/admin/auth/user/").context["cl"].result_list
    reset = f"/admin/auth/user/{protected.pk}/second-step/"

    page = client.get(reset).content.decode()
    client.post(reset)

    assert {user.username: user.protected for user in shown} == {"eve": True, "boss": False}
    assert "Be sure that it is" in page
    assert TOTPDevice.objects.count() == StaticToken.objects.count() == 0
    assert is_at_the_desk(sign_in(Client()))


def test_nobody_takes_their_own_second_step_away_without_a_code(clock, client):
    boss = make_staff(ADMINISTRATOR, "boss")
    client.force_login(boss)

    answer = client.post(f"/admin/auth/user/{boss.pk}/second-step/")

    assert answer.status_code == 403


def test_an_editor_takes_nobodys_second_step_away(protected, client):
    client.force_login(make_staff(EDITOR, "ed"))

    assert client.post(f"/admin/auth/user/{protected.pk}/second-step/").status_code == 403
    assert TOTPDevice.objects.count() == 1


def test_the_command_helps_the_last_administrator(protected, capsys):
    call_command("reset_second_step", "eve")

    assert capsys.readouterr().out == "eve has no second step now.\n"
    assert is_at_the_desk(sign_in(Client()))
    with pytest.raises(CommandError, match="There is no account named nobody"):
        call_command("reset_second_step", "nobody")
