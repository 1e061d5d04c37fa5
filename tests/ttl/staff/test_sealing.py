"""A stolen database gives no codes away; the secrets of phones follow those of the server."""

import re
from contextlib import suppress
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.articles.builders import make_staff
from tests.articles.reading import text_of
from tests.ttl.staff.signing_in import (
    CODE_PAGE,
    SET_UP_PAGE,
    STEP_PAGE,
    code_of,
    is_at_the_desk,
    set_up,
    sign_in,
    type_code,
)
from ttl.staff import sealing
from ttl.staff.models import Phone

pytestmark = pytest.mark.django_db

SECRET = bytes(range(20))
NEWER = {"2": "newer-for-tests", "1": "only-for-tests"}
migration = import_module("ttl.staff.migrations.0002_seal_phones")


def stored():
    """What somebody who took the database reads in the column."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM otp_totp_totpdevice")
        return [row[0] for row in cursor.fetchall()]


def plain_phone(user):
    """As an older release kept it."""
    return TOTPDevice.objects.create(user=user, name="phone", key=SECRET.hex())


def test_the_secret_that_the_phone_got_stands_nowhere_in_the_database(eve, client, clock):
    sign_in(client)
    client.post(STEP_PAGE, {"wish": "begin"})
    page = client.get(SET_UP_PAGE).content.decode()
    shown = re.search(r'<code class="key">([^<]+)', page).group(1).replace(" ", "")
    client.post(SET_UP_PAGE, {"code": code_of(eve)})

    dump = everything_stored()

    secret = Phone.objects.get().bin_key
    assert len(secret) == 20
    assert [form for form in (shown, secret.hex(), secret.hex().upper()) if form in dump] == []
    assert stored()[0] in dump


def everything_stored():
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        rows = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names from the database
            rows.extend(cursor.fetchall())
    return repr(rows)


def test_the_same_secret_is_sealed_differently_each_time_and_fits_its_column():
    seals = {sealing.seal(SECRET, owner=1) for _ in range(10)}

    assert len(seals) == 10
    assert {sealing.unseal(seal, owner=1) for seal in seals} == {SECRET}
    assert max(map(len, seals)) <= TOTPDevice._meta.get_field("key").max_length


def spoilt():
    seal = sealing.seal(SECRET, owner=1)
    version, _, text = seal.partition(".")
    flips = [
        f"{version}.{text[:place]}{'A' if text[place] != 'A' else 'B'}{text[place + 1 :]}"
        for place in range(len(text) - 1)
    ]
    return [*flips, f"{version}.", f"{version}.{text[:8]}", f"{version}.%%%", f"7.{text}", "."]


def test_what_was_altered_or_cut_does_not_open():
    opened = []
    for seal in spoilt():
        with suppress(sealing.Unreadable):
            opened.append((seal, sealing.unseal(seal, owner=1)))

    assert opened == []


def test_a_secret_moved_to_another_account_does_not_open():
    seal = sealing.seal(SECRET, owner=1)

    with pytest.raises(sealing.Unreadable):
        sealing.unseal(seal, owner=2)


def test_another_servers_secret_does_not_open_it(settings):
    seal = sealing.seal(SECRET, owner=1)
    settings.PLAN_SECRETS = {"1": "another"}

    with pytest.raises(sealing.Unreadable):
        sealing.unseal(seal, owner=1)


def test_the_migration_seals_what_stood_there_in_plain_and_can_go_back(eve):
    plain_phone(eve)

    migration.seal(apps, None)
    sealed = stored()
    migration.seal(apps, None)
    again = stored()
    opened = Phone.objects.get().bin_key
    migration.unseal(apps, None)

    assert sealing.is_sealed(sealed[0])
    assert (again, opened, stored()) == (sealed, SECRET, [SECRET.hex()])


def test_a_phone_that_an_older_process_set_up_signs_in_and_is_sealed_by_it(eve, client, clock):
    plain_phone(eve)

    type_code(sign_in(client), f"{totp(SECRET):06}")

    assert is_at_the_desk(client)
    assert sealing.is_newest(stored()[0])


def test_a_session_from_before_the_seal_goes_on(protected, client, clock):
    type_code(sign_in(client), code_of(protected))
    session = client.session
    session["otp_device_id"] = f"otp_totp.totpdevice/{Phone.objects.get().pk}"
    session.save()

    assert is_at_the_desk(client)


def test_a_code_brings_its_phone_under_the_newest_secret(protected, client, settings):
    settings.PLAN_SECRETS = NEWER

    type_code(sign_in(client), code_of(protected))

    settings.PLAN_SECRETS = {"2": NEWER["2"]}
    assert sealing.is_newest(stored()[0])
    assert len(Phone.objects.get().bin_key) == 20
    assert is_at_the_desk(client)


def test_the_command_brings_every_phone_under_the_newest_secret(protected, settings, capsys):
    plain_phone(make_staff("Author", "ann"))
    settings.PLAN_SECRETS = NEWER

    call_command("reseal_second_steps")
    call_command("reseal_second_steps")

    assert [seal.partition(".")[0] for seal in stored()] == ["2", "2"]
    assert {phone.bin_key for phone in Phone.objects.filter(user__username="ann")} == {SECRET}
    assert capsys.readouterr().out.splitlines() == [
        "Sealed anew: 2. As they were: 0.",
        "Sealed anew: 0. As they were: 2.",
    ]


def test_the_command_leaves_alone_and_counts_what_it_cannot_open(protected, settings):
    before = stored()
    settings.PLAN_SECRETS = {"2": NEWER["2"]}

    with pytest.raises(CommandError, match=r"cannot be opened: 1\. Is an old version missing"):
        call_command("reseal_second_steps")

    assert stored() == before


def test_a_lost_secret_is_told_in_words_and_paper_still_signs_in(eve, clock, settings):
    codes = set_up(sign_in(Client()))
    number = code_of(eve)
    settings.PLAN_SECRETS = {"2": NEWER["2"]}
    browser = sign_in(Client())

    page = browser.post(CODE_PAGE, {"code": number})
    type_code(browser, codes[0])

    assert "Codes of this phone cannot be checked now. Use a recovery code" in text_of(page)
    assert is_at_the_desk(browser)
