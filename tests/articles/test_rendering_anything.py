"""Whatever is typed, a page holds only what it may, for a fair amount of work."""

import sys

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.picture_blocks import Copy, Picture
from articles.rendering import Figure, to_html, to_text
from articles.term_links import TermLinks
from tests.articles.test_rendering import unsafe_parts
from tests.fuzz.payloads import PAYLOADS

PIECES = (
    *(
        "[[a]]",
        "[[a:benefit]]",
        "[[image:b]]",
        "\n\n[[image:b]]\n\n",
        "mood",
        "# ",
        "- ",
        "1. ",
        "> ",
    ),
    *(
        "|a|\n|-|\n|",
        "|",
        "**",
        "*",
        "`",
        "```\n",
        "[",
        "](",
        ")",
        "<",
        ">",
        "&",
        "\n",
        "\n\n",
        "    ",
    ),
    *(
        "https://a.example",
        "mailto:a@b",
        "tel:1",
        "\u2028",
        "\u202e",
        "\0",
        "\u00e9",
        "\U0001f4aa",
        "\\",
    ),
)
TYPED = st.lists(st.sampled_from((*PIECES, *PAYLOADS)), max_size=12).map("".join)


def rendered(typed, payload):
    """A text whose figures, pictures and terms try to act as well."""
    forms = {"": payload, "benefit": payload}
    copy = Copy(url="/images/b-1.webp", width=10, height=5)
    figures = {
        "a": Figure(url="/sources/a/", forms=forms),
        "image:b": Picture(alt=payload, caption=payload, credit=payload, copies=(copy,)),
    }
    terms = TermLinks((("mood", "/glossary/#mood"), (payload, "/glossary/#x")))
    return to_html(typed, figures=figures, terms=terms)


def tree(html):
    return html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)


def shape(element):
    """An element as a value: its name, what it has, and all that stands in it."""
    inner = tuple((shape(each), each.tail or "") for each in element)
    return str(element.tag), tuple(sorted(element.attrib.items())), element.text or "", inner


def without_pictures(parts):
    return [part for part in parts if part not in {"src", "figure", "figcaption", "img", "small"}]


@given(typed=TYPED, payload=st.sampled_from(PAYLOADS))
def test_no_text_figure_picture_or_term_acts(typed, payload):
    html = rendered(typed, payload)

    assert without_pictures(unsafe_parts(html)) == []
    assert [
        e.get("src") for e in tree(html).iter("img") if e.get("src") != "/images/b-1.webp"
    ] == []


@given(typed=TYPED, payload=st.sampled_from(PAYLOADS))
def test_clean_html_reads_back_to_the_same_tree(typed, payload):
    once = tree(rendered(typed, payload))
    written = html5lib.serialize(once, omit_optional_tags=False, quote_attr_values="always")

    assert shape(tree(written)) == shape(once)


@given(typed=TYPED)
def test_the_words_of_any_text_can_be_had(typed):
    assert isinstance(to_text(typed), str)


def calls_for(text):
    """Count the calls of Python that rendering takes: a measure that no busy machine changes."""
    count = 0

    def tell(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(tell)
    try:
        to_html(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "sign",
    [
        *("[", "![", "[a](", "*a ", "**a *b ", ">", "`", "- ", "<", "&#x", "[a]: ", "(https://"),
        *("[[a", "[[image:b]]\n\n", "<!--", "\\", "_a_ ", "~", "a\n", "1. ", "# a\n", "mood "),
    ],
)
def test_twice_the_text_is_about_twice_the_work(sign):
    one, two = calls_for(sign * 400), calls_for(sign * 800)

    assert two < 2.6 * one + 2_000
