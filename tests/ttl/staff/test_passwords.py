"""Long passwords of any make are taken; common ones, our own words and one's own name are not."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.roles import ADMINISTRATOR
from tests.articles.builders import make_staff
from tests.articles.reading import text_of, values_on
from tests.ttl.staff.signing_in import PASSWORD, is_at_the_desk, sign_in

pytestmark = pytest.mark.django_db

TAKEN = {
    "fifteen small letters": "qwjzkvxbmfpgdlh",
    "sixty-four characters": "correct horse battery staple and a tree beside the quiet river.."[
        :64
    ],
    "two hundred characters": "ab cdefgh" * 22 + "xy",
    "no letters of ours": "Ünïcödé wörks höre 🙂 too",
    "our words with enough of one's own": "mental notes about grandmother's kettle",
}
REFUSED = {
    "fourteen characters": "qwjzkvxbmfpgdl",
    "a common one": "1234567890qwertyuiop",
    "our own words": "ttl-admin-password-2026",
    "our own words, capitals and signs": "StrengthTraining!!2026",
    "the name of the account": "christabel-christabel",
    "the person's own name": "pankhurst.pankhurst",
}


@pytest.fixture
def person():
    person = make_staff(ADMINISTRATOR, "christabel")
    person.set_password(PASSWORD)
    person.last_name = "Pankhurst"
    person.save()
    return person


def changes_own(person, new):
    typed = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    return sign_in(Client(), name="christabel").post("/admin/password_change/", typed)


def sets_for_another(person, new):
    boss = Client()
    boss.force_login(User.objects.create_superuser("root"))
    typed = {"password1": new, "password2": new, "usable_password": "true"}
    return boss.post(f"/admin/auth/user/{person.pk}/password/", typed)


def makes_account(person, new):
    """Make the account anew; its page does not ask for the person's own name yet."""
    person.delete()
    boss = Client()
    boss.force_login(User.objects.create_superuser("root"))
    typed = {"username": "christabel", "usable_password": "true"}
    page = boss.get("/admin/auth/user/add/")
    return boss.post(page.request["PATH_INFO"], values_on(page) | typed | both(new))


def both(new):
    return {"password1": new, "password2": new}


WAYS = pytest.mark.parametrize("way", [changes_own, sets_for_another, makes_account])


@WAYS
@pytest.mark.parametrize("new", TAKEN.values(), ids=TAKEN)
def test_a_long_password_of_any_make_is_taken(person, way, new):
    saved = way(person, new)

    assert saved.status_code == 302
    assert User.objects.get(username="christabel").check_password(new)


@pytest.mark.parametrize(
    ("way", "new"),
    [
        (way, new)
        for way in (changes_own, sets_for_another, makes_account)
        for kind, new in REFUSED.items()
        if not (way is makes_account and kind == "the person's own name")
    ],
)
def test_a_password_that_is_guessed_early_is_refused(person, way, new):
    page = way(person, new)

    assert page.status_code == 200
    assert "errorlist" in page.content.decode()


def test_the_page_says_what_is_refused_before_anything_is_typed(client, person):
    client.force_login(person)

    words = text_of(client.get("/admin/password_change/"))

    assert "at least 15 characters" in words
    assert "may not be made of words of this site or of your own name" in words


def test_password_managers_may_fill_every_field_and_nothing_stops_pasting(client, person):
    login = client.get("/admin/login/").content.decode()
    client.force_login(person)
    change = client.get("/admin/password_change/").content.decode()
    confirm = client.get("/admin/confirm/").content.decode()

    told = [
        [word for word in ("username", "current-password", "new-password") if f'"{word}"' in page]
        for page in (login, change, confirm)
    ]
    assert told[0][0] == "username"
    assert "current-password" in told[0]
    assert "new-password" in told[1]
    assert told[2] == ["username", "current-password"]
    assert "onpaste" not in login + change + confirm
    assert is_at_the_desk(client)
