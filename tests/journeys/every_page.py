"""What must hold on every page of a walk, whoever walks and however they got there."""

import re

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
VIOLATIONS = """rules => axe.run(rules).then(found => found.violations.map(
    rule => [rule.id, rule.nodes.map(node => node.target.join(" "))]
))"""
SMALLEST = {"width": 320, "height": 568}
# A private page says where somebody is, never what they answered.
PRIVATE_TITLE = re.compile(
    r"(Error: )?(Part [1-4] of 4\. |Check your answers\. )?Your strength plan \N{EN DASH} TTL"
)
TOKEN = re.compile(r"(?<=/plan/)[\w-]{43}")
NUMBER = re.compile(r"\d+")
WORDS = re.compile(r">[^<]+")
MEASURES = """() => {
    const help = document.querySelector(".help-bar a");
    const {top, bottom, left, right} = help.getBoundingClientRect();
    const widest = document.documentElement.scrollWidth;
    return {widest, top, bottom, left, right};
}"""


class Reader:
    """Reads a page with axe, in a browser with scripts of its own.

    axe cannot run where scripts are off. There the very same page, as the visitor has it, answers
    to posts included, is put before a second browser that has them on.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.has_read: set[tuple[object, ...]] = set()

    def is_new(self, page: Page, *setup: object) -> bool:
        """Whether no page with the same elements, whatever their words, was read before."""
        key = (*setup, NUMBER.sub("", WORDS.sub(">", TOKEN.sub("", page.content()))))
        known = key in self.has_read
        self.has_read.add(key)
        return not known

    def violations(self, page: Page) -> dict[str, list[str]]:
        """Read the page in the visitor's own browser, which has scripts."""
        page.evaluate(AXE_SCRIPT)
        return dict(page.evaluate(VIOLATIONS, RULES))

    def violations_without_scripts(self, page: Page) -> dict[str, list[str]]:
        """Read a copy of the page at the same address."""
        address, copy = page.url.partition("#")[0], page.content()
        self.page.set_viewport_size(page.viewport_size)
        self.page.route(address, lambda route: route.fulfill(body=copy, content_type="text/html"))
        self.page.goto(address)
        self.page.unroute(address)
        return self.violations(self.page)


def fits_the_smallest_phone(page: Page) -> None:
    """Nothing is cut off, and help stands in the first screen."""
    size = page.viewport_size
    page.set_viewport_size(SMALLEST)
    found = page.evaluate(MEASURES)
    page.set_viewport_size(size)
    assert found["widest"] <= SMALLEST["width"]
    assert 0 <= found["left"] < found["right"] <= SMALLEST["width"]
    assert 0 <= found["top"] < found["bottom"] <= SMALLEST["height"]


def has_a_title_that_tells_nothing(page: Page) -> None:
    """The title of a private page is the same whatever was answered."""
    if re.search(r"/plan/.", page.url):
        assert PRIVATE_TITLE.fullmatch(page.title()), page.title()
