"""Signing in as a person does, step by step, in the browser of a test."""

import re

from django.contrib.auth.models import User
from django_otp.oath import totp

from ttl.staff.models import Phone

PASSWORD = "a long enough password"
CODE_PAGE = "/admin/second-step/code/"
STEP_PAGE = "/admin/second-step/"
SET_UP_PAGE = "/admin/second-step/set-up/"


def sign_in(browser, password=PASSWORD, name="eve"):
    browser.post("/admin/login/", {"username": name, "password": password})
    return browser


def code_of(user):
    """What the phone of this person shows now."""
    return f"{totp(Phone.objects.filter(user=user).latest('pk').bin_key):06}"


def set_up(browser):
    """Set a second step up as a person does, and return the recovery codes shown."""
    browser.post(STEP_PAGE, {"wish": "begin"})
    page = browser.post(SET_UP_PAGE, {"code": code_of(User.objects.get(username="eve"))})
    return codes_on(page)


def codes_on(page):
    return re.findall(r"<code>([a-z2-7]{4}(?:-[a-z2-7]{4}){3})</code>", page.content.decode())


def type_code(browser, code):
    return browser.post(CODE_PAGE, {"code": code}).content.decode()


def is_at_the_desk(browser):
    return browser.get("/admin/").status_code == 200


def wrong_for(user):
    return f"{(int(code_of(user)) + 1) % 1_000_000:06}"
