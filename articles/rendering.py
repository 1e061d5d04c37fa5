"""Markdown to safe HTML, and how long a text takes to read; pure."""

import math
import re
from collections.abc import MutableMapping, Sequence

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

WORDS_PER_MINUTE = 200
DEEPEST_HEADING = 6
OTHER_SITE = re.compile(r"(?:https?:)?//", re.IGNORECASE)

TAGS = {
    *("p", "br", "hr", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre"),
    *("h2", "h3", "h4", "h5", "h6", "div", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    "a": {"href", "title", "rel"},
    "ol": {"start"},
    "th": {"scope"},
    "div": {"role", "tabindex", "aria-label"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


def to_html(markdown: str, top_heading: int = 2) -> str:
    """Turn Markdown into clean HTML whose first level of headings is h2, or the level given."""
    environment: dict[str, object] = {}
    tokens = _parser.parse(markdown, environment)
    _set_heading_levels(tokens, top_heading)
    html = _parser.renderer.render(tokens, _parser.options, environment)
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes={"div": {"table-scroll"}},
        url_schemes=SCHEMES,
        link_rel=None,
    )


def reading_minutes(markdown: str) -> int:
    """Return the whole minutes that a text takes to read, at least one."""
    return max(1, math.ceil(len(markdown.split()) / WORDS_PER_MINUTE))


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
    parser.add_render_rule("link_open", _link_open)
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", lambda *_: "</table></div>")
    parser.add_render_rule("th_open", lambda *_: '<th scope="col">')
    return parser


_parser = _parser_for_articles()
