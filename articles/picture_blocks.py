"""Pictures in a text: a marker on a line of its own becomes a figure with its words; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

IMAGE = "image:"
LINE = re.compile(r"\[\[(image:[^\[\]\n]*)\]\]")
ADDRESS = "/images/"
TAGS = {"figure", "img", "figcaption"}
ATTRIBUTES = {"img": {"src", "srcset", "sizes", "alt", "width", "height", "loading"}}
CLASSES = {"figure": {"picture"}}
# A text is about 36 rem wide, on a phone as wide as the screen.
SIZES = "(min-width: 38rem) 36rem, 100vw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One file of a picture."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What the marker of a picture becomes: its words, and its files from narrow to wide."""

    alt: str
    caption: str
    credit: str
    copies: tuple[Copy, ...]


def teach(parser: MarkdownIt) -> None:
    """Let a parser know the markers of pictures, which need no blank line around them."""
    rule = {"alt": ["paragraph", "blockquote", "list"]}
    parser.block.ruler.before("paragraph", "picture", _block, rule)
    parser.add_render_rule("picture", lambda _self, tokens, at, *_: _figure(tokens[at].meta))


def strays(tokens: Sequence[Token]) -> list[str]:
    """List the markers of pictures that stand within a line, where no picture can."""
    lines = (token.content for token in tokens if token.type == "inline")
    return [found.group() for line in lines for found in LINE.finditer(line)]


def is_ours(_tag: str, name: str, value: str) -> str | None:
    """Keep an address of a picture only where it leads to our own files."""
    if name not in ("src", "srcset"):
        return value
    return value if all(part.startswith(ADDRESS) for part in value.split(", ")) else None


def _block(state: StateBlock, line: int, _last: int, silent: bool) -> bool:
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    found = LINE.fullmatch(text.strip())
    picture = found and state.env["figures"].get(found.group(1))
    if picture is None:
        return False
    if not silent:
        token = state.push("picture", "figure", 0)
        token.meta = {"picture": picture}
        token.map = [line, line + 1]
        state.line = line + 1
    return True


def _figure(meta: dict[str, Picture]) -> str:
    picture = meta["picture"]
    copies = ", ".join(f"{copy.url} {copy.width}w" for copy in picture.copies)
    widest = picture.copies[-1]
    facts = {
        "src": widest.url,
        "srcset": copies,
        "sizes": SIZES,
        "alt": picture.alt,
        "width": widest.width,
        "height": widest.height,
        "loading": "lazy",
    }
    attributes = " ".join(f'{name}="{escape(str(value))}"' for name, value in facts.items())
    words = " ".join(filter(None, (picture.caption, picture.credit)))
    return (
        f'<figure class="picture"><img {attributes}>'
        f"<figcaption>{escape(words)}</figcaption></figure>\n"
    )
