"""Eve, who works at the desk, and a clock that the test moves."""

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from articles.roles import EDITOR
from tests.articles.builders import make_staff
from tests.ttl.staff.every_page import make_rows, pages
from tests.ttl.staff.signing_in import PASSWORD, set_up, sign_in


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """What makes a password slow to guess makes it slow to test."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def clock():
    """A clock that stands still, so that a test decides when the next code comes."""
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def eve():
    eve = make_staff(EDITOR, "eve")
    eve.set_password(PASSWORD)
    eve.save()
    return eve


@pytest.fixture
def protected(eve, clock):
    """Eve, whose phone proved itself a minute ago."""
    set_up(sign_in(Client()))
    clock.shift(60)
    return eve


@pytest.fixture
def blank_pages(settings):
    """Nothing is drawn: this is about who may, and there are a thousand of them."""
    settings.TEMPLATES = [
        settings.TEMPLATES[0]
        | {
            "APP_DIRS": False,
            "OPTIONS": settings.TEMPLATES[0]["OPTIONS"]
            | {"loaders": ["tests.ttl.staff.blank.Blank"]},
        }
    ]


@pytest.fixture
def every_page():
    return list(pages(*make_rows()))
