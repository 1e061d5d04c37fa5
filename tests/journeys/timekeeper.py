"""How long a page takes a person, from a stated model: no clock of this machine is asked.

The keystroke-level model of Card, Moran and Newell (1980): a key 0.28 s for an average typist, a
pointing 1.1 s, a press of the button and its release 0.1 s each, a hand to the other device 0.4 s,
and 1.35 s to make up one's mind. Words are read at 240 a minute: the heading of a page, each
question, the choices down to the one that fits, and a list of ticks to its end. Of what is filled
in already only that is read. Hints, notes and summaries stand there for whoever wonders.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

WORDS_A_SECOND = 240 / 60
KEY, POINTING, PRESS_AND_RELEASE, OTHER_DEVICE, DECISION = 0.28, 1.1, 0.2, 0.4, 1.35
QUESTION = "xpath=ancestor::*[contains(concat(' ', @class, ' '), ' field ')][1]"
NAMES = "inputs => [...new Set(inputs.map(input => input.name))]"


@dataclass
class Timekeeper:
    """Somebody who answers page after page, and what that costs."""

    page: Page
    answers: dict[str, object]
    words: int = 0
    clicks: int = 0
    typed: int = 0
    keys: int = 0
    decisions: int = 0
    headings: list[str] = field(default_factory=list)

    @property
    def actions(self) -> int:
        """Clicks, and fields that were typed into."""
        return self.clicks + self.typed

    @property
    def seconds(self) -> float:
        """All of it together."""
        reading = self.words / WORDS_A_SECOND
        clicking = self.clicks * (POINTING + PRESS_AND_RELEASE)
        typing = self.typed * (POINTING + PRESS_AND_RELEASE + 2 * OTHER_DEVICE) + self.keys * KEY
        return reading + clicking + typing + self.decisions * DECISION

    def reads(self, words: Locator) -> None:
        """Read what stands there."""
        self.words += len(words.inner_text().split())

    def answers_page(self) -> None:
        """Read the heading and answer whatever is not answered yet."""
        self.headings.append(self.page.locator("h1").inner_text())
        self.reads(self.page.locator("h1"))
        for name in self.page.locator("main form input:visible").evaluate_all(NAMES):
            if name in self.answers:
                self.answers_question(self.page.locator(f"[name='{name}']"), self.answers[name])

    def answers_question(self, boxes: Locator, given: object) -> None:
        """Read one question and choose, tick or type."""
        self.reads(boxes.first.locator(QUESTION).locator("> legend, > label"))
        if boxes.first.get_attribute("type") == "text":
            boxes.click()
            self.page.keyboard.type(str(given))
            self.decisions += 1
            self.typed, self.keys = self.typed + 1, self.keys + len(str(given))
            return
        wanted = given if isinstance(given, list) else [str(given)]
        choices = boxes.all()
        filled_in = [each for each in choices if each.is_checked()]
        if [each.get_attribute("value") for each in filled_in] == wanted:
            self.reads(self._label(filled_in[0]))
            return
        self.decisions += 1
        for choice in choices:
            self.reads(self._label(choice))
            if choice.get_attribute("value") in wanted:
                self.clicks_on(self._label(choice))
                if choice.get_attribute("type") == "radio":
                    return

    def agrees(self, words: Locator) -> None:
        """Read what one agrees to, and tick it."""
        self.reads(words)
        self.decisions += 1
        self.clicks_on(words)

    def clicks_on(self, target: Locator) -> None:
        """Point at something and press the button."""
        target.click()
        self.clicks += 1

    def presses(self, button: str) -> None:
        """Press a button and wait for the page it leads to."""
        with self.page.expect_navigation():
            self.clicks_on(self.page.get_by_role("button", name=button, exact=True))

    def _label(self, choice: Locator) -> Locator:
        return self.page.locator(f"label[for='{choice.get_attribute('id')}']")
