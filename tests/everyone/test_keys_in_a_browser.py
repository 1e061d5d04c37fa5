"""By keyboard alone, and in colours of one's own, one sees where one is and gets through."""

import pytest

from tests.everyone.stand_in import StandIn
from tests.ttl.test_tokens import contrast

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# Pages that hold each kind of control between them.
KINDS = (
    *("home", "article", "search with finds", "start", "plan question 1 wrong"),
    *("plan question 8", "plan today", "plan session/4", "plan sessions", "plan calendar"),
)
EVERY_STOP = 400
# Nothing scrolls smoothly, so that what is on the screen is there at once.
AT_ONCE = {"reduced_motion": "reduce"}
# Where the focus is, and the ring around it beside the colour of what is behind it. A control that
# cannot be seen is shown by what stands for it.
RING = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const hex = colour => "#" + colour.match(/[\\d.]+/g).slice(0, 3)
        .map(each => Math.round(each).toString(16).padStart(2, "0")).join("");
    const ink = element => getComputedStyle(element).backgroundColor;
    let ground = at.parentElement;
    while (ground !== document.body && ink(ground).endsWith(", 0)")) ground = ground.parentElement;
    const shown = at.matches(".choice input") ? at.nextElementSibling : at;
    const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(shown);
    const box = shown.getBoundingClientRect();
    at.dataset.stop ||= Math.random().toString();
    return {
        stop: at.dataset.stop,
        what: `${at.tagName} ${at.type || ""} ${at.className} ${at.textContent.trim()}`,
        ring: [outlineStyle, parseFloat(outlineWidth)],
        colours: [hex(outlineColor), hex(ink(ground))],
        isOnScreen: box.bottom > 0 && box.top < innerHeight
            && box.right > 0 && box.left < innerWidth,
    };
}"""


def stops(tab):
    """Press Tab through a whole page, to its end or to where it begins again."""
    found = {}
    for _ in range(EVERY_STOP):
        tab.keyboard.press("Tab")
        at = tab.evaluate(RING)
        if at is None or at["stop"] in found:
            return list(found.values())
        found[at["stop"]] = at
    raise AssertionError(f"Tab never comes to an end; last at {at}")


def is_seen(at):
    style, width = at["ring"]
    is_clear = contrast(*at["colours"]) >= 3
    return style in {"solid", "auto"} and width >= 2 and is_clear and at["isOnScreen"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_stop_of_the_tab_key_is_seen_and_none_is_a_trap(browser, album, theme):
    stand_in, unseen, counts = (
        StandIn(browser, album, color_scheme=theme, **AT_ONCE),
        [],
        {},
    )

    for name in KINDS:
        stand_in.opens(album.pages[name])
        found = stops(stand_in.tab)
        counts[name] = len(found)
        unseen += [(name, at) for at in found if not is_seen(at)]

    stand_in.closes()
    assert unseen == []
    assert min(counts.values()) >= 9


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_focus_is_seen_in_forced_colours(browser, album, theme):
    setup = {"color_scheme": theme, "forced_colors": "active"}
    stand_in, unseen = StandIn(browser, album, **setup, **AT_ONCE), []

    for name in ("plan question 8", "plan today"):
        stand_in.opens(album.pages[name])
        unseen += [(name, at) for at in stops(stand_in.tab) if not is_seen(at)]

    stand_in.closes()
    assert unseen == []
