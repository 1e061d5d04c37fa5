"""From the first page to a noted session without a mouse, with and without scripts."""

import pytest

from tests.planner.logs import weekday
from tests.planner.people import as_fields, somebody

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DAYS = [weekday(0), weekday(3)]
TOM = somebody(condition="wellbeing", days_available=DAYS, session_minutes="30")
FIELDS = as_fields(TOM, TOM) | {"consent": "on"}
MOST_STOPS = 150
FOCUSED = """() => {
    const {tagName, type, name, value, checked, textContent} = document.activeElement;
    return {kind: type || tagName, name, value, isTicked: checked, words: textContent.trim()};
}"""


def test_a_plan_is_made_and_a_session_noted_by_keyboard_alone(meet, scripts):
    tom = meet(scripts=scripts)
    tom.goes_to("/plan/")
    goes_on(tom, "Start")

    headings = []
    while tom.heading != "Check your answers":
        headings.append(tom.heading)
        assert len(set(headings)) == len(headings)
        goes_on(tom, "Save and go on")
    goes_on(tom, "Make my plan")
    assert tom.heading == "Your strength plan"
    goes_on(tom, "All as planned")

    assert tom.heading == "Well done"


def goes_on(visitor, button):
    """Tab through a page, answer what is asked there, and press its button."""
    for _ in range(MOST_STOPS):
        visitor.page.keyboard.press("Tab")
        at = visitor.page.evaluate(FOCUSED)
        if at["words"] == button:
            with visitor.page.expect_navigation():
                visitor.page.keyboard.press("Enter")
            visitor.look(visitor.page)
            return
        if at["name"] in FIELDS and at["kind"] in ANSWERED:
            ANSWERED[at["kind"]](visitor.page, at, FIELDS[at["name"]])
    raise AssertionError(f"Tab does not lead to {button!r}")


def types(page, at, wanted):
    page.keyboard.press("Control+a")
    page.keyboard.type(str(wanted))


def ticks(page, at, wanted):
    if at["isTicked"] != (at["value"] in wanted):
        page.keyboard.press("Space")


def chooses(page, at, wanted):
    """Tab leads to one of a group, and the arrows to the others; to move is to choose."""
    if not at["isTicked"] and at["value"] == wanted:
        page.keyboard.press("Space")
    for _ in range(MOST_STOPS):
        if page.evaluate(FOCUSED)["value"] == wanted:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no arrow leads to {wanted!r}")


ANSWERED = {"text": types, "checkbox": ticks, "radio": chooses}
