"""People at the desk in a real browser, and what the site shows of an article meanwhile."""

from dataclasses import dataclass

from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from tests.articles.builders import make_staff
from tests.journeys.visitor import UNKNOWN_FEATURE

PASSWORD = "a long enough password"
LIST = "/admin/articles/article/"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Where readers meet an article now."""

    page: bool
    feed: bool
    map: bool
    search: bool


EVERYWHERE = Seen(page=True, feed=True, map=True, search=True)
NOWHERE = Seen(page=False, feed=False, map=False, search=False)


class Reader:
    """Somebody without an account."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.site = site
        self.context = browser.new_context(java_script_enabled=False)

    def sees(self, slug: str, words: str) -> Seen:
        """Say where an article stands, and whether search finds it by words that only it has."""
        address = f"/articles/{slug}/"
        return Seen(
            page=self._get(address).status == 200,
            feed=f"{self.site}{address}" in self._get("/articles/feed/").text(),
            map=f"{self.site}{address}" in self._get("/sitemap.xml").text(),
            search=f'href="{address}"' in self._get(f"/search/?q={words}").text(),
        )

    def reads(self, slug: str) -> Page:
        page = self.context.new_page()
        page.goto(f"{self.site}/articles/{slug}/")
        # For some seconds a browser may show what it was given before; who reloads asks again.
        page.reload()
        return page

    def _get(self, address: str):
        return self.context.request.get(f"{self.site}{address}")


class Colleague:
    """Somebody of the staff with one role and a browser of their own, in which nothing breaks."""

    def __init__(self, browser: Browser, site: str, name: str, role: str) -> None:
        self.site, self.name = site, name
        self.user = make_staff(role, name.lower())
        self.user.first_name = name
        self.user.set_password(PASSWORD)
        self.user.save()
        self.context = browser.new_context(viewport={"width": 1440, "height": 900})
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: dialog.accept())

    def _hear(self, message) -> None:
        is_known = UNKNOWN_FEATURE.fullmatch(message.text)
        # Browsers ask for this picture by themselves.
        if message.type == "error" and not is_known and "favicon" not in message.location["url"]:
            self.complaints.append(message.text)

    def signs_in(self) -> "Colleague":
        self.page.goto(f"{self.site}/{settings.ADMIN_PATH}")
        self.page.get_by_label("Username").fill(self.user.username)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Log in").click()
        expect(self.page.get_by_role("heading", name="Your desk")).to_be_visible()
        return self

    def opens(self, address: str) -> Page:
        self.page.goto(f"{self.site}{address}")
        return self.page

    def saves(self) -> None:
        self.page.get_by_role("button", name="Save and continue editing").first.click()

    def presses(self, button: str) -> None:
        self.page.get_by_role("button", name=button, exact=True).first.click()

    def is_told(self, words: str) -> None:
        expect(self.page.locator(".messagelist")).to_contain_text(words)
