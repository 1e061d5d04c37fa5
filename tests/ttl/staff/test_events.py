"""A trail says who signed in, who failed and who changed rights; nobody can shorten it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import IntegrityError
from django.test import Client

from articles.roles import ADMINISTRATOR, AUTHOR, EDITOR, REVIEWER
from tests.articles.builders import make_staff
from tests.articles.reading import text_of, values_on
from tests.ttl.staff.signing_in import (
    PASSWORD,
    STEP_PAGE,
    code_of,
    set_up,
    sign_in,
    type_code,
    wrong_for,
)
from ttl.staff.models import Event, Guesses, Kind

pytestmark = pytest.mark.django_db

TRAIL = "/admin/staff/event/"


def trail():
    return list(Event.objects.order_by("pk").values_list("kind", "who", "about"))


def everything_written():
    return repr(list(Event.objects.values_list()))


@pytest.fixture
def boss(client):
    """An administrator at the desk."""
    boss = make_staff(ADMINISTRATOR, "boss")
    client.force_login(boss)
    return boss


def test_each_step_of_signing_in_and_each_failure_is_written_down(protected, client):
    Event.objects.all().delete()

    sign_in(client, "wrong")
    sign_in(client)
    type_code(client, wrong_for(protected))
    type_code(client, code_of(protected))

    assert trail() == [
        (Kind.WRONG_PASSWORD, "", "eve"),
        (Kind.PASSWORD_GIVEN, "eve", ""),
        (Kind.WRONG_CODE, "eve", ""),
        (Kind.SIGNED_IN, "eve", ""),
    ]


def test_a_second_step_is_written_down_from_its_first_day_to_its_last(eve, client, clock):
    set_up(sign_in(client))
    clock.shift(60)
    client.post(STEP_PAGE, {"wish": "codes", "code": code_of(eve)})
    clock.shift(60)
    client.post(STEP_PAGE, {"wish": "off", "code": code_of(eve)})

    own = [event for event in trail() if event[2] == "eve"]
    assert own == [
        (Kind.STEP_SET_UP, "eve", "eve"),
        (Kind.CODES_MADE, "eve", "eve"),
        (Kind.CODES_MADE, "eve", "eve"),
        (Kind.STEP_REMOVED, "eve", "eve"),
    ]


def test_whoever_takes_a_second_step_away_is_named_and_so_is_the_command(protected, client, boss):
    Event.objects.all().delete()
    client.post(f"/admin/auth/user/{protected.pk}/second-step/")

    call_command("reset_second_step", "eve")

    assert [event for event in trail() if event[0] == Kind.STEP_REMOVED] == [
        (Kind.STEP_REMOVED, "boss", "eve"),
        (Kind.STEP_REMOVED, "(command line)", "eve"),
    ]


def test_a_change_of_rights_says_what_an_account_may_do_since(client, boss):
    ann = make_staff(AUTHOR, "ann")
    place = f"/admin/auth/user/{ann.pk}/change/"
    roles = [Group.objects.get(name=name).pk for name in (AUTHOR, EDITOR)]

    client.post(place, values_on(client.get(place)) | {"groups": roles})

    event = Event.objects.get(kind=Kind.CHANGED)
    assert (event.who, event.about) == ("boss", "ann")
    assert event.note == "Changed Groups. Now: is_active, is_staff, Author, Editor."


def test_a_role_says_its_rights_when_it_is_made_changed_and_deleted(client, boss):
    typed = {"name": "Helper", "permissions": []}
    client.post("/admin/auth/group/add/", typed)
    row = Group.objects.get(name="Helper")
    client.post(f"/admin/auth/group/{row.pk}/delete/", {"post": "yes"})

    assert trail() == [(Kind.ADDED, "boss", "Helper"), (Kind.DELETED, "boss", "Helper")]
    assert "Now: no rights." in Event.objects.get(kind=Kind.ADDED).note


def test_new_passwords_are_written_down_and_never_what_they_are(client, boss):
    ann = make_staff(AUTHOR, "ann")
    new = "a passphrase nobody knows"
    typed = {"password1": new, "password2": new, "usable_password": "true"}
    client.post(f"/admin/auth/user/{ann.pk}/password/", typed)
    browser = sign_in(Client(), new, "ann")
    newer = "another that nobody knows"
    typed = {"old_password": new, "new_password1": newer, "new_password2": newer}
    browser.post("/admin/password_change/", typed)

    kinds = [event[0] for event in trail()]
    assert kinds == [Kind.CHANGED, Kind.SIGNED_IN, Kind.PASSWORD_CHANGED]
    assert [word for word in (new, newer, "argon2", "md5$") if word in everything_written()] == []


def test_confirming_and_signing_out_everywhere_are_written_down(eve, client):
    sign_in(client)
    client.post("/admin/confirm/", {"password": PASSWORD})
    client.post("/admin/sign-out-everywhere/")

    assert trail() == [
        (Kind.SIGNED_IN, "eve", ""),
        (Kind.CONFIRMED, "eve", ""),
        (Kind.SIGNED_OUT, "eve", ""),
    ]


def test_what_was_typed_in_place_of_a_name_is_not_kept_and_no_address_is(eve):
    typed = {"username": "my secret passphrase", "password": "x"}

    Client().post("/admin/login/", typed, REMOTE_ADDR="81.2.69.7")
    Client().post("/admin/login/", typed | {"username": "eve"}, REMOTE_ADDR="81.2.69.7")

    assert trail() == [(Kind.WRONG_PASSWORD, "", ""), (Kind.WRONG_PASSWORD, "", "eve")]
    assert [word for word in ("secret", "81.2") if word in everything_written()] == []


def test_an_attack_fills_the_trail_no_faster_than_it_may_guess(eve):
    for _ in range(30):
        sign_in(Client(), "wrong")

    assert Event.objects.count() == 5


@pytest.mark.parametrize("superuser", [False, True], ids=["administrator", "superuser"])
def test_the_trail_is_read_at_the_desk_and_nobody_changes_it(client, boss, superuser):
    User.objects.filter(pk=boss.pk).update(is_superuser=superuser)
    Event.objects.create(kind=Kind.SIGNED_IN, who="eve")
    row = Event.objects.get()
    chosen = {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"}

    read = [client.get(page).status_code for page in (TRAIL, f"{TRAIL}{row.pk}/change/")]
    client.post(TRAIL, chosen)
    tried = [
        client.post(f"{TRAIL}{page}", {"post": "yes", "kind": "changed", "who": "x"}).status_code
        for page in ("add/", f"{row.pk}/change/", f"{row.pk}/delete/")
    ]

    assert (read, tried) == ([200, 200], [403, 403, 403])
    assert trail() == [(Kind.SIGNED_IN, "eve", "")]
    assert "delete_selected" not in text_of(client.get(TRAIL))


def test_the_trail_outlives_the_account_it_is_about(admin_client):
    ann = make_staff(AUTHOR, "ann")
    Event.objects.create(kind=Kind.SIGNED_IN, who="ann")

    admin_client.post(f"/admin/auth/user/{ann.pk}/delete/", {"post": "yes"})

    assert not User.objects.filter(username="ann").exists()
    assert trail() == [(Kind.SIGNED_IN, "ann", ""), (Kind.DELETED, "admin", "ann")]


@pytest.mark.parametrize("role", [AUTHOR, EDITOR, REVIEWER])
def test_only_administrators_read_it(client, role):
    client.force_login(make_staff(role))

    assert client.get(TRAIL).status_code == 403


def test_the_database_takes_no_event_of_an_unknown_kind():
    with pytest.raises(IntegrityError):
        Event.objects.create(kind="nonsense")


def test_what_is_over_is_purged_and_nothing_else(eve, clock, capsys):
    sign_in(Client(), "wrong")
    sign_in(Client())
    clock.shift(timedelta(days=399))
    sign_in(Client(), "wrong")
    clock.shift(timedelta(days=1))

    call_command("purge_desk")

    assert capsys.readouterr().out.splitlines() == [
        "Ended sessions deleted: 1.",
        "Used-up guesses deleted: 6.",
        "Old events deleted: 2.",
    ]
    assert trail() == [(Kind.WRONG_PASSWORD, "", "eve")]
    assert Guesses.objects.count() == 0
