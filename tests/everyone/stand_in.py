"""A browser that has the pages of the album before it, one by one, and no site behind it."""

import mimetypes
import re
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, ConsoleMessage, Route

from tests.everyone.album import Album, Page

SITE = "http://localhost:9180"
# Our Permissions-Policy names features that other browsers know; and a page of an error is one.
EXPECTED = re.compile(
    r"Error with Permissions-Policy header: Unrecognized feature: .*"
    r"|Failed to load resource: the server responded with a status of (4|5)\d\d .*"
)


class StandIn:
    """One browser; `complaints` holds what its console said and whatever it asked of strangers."""

    def __init__(self, browser: Browser, album: Album, **setup: object) -> None:
        usual = {"viewport": {"width": 320, "height": 568}, "service_workers": "block"}
        self.album = album
        self.complaints: list[tuple[str, str]] = []
        self.context = browser.new_context(**usual | setup)
        self.context.route("**/*", self._answer)
        self.context.on("console", self._hear)
        self.context.on("weberror", lambda error: self._complain(str(error.error)))
        self.tab = self.context.new_page()
        self.now: Page | None = None

    def opens(self, page: Page) -> None:
        """Show one page, with the headers that it comes with."""
        self.now = page
        self.tab.goto(SITE + page.address)

    def closes(self) -> None:
        """Put the browser away."""
        self.context.close()

    def _complain(self, words: str) -> None:
        self.complaints.append((self.now.name, words))

    def _hear(self, message: ConsoleMessage) -> None:
        if not EXPECTED.fullmatch(message.text):
            self._complain(message.text)

    def _answer(self, route: Route) -> None:
        url = urlsplit(route.request.url)
        if f"{url.scheme}://{url.netloc}" != SITE:
            self._complain(f"asks {route.request.url}")
            route.abort()
        elif route.request.is_navigation_request() and route.request.frame == self.tab.main_frame:
            route.fulfill(headers=self.now.headers, body=self.now.html)
        elif url.path.startswith("/static/"):
            self._give_file(route, url.path.removeprefix("/static/"))
        elif content := self.album.assets.get(url.path):
            route.fulfill(content_type=content[0], body=content[1])
        else:
            self._complain(f"finds nothing at {url.path}")
            route.abort()

    def _give_file(self, route: Route, name: str) -> None:
        if path := finders.find(name):
            kind = mimetypes.guess_type(name)[0]
            route.fulfill(content_type=kind, body=Path(path).read_bytes())
        else:
            self._complain(f"finds no file {name}")
            route.abort()
