"""Somebody of the staff at a real site, with the cookies of a browser."""

import re
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

NAME, PASSWORD = "ada", "a long password for drills"


def make_account(site):
    """Make the account of somebody who may do everything."""
    site.manage(
        *("createsuperuser", "--no-input", "--username", NAME, "--email", "ada@example.org"),
        DJANGO_SUPERUSER_PASSWORD=PASSWORD,
    )


class Browser:
    """Signs in once and goes on; cookies hold for every port of the machine, as for one site."""

    def __init__(self):
        policy = DefaultCookiePolicy(strict_domain=False)
        self.opener = build_opener(HTTPCookieProcessor(CookieJar(policy)))

    def signs_in(self, port):
        """Sign in, and say whether the desk opens."""
        page = self.get(port, "/admin/login/")[1]
        [token] = set(re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page))
        fields = {"username": NAME, "password": PASSWORD, "csrfmiddlewaretoken": token}
        self.get(port, "/admin/login/?next=/admin/", urlencode(fields).encode())
        return self.is_signed_in(port)

    def is_signed_in(self, port):
        """Say whether the desk opens, without asking to sign in."""
        address, page = self.get(port, "/admin/")
        return address.endswith("/admin/") and NAME in page

    def get(self, port, address, data=None):
        """Give the address where this led, and the page."""
        try:
            with self.opener.open(f"http://127.0.0.1:{port}{address}", data, timeout=30) as answer:
                return answer.url, answer.read().decode()
        except HTTPError as error:
            return f"{error.code}", error.read().decode()
