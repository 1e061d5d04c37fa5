"""Wide letters, small screens and thick fingers: nothing is cut off, covered or too small."""

import pytest

from tests.everyone.stand_in import StandIn

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# The spacing of WCAG 2.2, 1.4.12; a sheet made by script is what a reader's own style is like.
SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
}"""
# Words that their own box hides.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(each => {
    const style = getComputedStyle(each);
    // One pixel is only for screen readers.
    return ["hidden", "clip"].includes(style.overflowX) && !each.closest("svg")
        && each.clientWidth > 1 && each.textContent.trim()
        && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
}).map(each => each.className || each.tagName)"""
WIDTH = "document.documentElement.scrollWidth"
# Whatever is no link in running text; of those axe asks for 24 pixels, or for room around them.
# A box that is ticked by its label is as large as the label.
SMALL = """() => [...document.querySelectorAll(
    "button, input:not([type=hidden]), select, textarea, summary, .button, nav a"
)].map(each => {
    const {width, height} = (each.closest(".choice") || each).getBoundingClientRect();
    const isHidden = !width || !each.checkVisibility({visibilityProperty: true});
    const isLarge = Math.round(height) >= 44 && Math.round(width) >= 24;
    return isHidden || isLarge ? null
        : `${each.tagName} ${each.textContent.trim()} ${Math.round(width)} ${Math.round(height)}`;
}).filter(Boolean)"""


def test_wide_letters_cut_nothing_off_on_the_smallest_screen(browser, album):
    """Which is also what 400% makes of a screen of 1280 pixels."""
    stand_in, cut_off, too_wide = StandIn(browser, album), {}, []

    for page in album:
        if page.name in album.each_shape and not page.is_for_staff:
            stand_in.opens(page)
            stand_in.tab.evaluate(SPACING)
            cut_off[page.name] = stand_in.tab.evaluate(CUT_OFF)
            if stand_in.tab.evaluate(WIDTH) > 320:
                too_wide.append(page.name)

    stand_in.closes()
    assert ({name: each for name, each in cut_off.items() if each}, too_wide) == ({}, [])


def test_everything_to_press_is_large_enough_for_a_thumb(browser, album):
    stand_in, small = StandIn(browser, album), {}

    for page in album:
        if page.name in album.each_shape and not page.is_for_staff:
            stand_in.opens(page)
            small[page.name] = stand_in.tab.evaluate(SMALL)

    stand_in.closes()
    assert {name: each for name, each in small.items() if each} == {}
