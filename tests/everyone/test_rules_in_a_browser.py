"""No page in any state breaks a rule of accessibility, is too wide, complains, or asks others."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.everyone.stand_in import StandIn
from tests.journeys.every_page import RULES, VIOLATIONS

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# Longer words show on the smallest screen: there the pages of a known shape are looked at too.
LOOKS = {
    "light, 320 pixels": {"color_scheme": "light"},
    "dark, 1280 pixels": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 800}},
}
# Made of Django's own lists and forms and of its scripts; our parts on them have tests at the desk.
OF_THE_ADMIN = {
    f"staff {name}"
    for name in ("desk", "articles", "change", "overtaken", "sign in", "sign in wrong")
}
# To ask for a style sheet anew would be against the site's own policy.
WITHOUT_LOADING = RULES | {"preload": False}
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_page_in_every_state_passes_every_rule_and_fits(browser, album, look):
    stand_in, broken, too_wide = StandIn(browser, album, **look), {}, []

    for page in album:
        has_new_shape = page.name in album.each_shape
        if page.name in OF_THE_ADMIN or not (has_new_shape or "viewport" not in look):
            continue
        stand_in.opens(page)
        if stand_in.tab.evaluate(TOO_WIDE):
            too_wide.append(page.name)
        if has_new_shape:
            stand_in.tab.evaluate(AXE_SCRIPT)
            broken[page.name] = stand_in.tab.evaluate(VIOLATIONS, WITHOUT_LOADING)

    stand_in.closes()
    faults = {name: each for name, each in broken.items() if each}
    assert (faults, too_wide, stand_in.complaints) == ({}, [], [])
