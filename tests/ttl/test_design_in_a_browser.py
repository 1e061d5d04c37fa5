"""What only a browser can tell of the front page, the header and the length of lines."""

import pytest

from articles.loading import load_content

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARTICLE = "/articles/resistance-training-for-depression-and-anxiety/"
BOXES = """links => links.map(link => {
    const {left, right, top, bottom} = link.getBoundingClientRect();
    return [left, right, top, bottom];
})"""
# The letters of each line of a paragraph but its last, which ends where the words do.
LINES = """paragraphs => paragraphs.flatMap(paragraph => {
    const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const lines = new Map();
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        for (let place = 0; place < node.length; place++) {
            const range = document.createRange();
            range.setStart(node, place);
            range.setEnd(node, place + 1);
            const line = Math.round(range.getBoundingClientRect().bottom / 8);
            lines.set(line, (lines.get(line) || 0) + 1);
        }
    }
    return [...lines.values()].slice(0, -1);
})"""


@pytest.fixture
def page(browser):
    tab = browser.new_page()
    yield tab
    tab.close()


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800)])
def test_the_first_screen_says_what_it_is_for_whom_what_it_costs_and_what_it_keeps(
    page, live_server, width, height
):
    page.set_viewport_size({"width": width, "height": height})

    page.goto(live_server.url)

    parts = page.locator("h1, .hero .lede, .hero .button, .hero__read, .hero .facts > div")
    ends = [bottom for _left, _right, _top, bottom in parts.evaluate_all(BOXES)]
    assert page.locator(".hero .facts dt").all_inner_texts() == ["For", "Costs", "Keeps"]
    assert (len(ends), max(ends) <= height) == (7, True)


@pytest.mark.parametrize("width", [320, 480, 768, 920, 1024, 1280])
def test_nothing_in_the_header_covers_anything_else(page, live_server, width):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(live_server.url)

    boxes = page.locator(".site-header a").evaluate_all(BOXES)

    pairs = [(one, other) for place, one in enumerate(boxes) for other in boxes[:place]]
    covered = [
        (one, other)
        for one, other in pairs
        if one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
    ]
    assert (len(boxes), covered) == (6, [])


def test_lines_of_an_article_hold_45_to_75_letters(page, live_server):
    load_content()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(live_server.url + ARTICLE)

    lines = sorted(page.locator(".prose > p").evaluate_all(LINES))

    assert len(lines) > 30
    assert lines[-1] <= 75
    assert lines[len(lines) // 10] >= 45


def test_nothing_jumps_while_a_page_loads(page, live_server):
    load_content()
    page.add_init_script(
        "window.jumps = 0; new PerformanceObserver(found => found.getEntries().forEach("
        "each => { window.jumps += each.value })).observe({type: 'layout-shift', buffered: true})"
    )

    page.goto(live_server.url + ARTICLE)
    page.wait_for_load_state("networkidle")

    assert page.evaluate("window.jumps") == 0
