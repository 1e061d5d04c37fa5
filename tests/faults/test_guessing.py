"""Whoever guesses at a password is counted by every process together, and after every restart."""

import http.cookies
import re
import threading
from urllib.parse import urlencode

import pytest

from tests.faults.site import Client

LOGIN = "/admin/login/"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(params=["site", "postgres_site"], ids=["SQLite", "PostgreSQL"])
def guessed(request):
    """A site with one member of staff, on each database."""
    made = request.getfixturevalue(request.param)
    made.manage(
        *("createsuperuser", "--no-input", "--username", "eve", "--email", "eve@example.org"),
        DJANGO_SUPERUSER_PASSWORD="a long enough password",
    )
    return made


def guess(site):
    """Guess once, as a browser that was never here does, and give the status."""
    client = Client(site.port)
    page = client.get(LOGIN)
    cookie = http.cookies.SimpleCookie(page["Set-Cookie"])["csrf"].value
    token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)', page.content)[1].decode()
    typed = {"username": "eve", "password": "wrong", "csrfmiddlewaretoken": token}
    headers = {"Content-Type": FORM, "Cookie": f"csrf={cookie}"}
    return client.send("POST", LOGIN, urlencode(typed), headers).status_code


def test_many_guess_at_once_before_and_after_the_server_is_killed(guessed, drill):
    drill.done = "12 guesses at once, kill -9, 6 more"
    guessed.start()
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(guess(guessed))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    guessed.kill()
    guessed.start()

    after = [guess(guessed) for _ in range(6)]

    drill.tried = len(answers) + len(after)
    drill.acknowledged = answers.count(200)
    assert (sorted(answers), after) == ([200] * 5 + [429] * 7, [429] * 6)
