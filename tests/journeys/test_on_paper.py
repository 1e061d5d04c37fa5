"""A plan on paper: printed by a real browser, and the choices for it made by clicking."""

import re

import pytest
from playwright.sync_api import expect

from tests.planner.engine.golden_cases import CASES
from tests.planner.people import finished

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Two sessions a week without equipment, and three long ones in a gym.
USUAL, LONGEST = CASES["GT-01"][0], CASES["GT-02"][0]
NOT_ON_PAPER = (".site-header", ".site-footer", ".paper-choices", ".skip-link")
COLOURED = """() => [...document.querySelectorAll("main *")].filter(
    each => each.checkVisibility()
).flatMap(each => {
    const {color, backgroundColor, borderColor} = getComputedStyle(each);
    return `${color} ${backgroundColor} ${borderColor}`.match(/\\d+, \\d+, \\d+/g) ?? [];
}).filter(colour => {
    const parts = colour.split(", ").map(Number);
    return Math.max(...parts) - Math.min(...parts) > 30;
})"""
WIDTHS = """() => [...document.querySelectorAll("table")].map(
    table => [table.scrollWidth, table.parentElement.clientWidth]
)"""


def sheets(page, size):
    """How many sheets the printed page takes."""
    return len(re.findall(rb"/Type /Page\b(?!s)", page.pdf(format=size)))


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize(("answers", "most"), [(USUAL, 5), (LONGEST, 10)], ids=["usual", "longest"])
def test_a_plan_takes_few_sheets(meet, size, answers, most):
    kim = meet()

    kim.goes_to(finished(**answers).address("print/"))

    assert 3 <= sheets(kim.page, size) <= most


def test_large_letters_are_asked_for_by_clicking_and_take_more_sheets(meet, scripts):
    kim = meet(scripts=scripts)
    kim.goes_to(finished(**USUAL).address("print/"))
    before = sheets(kim.page, "A4")

    kim.page.locator("summary").first.click()
    kim.page.get_by_label("Large").check(force=True)
    kim.presses("Show it like this")

    assert sheets(kim.page, "A4") > before
    assert kim.page.get_by_label("Large").is_checked()
    kim.page.emulate_media(media="print")
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    # 16 points are 21.3 pixels.
    assert kim.page.locator("main td").first.evaluate(size) >= 21.3


def test_a_pdf_is_saved_by_clicking(meet, scripts):
    kim = meet(scripts=scripts)
    kim.goes_to(finished(**USUAL).address("print/"))

    kim.page.locator("summary").first.click()
    with kim.page.expect_download() as saving:
        kim.page.get_by_role("button", name="Save as PDF").click()

    assert saving.value.suggested_filename == "strength-plan.pdf"


def test_on_paper_there_is_the_plan_and_nothing_to_press_in_black_on_white(meet):
    kim = meet(color_scheme="dark")
    kim.goes_to(finished(**USUAL).address("print/"))

    kim.page.emulate_media(media="print", color_scheme="dark")

    for part in NOT_ON_PAPER:
        expect(kim.page.locator(part).first).to_be_hidden()
    expect(kim.page.get_by_role("heading", name="Your strength plan")).to_be_visible()
    assert kim.page.evaluate(COLOURED) == []


def test_no_card_is_cut_by_the_edge_of_the_sheet(meet):
    kim = meet(viewport={"width": 703, "height": 1000})
    kim.goes_to(finished(**LONGEST).address("print/"))

    kim.page.emulate_media(media="print")

    widths = kim.page.evaluate(WIDTHS)
    assert len(widths) > 10
    assert [pair for pair in widths if pair[0] > pair[1] + 1] == []


def test_a_choice_that_does_not_exist_is_asked_again(meet):
    kim = meet()

    kim.goes_to(finished(**USUAL).address("strength-plan.pdf?sheet=b5"))

    kim.sees("There is a problem", "Choose A4 or Letter.")
