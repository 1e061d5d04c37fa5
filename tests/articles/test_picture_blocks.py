"""A marker on a line of its own becomes a picture with its words, and nothing else does."""

import html5lib
import pytest

from articles.picture_blocks import Copy, Picture
from articles.rendering import stray_pictures, to_html

PICTURE = Picture(
    alt='A "hill" <b>',
    caption="Uphill.",
    credit="TTL",
    copies=(
        Copy(url="/images/hill-a.webp", width=640, height=320),
        Copy(url="/images/hill-b.webp", width=1280, height=640),
    ),
)
FIGURES = {"image:hill": PICTURE}


def test_a_marker_on_its_own_line_becomes_a_figure_with_its_words_and_its_place_kept():
    html = to_html("Up:\n[[image:hill]]\nDown.", figures=FIGURES)

    assert html == (
        "<p>Up:</p>\n"
        '<figure class="picture"><img src="/images/hill-b.webp" '
        'srcset="/images/hill-a.webp 640w, /images/hill-b.webp 1280w" '
        'sizes="(min-width: 38rem) 36rem, 100vw" alt="A &quot;hill&quot; &lt;b&gt;" '
        'width="1280" height="640" loading="lazy">'
        "<figcaption>Uphill. TTL</figcaption></figure>\n"
        "<p>Down.</p>\n"
    )


@pytest.mark.parametrize(
    "markdown",
    [
        "[[image:other]]",
        "    [[image:hill]]",
        "a\n    [[image:hill]]",
        "`[[image:hill]]`",
        "![x](/images/hill-a.webp)",
    ],
    ids=["unknown", "code block", "lazy line", "code", "Markdown's own"],
)
def test_nothing_else_becomes_a_picture(markdown):
    assert "<img" not in to_html(markdown, figures=FIGURES)


def test_a_picture_from_elsewhere_has_no_address():
    elsewhere = Copy(url="https://a.example/x.webp", width=1, height=1)
    picture = Picture(alt="x", caption="", credit="x", copies=(elsewhere,))

    html = to_html("[[image:x]]", figures={"image:x": picture})

    image = html5lib.parseFragment(html, namespaceHTMLElements=False).find(".//img")
    assert (image.get("src"), image.get("srcset"), image.get("alt")) == (None, None, "x")


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("a [[image:x]]", ["[[image:x]]"]),
        ("|a|\n|-|\n|[[image:x]]|", ["[[image:x]]"]),
        ("a\n[[image:x]]\nb", []),
        ("- [[image:x]]\n\n> [[image:x]]", []),
    ],
)
def test_a_picture_within_a_line_is_found(markdown, found):
    assert stray_pictures(markdown) == found
