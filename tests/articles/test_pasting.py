"""What is pasted from a word processor comes out as clean Markdown."""

import time

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pasting import is_too_much, to_markdown
from articles.rendering import to_html
from tests.articles import clipboards

ALLOWED = {
    *("p", "br", "hr", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre"),
    *("h2", "h3", "h4", "h5", "h6", "div", "table", "thead", "tbody", "tr", "th", "td"),
}


def tags_in(html: str) -> set[str]:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return {element.tag for element in tree.iter()} - {"DOCUMENT_FRAGMENT"}


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (clipboards.WORD, clipboards.WORD_AS_MARKDOWN),
        (clipboards.GOOGLE_DOCS, clipboards.GOOGLE_DOCS_AS_MARKDOWN),
        (clipboards.LIBREOFFICE, clipboards.LIBREOFFICE_AS_MARKDOWN),
    ],
    ids=["Word", "Google Docs", "LibreOffice"],
)
def test_a_word_processor_leaves_its_words_and_none_of_its_styles(html, markdown):
    assert to_markdown(html) == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ('<a href="file:///C:/secret.docx">x</a>', "x"),
        ('<a href="/admin/">x</a>', "x"),
        ('<a href="mailto:a@a.example">x</a>', "[x](mailto:a@a.example)"),
        ('<a href="https://a.example/a b)">x</a>', "[x](https://a.example/a%20b%29)"),
        ('<img src="https://a.example/track.gif" alt="x">', ""),
        ("<script>alert(1)</script><style>p {}</style>x", "x"),
        ("<b style='font-weight:normal'>x</b>", "x"),
        ("<h1><b>x</b></h1>", "### x"),
        ("<h4>x</h4><h5>y</h5>", "### x\n\n#### y"),
        ("<p></p><p>&nbsp;</p><p>x</p><br><br>", "x"),
        ("<p>2024. A year</p>", "2024\\. A year"),
        ("<p># x</p><p>- x</p><p>*x* _x_ [x](y) &lt;b&gt;</p>",
         "\\# x\n\n\\- x\n\n\\*x\\* \\_x\\_ \\[x\\](y) \\<b>"),
        ("<p>[[doe-2020-mood:estimate]]</p>", "[[doe-2020-mood:estimate]]"),
        ("<p>soft\u00adhyphen\u200b and\u00a0space</p>", "soft hyphen and space"),
    ],
)  # fmt: skip
def test_only_what_our_texts_have_is_kept(html, markdown):
    assert to_markdown(html) == markdown


def test_words_that_look_like_markdown_stay_words():
    words = "# 1. *a* _b_ `c` [d](e) <b> &amp; | ~~~ > x"

    html = to_html(to_markdown(f"<p>{words.replace('&', '&amp;').replace('<', '&lt;')}</p>"))

    assert html5lib.parseFragment(html, namespaceHTMLElements=False).find("p").text == words


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<b>", "</b>", "<i>", "<span style='font-weight:700'>", "</span>", "<ul>"),
        *("<li>", "</ul>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<h1>", "</h1>", "<br>"),
        *("<script>", "<img src=x onerror=alert(1)>", "<a href='javascript:alert(1)'>", "</a>"),
        *("<a href='https://a.example'>", "<p style='mso-list:l0 level2 lfo1'>", "<svg onload=x>"),
        *("<span style='mso-list:Ignore'>1.</span>", "<!--", "-->", "<pre>", "<code>", "</pre>"),
        *("&lt;script&gt;", "&lt;img src=x&gt;", "`", "*", "_", "[", "](", ")", "|", "\n", " "),
        *("[[image:x]]", "[[x]]", "#", "-", "1.", "word", "&amp;lt;", "\\", ">", "<"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_is_pasted_renders_to_the_tags_of_our_texts_and_no_more(html):
    assert tags_in(to_html(to_markdown(html))) <= ALLOWED


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 4_900 + "x",
        "<b><i>" * 2_400 + "x",
        "<ol>" + "<li>x" * 4_900,
        "<p style='mso-list:l0 level1 lfo1'>x" * 4_900,
        "<table>" + "<tr><td>x" * 2_400,
        "a<br>" * 4_900,
        "*" * 900_000,
    ],
    ids=lambda html: html[:12],
)
def test_no_paste_of_an_allowed_size_is_slow(html):
    started = time.process_time()

    to_markdown(html)

    assert time.process_time() - started < 8


def test_what_is_nested_too_deep_for_a_person_keeps_its_words():
    assert to_markdown("<div>" * 100 + "one <b>two</b> *three*") == "one two \\*three\\*"


@pytest.mark.parametrize(
    ("html", "is_large"),
    [("x" * 1_000_000, False), ("x" * 1_000_001, True), ("<p>x" * 5_001, True)],
    ids=["a megabyte", "more than a megabyte", "too many tags"],
)
def test_a_paste_has_a_largest_size(html, is_large):
    assert is_too_much(html) is is_large
