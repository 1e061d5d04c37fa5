"""A visitor in a real browser: answers the questionnaire as a person would, by clicking."""

from playwright.sync_api import Page, expect

# A healthy adult who is new to it; each person of the tests says what is different.
SOMEBODY: dict[str, object] = {
    "age": 34,
    "country": "gb",
    "condition": "depression",
    "peripartum": "not_applicable",
    "severity_self": "mild",
    "self_harm": "no",
    "mental_flags": ["none"],
    "under_care": "yes",
    "symptoms": ["none"],
    "conditions": ["none"],
    "recent_event": ["none"],
    "pain_sites": ["none"],
    "medicines": ["none"],
    "supervision": "none",
    "experience": "new",
    "equipment": ["none"],
    "energy_mode": "usual",
    "session_minutes": "30",
    "days_per_week": "you_choose",
    "days_available": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
}


class Visitor:
    """One person with their answers, at one browser page."""

    def __init__(self, page: Page, site: str, **answers: object) -> None:
        self.page, self.site = page, site
        self.answers = SOMEBODY | answers

    @property
    def heading(self) -> str:
        """The h1 of the page they are on."""
        return self.page.locator("h1").inner_text()

    def start(self) -> None:
        """Begin a questionnaire from the start page."""
        self.page.goto(f"{self.site}/plan/")
        self.press("Start")

    def press(self, name: str) -> None:
        """Press a button and wait for the page it leads to."""
        self.page.get_by_role("button", name=name, exact=True).click()
        self.page.wait_for_load_state()

    def fill_page(self) -> None:
        """Answer every question on this page that they have an answer to."""
        for name, answer in self.answers.items():
            fields = self.page.locator(f"form [name='{name}']")
            if not fields.count():
                continue
            if fields.first.get_attribute("type") == "text":
                fields.fill(str(answer))
                continue
            wanted = answer if isinstance(answer, list) else [answer]
            for field in fields.all():
                field.set_checked(True) if field.get_attribute("value") in wanted else None

    def answer_page(self) -> None:
        """Answer this page and go on."""
        self.fill_page()
        self.press("Save and go on")

    def answer_until(self, heading: str) -> None:
        """Answer page after page until one with this heading is reached."""
        for _ in range(20):
            if self.heading == heading:
                return
            self.answer_page()
        raise AssertionError(f"never reached {heading!r}, but {self.heading!r}")

    def make_plan(self) -> None:
        """Answer everything, agree and ask for the plan."""
        self.answer_until("Check your answers")
        self.page.locator("[name='consent']").check()
        self.press("Make my plan")

    def sees(self, text: str) -> None:
        """Expect a text on the page."""
        expect(self.page.locator("main")).to_contain_text(text)
