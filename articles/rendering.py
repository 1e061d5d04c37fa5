"""Markdown to safe HTML, and how long a text takes to read; pure."""

import math
import re
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from articles import picture_blocks
from articles.picture_blocks import IMAGE, Picture
from articles.term_links import Addresses, TermLinks

WORDS_PER_MINUTE = 200
DEEPEST_HEADING = 6
# How many texts a process keeps as HTML, and the longest of them: what ships are 464 in two
# languages and 1.7 MB; as many as may be, each as long as may be, are some 30 MB.
MOST_KEPT, LONGEST_KEPT = 1_024, 10_000
OTHER_SITE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
# A row of the ledger by its key, such as [[noetel-2024-depression]], or [[key:form]].
MARKER = re.compile(r"\[\[([^\[\]\n]*)\]\]")

TAGS = {
    *("p", "br", "hr", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre"),
    *("h2", "h3", "h4", "h5", "h6", "div", "table", "thead", "tbody", "tr", "th", "td"),
    *picture_blocks.TAGS,
}
ATTRIBUTES = {
    "a": {"href", "title", "rel"},
    "ol": {"start"},
    "th": {"scope"},
    "div": {"role", "tabindex", "aria-label"},
    **picture_blocks.ATTRIBUTES,
}
CLASSES = {"div": {"table-scroll"}, **picture_blocks.CLASSES}
SCHEMES = {"http", "https", "mailto", "tel"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What markers of a claim become: the address of its source, and its words by form."""

    url: str
    # Two are the same only with the same forms; the address is enough to look for them by.
    forms: Mapping[str, str] = field(hash=False)


Figures = Mapping[str, Figure | Picture]


def to_html(
    markdown: str,
    top_heading: int = 2,
    figures: Figures | None = None,
    terms: TermLinks | None = None,
) -> str:
    """Turn Markdown into clean HTML whose first level of headings is h2, or the level given.

    A marker becomes its figure with a link, or its picture; an unknown one stays as typed.
    The first appearance of a term links to the glossary and spends that link.
    """
    make = _made if len(markdown) <= LONGEST_KEPT else _made.__wrapped__
    shown = tuple(figures.items()) if figures else ()
    if not terms:
        return make(markdown, top_heading, shown)[0]
    html, linked = make(markdown, top_heading, shown, terms.addresses, frozenset(terms.linked))
    terms.linked |= linked
    return html


# Found by all that it is made of, to the letter, so that none is ever shown for another text.
@lru_cache(maxsize=MOST_KEPT)
def _made(
    markdown: str,
    top_heading: int,
    figures: tuple[tuple[str, Figure | Picture], ...],
    addresses: Addresses = (),
    linked: frozenset[str] = frozenset(),
) -> tuple[str, frozenset[str]]:
    """Return the HTML, and which terms are linked after it."""
    environment: dict[str, object] = {"figures": dict(figures)}
    tokens = _parser.parse(markdown, environment)
    _set_heading_levels(tokens, top_heading)
    terms = TermLinks(addresses, linked)
    if terms:
        terms.link(tokens)
    html = _parser.renderer.render(tokens, _parser.options, environment)
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=picture_blocks.is_ours,
        allowed_classes=CLASSES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return clean, frozenset(terms.linked)


def to_text(markdown: str, figures: Figures | None = None) -> str:
    """Turn Markdown into the words that a reader sees, one line for each block."""
    blocks = _parser.parse(markdown, {"figures": figures or {}})
    lines = (_words(block) for block in blocks)
    return "\n".join(line for line in lines if line)


def markers(markdown: str) -> list[tuple[str, str]]:
    """List the markers of a text as pairs of key and form; the plain form is empty.

    The key of a picture begins with the word for all of them, and it has no forms.
    """
    return [_key_and_form(inside) for inside in MARKER.findall(markdown)]


def links(markdown: str) -> list[str]:
    """List the addresses that a text links to by itself, in order."""
    blocks = _parser.parse(markdown, {"figures": {}})
    children = (child for block in blocks for child in block.children or ())
    return [str(child.attrGet("href")) for child in children if child.type == "link_open"]


def stray_pictures(markdown: str) -> list[str]:
    """List the markers of pictures that do not stand on a line of their own."""
    nothing = Picture(alt="", caption="", credit="", copies=())
    figures = {key: nothing for key, _form in markers(markdown) if key.startswith(IMAGE)}
    return picture_blocks.strays(_parser.parse(markdown, {"figures": figures}))


def reading_minutes(markdown: str) -> int:
    """Return the whole minutes that a text takes to read, at least one."""
    return max(1, math.ceil(len(markdown.split()) / WORDS_PER_MINUTE))


def _key_and_form(inside: str) -> tuple[str, str]:
    if inside.startswith(IMAGE):
        return inside, ""
    key, _, form = inside.partition(":")
    return key, form


def _marker(state: StateInline, silent: bool) -> bool:
    """Read a marker and write its figure, as a link to its source unless it is in a link."""
    # A silent look is for the end of a link around us, which must not take us for a second link.
    found = None if silent else MARKER.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    key, form = _key_and_form(found.group(1))
    figure = state.env["figures"].get(key)
    if not isinstance(figure, Figure) or form not in figure.forms:
        return False
    linked = not state.linkLevel
    if linked:
        state.push("link_open", "a", 1).attrs = {"href": figure.url}
    state.push("text", "", 0).content = figure.forms[form]
    if linked:
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True


def _words(block: Token) -> str:
    """Join the words of a block; links, emphasis and the like leave only theirs."""
    if block.type != "inline":
        return block.content.strip()
    parts = (" " if part.type.endswith("break") else part.content for part in block.children)
    return "".join(parts).strip()


def _set_heading_levels(tokens: Sequence[Token], top: int) -> None:
    """Number headings by how deeply they nest, so that no level is ever skipped."""
    open_levels: list[int] = []
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(top + len(open_levels) - 1, DEEPEST_HEADING)}"


def _link_open(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    _environment: MutableMapping[str, object],
) -> str:
    """Keep another site from reaching back into our window."""
    if OTHER_SITE.match(str(tokens[index].attrGet("href"))):
        tokens[index].attrSet("rel", "noopener")
    return renderer.renderToken(tokens, index, options, {})


def _table_open(*_arguments: object) -> str:
    """Let a wide table scroll by itself, also from the keyboard."""
    return '<div class="table-scroll" role="region" aria-label="Table" tabindex="0"><table>'


def _parser_for_articles() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    parser.inline.ruler.before("link", "marker", _marker)
    picture_blocks.teach(parser)
    parser.add_render_rule("link_open", _link_open)
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", lambda *_: "</table></div>")
    parser.add_render_rule("th_open", lambda *_: '<th scope="col">')
    return parser


_parser = _parser_for_articles()
