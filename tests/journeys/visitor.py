"""A visitor in a real browser: reads, presses, answers and comes back, as a person would."""

import re
from collections.abc import Callable
from copy import copy

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

from tests.planner.people import as_fields, somebody

ARTICLE = "/articles/resistance-training-for-depression-and-anxiety/"

UNKNOWN_FEATURE = re.compile(r"Error with Permissions-Policy header: Unrecognized feature: .*")
CONTROLS = "inputs => inputs.map(input => [input.name, input.type, input.value, input.checked])"


class Visitor:
    """One person with their answers and a browser of their own.

    `look` is asked about every page they come to: what must hold on each of them.
    """

    def __init__(self, browser: Browser, site: str, look: Callable[[Page], None], **setup: object):
        self.site, self.look = site, look
        self.context = browser.new_context(**{"viewport": {"width": 360, "height": 740}} | setup)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.context.on("console", self._hear)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.page = self.context.new_page()
        self.answers: dict[str, object] = {}

    def _hear(self, message: ConsoleMessage) -> None:
        # Our Permissions-Policy also names features that only newer or other browsers know.
        if not UNKNOWN_FEATURE.fullmatch(message.text):
            self.complaints.append(message.text)

    @property
    def heading(self) -> str:
        """The h1 of the page they are on."""
        return self.page.locator("h1").inner_text()

    @property
    def words(self) -> str:
        """Everything that the main part says, folds included, with single spaces."""
        return " ".join(self.page.locator("main").text_content().split())

    @property
    def link(self) -> str:
        """Their private link."""
        return re.match(r".*/plan/[\w-]{43}/", self.page.url)[0]

    def goes_to(self, address: str) -> None:
        """Open an address of the site, or the private link."""
        self.page.goto(address if address.startswith("http") else self.site + address)
        self.look(self.page)

    def goes_back(self) -> None:
        """Use the browser's own way back."""
        self.page.go_back()
        self.look(self.page)

    def follows(self, link: str) -> None:
        """Follow a link of the main part to another page."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=link).click()
        self.look(self.page)

    def presses(self, button: str) -> None:
        """Press a button and wait for the page it leads to."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=button, exact=True).click()
        self.look(self.page)

    def presses_hastily(self, button: str, *, reaches: str) -> None:
        """Press a button four times; each press gives up the one before, only the last arrives."""
        pressed = self.page.get_by_role("button", name=button, exact=True)
        pressed.click(click_count=4, no_wait_after=True)
        expect(self.page.locator("h1")).to_have_text(reaches)
        self.page.wait_for_load_state()
        self.look(self.page)

    def starts(self, **answers: object) -> None:
        """Begin a questionnaire; the answers say what is different about this person."""
        self.answers = somebody(**answers)
        self.goes_to("/plan/")
        self.presses("Start")

    def starts_from_the_article(self, **answers: object) -> None:
        """Read the article, press its button and begin."""
        self.answers = somebody(**answers)
        self.goes_to(ARTICLE)
        self.follows("Build my free plan")
        self.presses("Start")

    def fills_in(self, **answers: object) -> None:
        """Answer every question on this page, as before or anew."""
        self.answers |= answers
        form, fields = self.page.locator("main form"), as_fields(self.answers, self.answers)
        for name, kind, value, is_ticked in form.locator("input").evaluate_all(CONTROLS):
            given = fields.get(name)
            if given is None:
                continue
            if kind == "text":
                form.locator(f"[name='{name}']").fill(str(given))
                continue
            is_wanted = value in (given if isinstance(given, list) else [str(given)])
            if is_wanted != is_ticked and (is_wanted or kind == "checkbox"):
                control = form.locator(f"[name='{name}'][value='{value}']")
                _unfold(control)
                control.set_checked(is_wanted)

    def answers_page(self, **answers: object) -> None:
        """Answer this page and go on."""
        self.fills_in(**answers)
        self.presses("Save and go on")

    def answers_until(self, heading: str) -> None:
        """Answer page after page until one with this heading is reached."""
        seen = [self.heading]
        while seen[-1] != heading:
            self.answers_page()
            assert self.heading not in seen, f"{heading!r} does not come after {seen}"
            seen.append(self.heading)

    def asks_for_the_plan(self) -> None:
        """Answer all that is left, agree and press the last button."""
        self.answers_until("Check your answers")
        self.page.locator("[name='consent']").check()
        self.presses("Make my plan")

    def changes(self, topic: str, **answers: object) -> None:
        """Follow the link beside one answer of the check page and answer that page anew."""
        self.follows(f"Change {topic}")
        self.answers_page(**answers)

    def logs_as_planned(self) -> None:
        """Note the session of today in one press, and go back to today's page."""
        self.presses("All as planned")
        self.follows("Go on")

    def logs(self, *, effort: int, pain: int = 0, **fields: object) -> None:
        """Note the session of today in numbers: one effort and pain for every exercise, and other
        fields of the form by name."""
        self.follows("Something was different")
        form = self.page.locator("main form")
        for name, value in (("effort", effort), ("pain", pain)):
            for box in form.locator(f"[name$='_{name}']:not([name='session_effort'])").all():
                box.fill(str(value))
        for name, value in {"stop_symptom": "none", **fields}.items():
            control = form.locator(f"[name='{name}']")
            if name == "stop_symptom":
                control.select_option(str(value))
            else:
                control.fill(str(value))
        self.presses("Save")

    def second_tab(self) -> "Visitor":
        """Open their private link in one more tab of the same browser."""
        other = copy(self)
        other.page = self.context.new_page()
        other.goes_to(self.page.url)
        return other

    def tabs_to(self, selector: str) -> None:
        """Move to a control with the Tab key alone."""
        for _ in range(40):
            self.page.keyboard.press("Tab")
            if self.page.locator(selector).and_(self.page.locator(":focus")).count():
                return
        raise AssertionError(f"Tab does not lead to {selector}")

    def sees(self, *texts: str) -> None:
        """Expect texts on the page."""
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)

    def leaves(self) -> None:
        """Close the browser: it kept nothing, asked nobody else, and had nothing to complain of."""
        kept = self.context.storage_state()
        self.context.close()
        assert kept == {"cookies": [], "origins": []}
        assert [url for url in self.requests if not url.startswith(f"{self.site}/")] == []
        assert self.complaints == []


def _unfold(field: Locator) -> None:
    fold = field.locator("xpath=ancestor::details[not(@open)]")
    if fold.count():
        fold.locator("summary").click()
