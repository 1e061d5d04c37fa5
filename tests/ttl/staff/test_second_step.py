"""A second step is set up, moved, renewed and turned off by its owner, for a fresh code."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.ttl.staff.signing_in import (
    SET_UP_PAGE,
    STEP_PAGE,
    code_of,
    codes_on,
    is_at_the_desk,
    set_up,
    sign_in,
    type_code,
    wrong_for,
)
from ttl.staff.models import Phone

pytestmark = pytest.mark.django_db


def test_a_second_step_counts_only_when_a_code_has_come_back(eve, client, clock):
    sign_in(client)
    client.post(STEP_PAGE, {"wish": "begin"})

    page = client.post(SET_UP_PAGE, {"code": wrong_for(eve)}).content.decode()

    assert "That code is not right" in page
    assert is_at_the_desk(sign_in(Client()))


def test_the_picture_for_the_phone_has_no_inline_style_and_its_secret_can_be_typed(eve, client):
    sign_in(client)
    client.post(STEP_PAGE, {"wish": "begin"})

    page = client.get(SET_UP_PAGE)

    html = page.content.decode()
    secret = re.search(r'<code class="key">([^<]+)', html).group(1).replace(" ", "")
    assert f"secret={secret}" in Phone.objects.get().config_url
    assert re.findall(r"<style|\sstyle=", html) == []
    assert "<svg" in html
    assert "no-store" in page["Cache-Control"]


def test_ten_recovery_codes_are_shown_once_and_only_their_hashes_are_kept(eve, client, clock):
    codes = set_up(sign_in(client))

    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert (len(set(codes)), len(kept)) == (10, 10)
    assert kept & {code.replace("-", "") for code in codes} == set()
    assert codes_on(client.get(STEP_PAGE)) == codes_on(client.get(SET_UP_PAGE, follow=True)) == []


def test_a_session_of_the_password_alone_ends_when_a_second_step_is_set_up(eve, clock):
    old, new = sign_in(Client()), sign_in(Client())

    set_up(new)

    assert (is_at_the_desk(old), is_at_the_desk(new)) == (False, True)


@pytest.mark.parametrize("wish", ["off", "move", "codes"])
def test_nothing_about_a_second_step_changes_without_a_fresh_code(protected, client, wish):
    used = code_of(protected)
    type_code(sign_in(client), used)
    before = list(StaticToken.objects.values_list("token", flat=True))

    for code in ("", used, wrong_for(protected)):
        client.post(STEP_PAGE, {"wish": wish, "code": code})

    assert TOTPDevice.objects.filter(user=protected, confirmed=True).count() == 1
    assert TOTPDevice.objects.filter(confirmed=False).count() == 0
    assert list(StaticToken.objects.values_list("token", flat=True)) == before


def at_the_desk(protected, client, clock):
    type_code(sign_in(client), code_of(protected))
    clock.shift(60)
    return client


def test_a_fresh_code_turns_the_second_step_off(protected, client, clock):
    at_the_desk(protected, client, clock)

    client.post(STEP_PAGE, {"wish": "off", "code": code_of(protected)})

    assert TOTPDevice.objects.count() == StaticToken.objects.count() == 0
    assert is_at_the_desk(client)
    assert is_at_the_desk(sign_in(Client()))


def test_a_second_step_that_is_required_cannot_be_turned_off(protected, client, clock, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    at_the_desk(protected, client, clock)

    client.post(STEP_PAGE, {"wish": "off", "code": code_of(protected)})

    assert "Turn it off" not in client.get(STEP_PAGE).content.decode()
    assert TOTPDevice.objects.filter(confirmed=True).count() == 1


def test_new_recovery_codes_replace_the_old(eve, client, clock):
    old = set_up(sign_in(client))
    clock.shift(60)

    new = codes_on(client.post(STEP_PAGE, {"wish": "codes", "code": code_of(eve)}))

    with_old, with_new = sign_in(Client()), sign_in(Client())
    type_code(with_old, old[0])
    clock.shift(60)
    type_code(with_new, new[0])
    assert (is_at_the_desk(with_old), is_at_the_desk(with_new)) == (False, True)


def test_the_old_phone_stays_until_the_new_one_has_proved_itself(protected, client, clock):
    at_the_desk(protected, client, clock)
    old = TOTPDevice.objects.get()
    client.post(STEP_PAGE, {"wish": "move", "code": code_of(protected)})
    still = list(TOTPDevice.objects.filter(confirmed=True))
    clock.shift(60)

    client.post(SET_UP_PAGE, {"code": code_of(protected)})

    assert still == [old]
    assert TOTPDevice.objects.get() != old
    assert is_at_the_desk(client)


def test_a_secret_that_waited_too_long_is_no_longer_shown_or_taken(eve, client, clock):
    sign_in(client)
    client.post(STEP_PAGE, {"wish": "begin"})
    clock.shift(timedelta(minutes=16))

    answers = [client.get(SET_UP_PAGE), client.post(SET_UP_PAGE, {"code": code_of(eve)})]

    assert [answer.url for answer in answers] == [STEP_PAGE, STEP_PAGE]
    assert TOTPDevice.objects.filter(confirmed=True).count() == 0
