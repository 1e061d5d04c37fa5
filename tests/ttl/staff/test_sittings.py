"""A sign-in ends by itself, with the password, the second step or the account, and everywhere."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client

from articles.models import Article, Rating
from articles.roles import ADMINISTRATOR
from tests.articles.builders import make_staff
from tests.articles.reading import values_on
from tests.ttl.staff.signing_in import (
    CODE_PAGE,
    PASSWORD,
    SET_UP_PAGE,
    STEP_PAGE,
    code_of,
    is_at_the_desk,
    set_up,
    sign_in,
    type_code,
)

pytestmark = pytest.mark.django_db

NEW_PASSWORD = "an even longer passphrase"


def signed_in_in_two_places(user, clock):
    """Two browsers, each with a code of its own where there is a second step."""
    browsers = [sign_in(Client(), name=user.username) for _ in range(2)]
    for browser in browsers:
        if browser.get("/admin/").status_code == 302:
            type_code(browser, code_of(user))
            clock.shift(60)
    return browsers


def at_the_desk(browsers):
    return [is_at_the_desk(browser) for browser in browsers]


def visit(browser, clock, minutes, page="/admin/"):
    clock.shift(timedelta(minutes=minutes))
    return browser.get(page).status_code


def test_each_step_of_signing_in_has_a_session_key_of_its_own(protected, client):
    sign_in(client)
    half = client.session.session_key
    type_code(client, code_of(protected))
    whole = client.session.session_key

    assert len({half, whole}) == 2
    assert not Session.objects.filter(pk=half).exists()


def test_the_key_that_somebody_planted_before_the_sign_in_is_worth_nothing(eve, client):
    planted = client.session
    planted.save()
    client.cookies["session"] = planted.session_key

    sign_in(client)

    attacker = Client()
    attacker.cookies["session"] = planted.session_key
    assert at_the_desk([client, attacker]) == [True, False]


def test_an_hour_without_a_page_ends_it(eve, client, clock):
    sign_in(client)

    assert [visit(client, clock, minutes) for minutes in (59, 59, 61)] == [200, 200, 302]
    assert Session.objects.count() == 0


def test_twelve_hours_end_it_however_busy_somebody_is(eve, client, clock):
    sign_in(client)

    hours = [visit(client, clock, 30) for _ in range(25)]

    assert hours == [200] * 23 + [302] * 2


def test_reading_the_public_site_keeps_nobody_signed_in(eve, client, clock):
    sign_in(client)
    for _ in range(3):
        visit(client, clock, 25, "/")

    assert not is_at_the_desk(client)


def test_a_draft_is_shown_no_longer_than_the_sign_in_lasts(eve, client, clock):
    draft = Article.objects.create(title="D", slug="d", summary="-", rating=Rating.EARLY)
    sign_in(client)

    before = client.get(draft.get_absolute_url()).status_code

    assert (before, visit(client, clock, 61, draft.get_absolute_url())) == (200, 404)


def test_a_password_waits_for_its_code_for_a_quarter_of_an_hour(protected, client, clock):
    sign_in(client)
    clock.shift(timedelta(minutes=15))

    answer = client.post(CODE_PAGE, {"code": code_of(protected)})

    assert answer.url == "/admin/login/"
    assert not is_at_the_desk(client)


def test_a_newcomer_who_waited_too_long_gives_the_password_again(eve, client, clock, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    sign_in(client)
    client.post(STEP_PAGE, {"wish": "begin"})
    clock.shift(timedelta(minutes=15))

    answers = [client.get(page).url for page in (STEP_PAGE, SET_UP_PAGE)]

    assert answers == ["/admin/login/"] * 2


def test_a_clock_that_was_put_back_makes_no_sign_in_longer(eve, client, clock):
    sign_in(client)

    assert visit(client, clock, -24 * 60) == 302


def test_a_session_of_an_older_release_has_its_hour_too(eve, client, clock):
    client.force_login(eve)

    assert [visit(client, clock, minutes) for minutes in (0, 59, 61)] == [200, 200, 302]


def test_a_new_password_ends_every_other_session_at_once(eve, clock):
    here, elsewhere = signed_in_in_two_places(eve, clock)
    typed = {"old_password": PASSWORD, "new_password1": NEW_PASSWORD}

    here.post("/admin/password_change/", typed | {"new_password2": NEW_PASSWORD})

    assert at_the_desk([here, elsewhere]) == [True, False]
    assert is_at_the_desk(sign_in(Client(), NEW_PASSWORD))


def test_a_password_set_by_an_administrator_ends_every_session(eve, client, clock):
    browsers = signed_in_in_two_places(eve, clock)
    client.force_login(make_staff(ADMINISTRATOR, "boss"))
    place = f"/admin/auth/user/{eve.pk}/password/"
    typed = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD, "usable_password": "true"}

    client.post(place, typed)

    assert at_the_desk(browsers) == [False, False]


def test_a_second_step_taken_away_ends_every_session(protected, client, clock):
    browsers = signed_in_in_two_places(protected, clock)
    before = at_the_desk(browsers)
    client.force_login(make_staff(ADMINISTRATOR, "boss"))

    client.post(f"/admin/auth/user/{protected.pk}/second-step/")

    assert (before, at_the_desk(browsers)) == ([True, True], [False, False])


def test_a_second_step_turned_off_ends_every_other_session(protected, clock):
    here, elsewhere = signed_in_in_two_places(protected, clock)

    here.post(STEP_PAGE, {"wish": "off", "code": code_of(protected)})

    assert at_the_desk([here, elsewhere]) == [True, False]


def test_a_second_step_moved_to_another_phone_ends_every_other_session(protected, clock):
    here, elsewhere = signed_in_in_two_places(protected, clock)
    here.post(STEP_PAGE, {"wish": "move", "code": code_of(protected)})
    clock.shift(60)

    here.post(SET_UP_PAGE, {"code": code_of(protected)})

    assert at_the_desk([here, elsewhere]) == [True, False]


def test_a_closed_account_ends_every_session_and_opening_it_brings_none_back(eve, client, clock):
    browsers = signed_in_in_two_places(eve, clock)
    client.force_login(make_staff(ADMINISTRATOR, "boss"))
    place = f"/admin/auth/user/{eve.pk}/change/"
    values = values_on(client.get(place))

    client.post(place, {name: value for name, value in values.items() if name != "is_active"})
    closed = at_the_desk(browsers)
    client.post(place, values_on(client.get(place)) | {"is_active": "on"})

    assert User.objects.get(pk=eve.pk).is_active
    assert (closed, at_the_desk(browsers)) == ([False, False], [False, False])


def test_signing_out_everywhere_ends_ones_own_sessions_and_nobody_elses(eve, clock):
    here, elsewhere = signed_in_in_two_places(eve, clock)
    boss = Client()
    boss.force_login(make_staff(ADMINISTRATOR, "boss"))
    is_at_the_desk(boss)

    answer = here.post("/admin/sign-out-everywhere/")

    assert at_the_desk([here, elsewhere, boss]) == [False, False, True]
    assert answer["Clear-Site-Data"] == '"cache", "storage"'


def test_the_button_to_sign_out_everywhere_is_offered_to_whoever_is_signed_in(eve, client):
    sign_in(client)

    assert 'action="/admin/sign-out-everywhere/"' in client.get(STEP_PAGE).content.decode()
    assert client.get("/admin/sign-out-everywhere/").status_code == 405


def test_whoever_loses_the_desk_loses_it_at_once(eve, client):
    sign_in(client)
    User.objects.filter(pk=eve.pk).update(is_staff=False)

    assert not is_at_the_desk(client)


def test_after_a_second_step_is_set_up_only_its_own_browser_stays(eve, clock):
    here, elsewhere = signed_in_in_two_places(eve, clock)

    set_up(here)

    assert at_the_desk([here, elsewhere]) == [True, False]


def attributes(cookie):
    names = ("path", "domain", "secure", "httponly", "samesite", "max-age")
    return {name: cookie[name] for name in names if cookie[name] != ""}


def test_cookies_have_exactly_these_attributes(eve, client, settings):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    own = {"path": "/", "secure": True, "httponly": True}
    client.get("/admin/login/")

    sign_in(client)

    assert {name: attributes(cookie) for name, cookie in client.cookies.items()} == {
        "session": own | {"samesite": "Lax", "max-age": 12 * 60 * 60},
        "csrf": own | {"samesite": "Strict", "max-age": 31_449_600},
        "browser": own | {"samesite": "Lax", "max-age": 90 * 24 * 60 * 60},
    }
