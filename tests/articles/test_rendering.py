"""Markdown becomes clean HTML, quickly, whatever is typed."""

import time

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.rendering import (
    LONGEST_KEPT,
    SCHEMES,
    TAGS,
    Figure,
    Figures,
    reading_minutes,
    to_html,
)
from articles.term_links import TermLinks

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "<javascript:alert(1)>",
    "[x][1]\n\n[1]: javascript:alert(1)",
    '[x](https://a.example "\\"onmouseover=alert(1)")',
    '[x](https://a.example/"onmouseover="alert(1))',
    "![x](javascript:alert(1))",
    "![x](https://a.example/track.gif)",
    '<svg><animate onbegin="alert(1)">',
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<style>@import 'https://a.example'</style>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "`<script>alert(1)</script>`",
    "```\n</code><script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "|<script>|\n|-|\n|<b onclick=alert(1)>|",
    "# <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<base href=https://a.example>",
    "<form action=https://a.example><button>x</button></form>",
]


def unsafe_parts(html: str) -> list[str]:
    """List what a browser would see in the HTML that no article may hold."""
    found = []
    for element in html5lib.parseFragment(html, namespaceHTMLElements=False).iter():
        if element.tag == "DOCUMENT_FRAGMENT":
            continue
        if element.tag not in TAGS | {"tbody"}:
            found.append(str(element.tag))
        for name, value in element.attrib.items():
            scheme, colon, _ = value.partition(":")
            if name.startswith("on") or name in ("style", "src", "srcdoc", "id"):
                found.append(name)
            if name == "href" and colon and "/" not in scheme and scheme.lower() not in SCHEMES:
                found.append(value)
    return found


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_typed_as_markdown_stays_text(attack):
    html = to_html(attack)

    assert unsafe_parts(html) == []


def test_html_typed_by_an_editor_is_shown_and_not_obeyed():
    assert to_html("<em>x</em>") == "<p>&lt;em&gt;x&lt;/em&gt;</p>\n"


@given(st.text(alphabet=st.sampled_from("<>[]()!#*_`|-:\"'=&;/\\ \n\tajvscriptonx1"), max_size=200))
def test_no_text_at_all_becomes_unsafe_html(text):
    assert unsafe_parts(to_html(text)) == []


def test_the_detector_of_unsafe_html_sees_each_kind():
    html = '<script>1</script><p onclick="1" style="x"><a href="javascript:1">x</a></p>'

    assert unsafe_parts(html) == ["script", "onclick", "style", "javascript:1"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "![" * 10_000,
        "[a](" * 5_000,
        "*a " * 20_000,
        "**a *b " * 5_000,
        ">" * 20_000,
        "`" * 20_001,
        "- " * 5_000,
        "|a" * 5_000 + "\n" + "|-" * 5_000,
        "<" * 20_000,
        "&#x" * 20_000,
        "[a]: " * 5_000,
        "(https://" * 5_000,
    ],
    ids=lambda text: text[:6].strip(),
)
def test_no_repeated_sign_makes_rendering_slow(text):
    started = time.process_time()

    to_html(text)

    assert time.process_time() - started < 5


def test_the_first_heading_takes_the_level_that_the_page_needs():
    assert to_html("# A\n\n## B", 3) == "<h3>A</h3>\n<h4>B</h4>\n"


def test_a_skipped_heading_level_is_closed_up():
    assert to_html("## A\n\n#### B\n\n## C") == "<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>\n"


def test_headings_never_go_deeper_than_the_sixth_level():
    deepest = to_html("# A\n\n## B\n\n### C\n\n#### D", 4)

    assert deepest == "<h4>A</h4>\n<h5>B</h5>\n<h6>C</h6>\n<h6>D</h6>\n"


@pytest.mark.parametrize("address", ["https://a.example", "http://a.example", "//a.example"])
def test_a_link_to_another_site_cannot_reach_back(address):
    assert to_html(f"[x]({address})") == f'<p><a href="{address}" rel="noopener">x</a></p>\n'


def test_a_link_within_the_site_is_left_plain():
    assert to_html("[x](/sources/doe-2020/)") == '<p><a href="/sources/doe-2020/">x</a></p>\n'


def test_a_table_scrolls_by_itself_and_names_its_columns():
    html = to_html("|a|\n|-:|\n|1|")

    assert html.replace("\n", "") == (
        '<div class="table-scroll" role="region" aria-label="Table" tabindex="0"><table>'
        '<thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>1</td></tr></tbody>'
        "</table></div>"
    )


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (200, 1), (201, 2), (1000, 5)])
def test_reading_takes_a_minute_for_200_words(words, minutes):
    assert reading_minutes("word " * words) == minutes


REP, SET = ("rep", "/glossary/#rep"), ("set", "/glossary/#set")
SHOWN = {"doe": Figure(url="/sources/doe/", forms={"": "-0.5"})}
TYPED = "A rep, a set: [[doe]]"


def made_of(typed: str = TYPED, top: int = 2, figures: Figures = SHOWN, linked: str = "") -> str:
    return to_html(f"# {typed}\n\n{typed}", top, figures, TermLinks((REP, SET), linked.split()))


@pytest.mark.parametrize(
    "other",
    [
        {"typed": f"{TYPED}."},
        {"top": 3},
        {"figures": {"doe": Figure(url="/sources/doe/", forms={"": "-0.4"})}},
        {"figures": {"doe": Figure(url="/sources/roe/", forms={"": "-0.5"})}},
        {"linked": "/glossary/#rep"},
    ],
)
def test_a_text_that_is_kept_is_never_shown_for_another(other):
    first, changed = made_of(), made_of(**other)

    assert (made_of(), made_of(**other)) == (first, changed)
    assert first != changed


def test_a_text_that_is_kept_spends_its_links_each_time():
    def pages() -> list[str]:
        terms = TermLinks((REP,))
        return [to_html("One rep.", terms=terms), to_html("No rep.", terms=terms)]

    assert pages() == pages()
    assert ["<a" in part for part in pages()] == [True, False]


def test_a_text_is_made_once_unless_it_is_very_long():
    usual, long = "*a*", "b " * LONGEST_KEPT

    assert to_html(usual) is to_html(usual)
    assert to_html(long) is not to_html(long)
    assert to_html(long) == to_html(long)
