"""What a word processor puts on the clipboard, as the Markdown that our renderer knows; pure."""

import html as entities
import re
from collections.abc import Iterable, Iterator

import nh3
from bs4 import BeautifulSoup, NavigableString, Tag
from markdownify import ATX, MarkdownConverter

LARGEST_PASTE = 1_000_000
MOST_TAGS = 5_000
# Deeper than this no person wrote it, and the converter grows slow: only the words are kept.
DEEPEST_NESTING = 60
TOP_HEADING = 3
KEPT = {
    *("p", "br", "hr", "a", "ul", "ol", "li", "blockquote", "code", "pre", "div"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
    *("strong", "em", "b", "i", "span", "font"),
}
LINKED = ("http://", "https://", "mailto:", "tel:")
BOLD = re.compile(r"(?<![\w-])font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
NOT_BOLD = re.compile(r"(?<![\w-])font-weight:\s*(?:normal|[1-5]00)", re.IGNORECASE)
ITALIC = re.compile(r"(?<![\w-])font-style:\s*(?:italic|oblique)", re.IGNORECASE)
# Word writes an item of a list as a paragraph that says its level, with the bullet as text.
WORD_ITEM = re.compile(r"mso-list:\s*l\d+\s+level(\d)", re.IGNORECASE)
WORD_BULLET = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
WORD_HEADING = re.compile(r"^MsoTitle", re.IGNORECASE)
NUMBERED = re.compile(r"^\s*\(?(?:\d+|[a-z]|[ivx]+)[.)]", re.IGNORECASE)
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>")
EMPTY_TAGS = {"br", "hr"}
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6", "th"]
BLOCKS = {"p", "ul", "ol", "li", "blockquote", "pre", "div", "table", "hr", *HEADINGS}
BOLD_TAGS, ITALIC_TAGS = ["b", "strong"], ["i", "em"]
# Signs that mean something anywhere, and those that do where a line begins.
SIGN = re.compile(r"[\\`*_\[\]|]|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
FIRST_SIGN = re.compile(r"^(\s*)([>#+=~-])")
FIRST_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])")
SPACE = re.compile(r"[\s\u00a0\u200b\u00ad\ufeff]+")
EMPTY_LINES = re.compile(r"\n{3,}")
ESCAPED_MARKER = re.compile(r"\\\[\\\[([a-z0-9:-]+)\\\]\\\]")


def is_too_much(html: str) -> bool:
    """Whether a paste is larger than any text that somebody would want in one piece."""
    return len(html) > LARGEST_PASTE or html.count("<") > MOST_TAGS


def to_markdown(html: str) -> str:
    """Turn HTML from a clipboard into Markdown without styles, pictures or raw HTML."""
    clean = nh3.clean(
        html,
        tags=KEPT,
        clean_content_tags={"script", "style", "title", "xml"},
        attributes={"*": {"style", "class"}, "a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    if _is_too_deep(clean):
        return _escaped(SPACE.sub(" ", entities.unescape(TAG.sub(" ", clean))).strip())
    soup = BeautifulSoup(clean, "html.parser")
    _spaces(soup)
    _word_lists(soup)
    _first_rows(soup)
    _letters(soup)
    _plain_letters(soup)
    _breaks(soup)
    _links(soup)
    _headings(soup)
    _lists(soup)
    return _tidy(_Converter(heading_style=ATX, bullets="-", autolinks=False).convert_soup(soup))


class _Converter(MarkdownConverter):
    """Writes only what our renderer reads."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        return _escaped(text)

    def convert_li(self, item: Tag, text: str, parent_tags: set[str]) -> str:
        bullet = f"{item['value']}. " if item.get("value") else "- "
        return f"{bullet}{text.strip()}".replace("\n", "\n" + " " * len(bullet)) + "\n"

    def convert_br(self, _tag: Tag, text: str, parent_tags: set[str]) -> str:
        return " " if "_inline" in parent_tags else "\\\n"


def _is_too_deep(clean: str) -> bool:
    depth = deepest = 0
    for closes, name in TAG.findall(clean):
        if name not in EMPTY_TAGS:
            depth += -1 if closes else 1
            deepest = max(deepest, depth)
    return deepest > DEEPEST_NESTING


def _spaces(soup: BeautifulSoup) -> None:
    """Make every run of blanks one space: word processors break lines wherever they like."""
    for text in soup.find_all(string=SPACE):
        if not text.find_parent("pre"):
            text.replace_with(NavigableString(SPACE.sub(" ", text)))


def _word_lists(soup: BeautifulSoup) -> None:
    items = [tag for tag in soup.find_all("p") if WORD_ITEM.search(tag.get("style", ""))]
    for run in _runs(items):
        lists: list[tuple[int, Tag]] = []
        for paragraph in run:
            level = int(WORD_ITEM.search(paragraph["style"]).group(1))
            kind = "ol" if NUMBERED.match(_taken_bullet(paragraph)) else "ul"
            _hang(soup, lists, level, kind, paragraph)


def _runs(items: Iterable[Tag]) -> Iterator[list[Tag]]:
    """Group paragraphs that follow one another."""
    run: list[Tag] = []
    for item in items:
        if run and item.find_previous_sibling() is not run[-1]:
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _taken_bullet(paragraph: Tag) -> str:
    """Take the bullet out of a paragraph and return it."""
    bullets = paragraph.find_all("span", style=WORD_BULLET)
    return "".join(bullet.extract().get_text() for bullet in bullets if bullet.parent)


def _hang(
    soup: BeautifulSoup, lists: list[tuple[int, Tag]], level: int, kind: str, paragraph: Tag
) -> None:
    """Move a paragraph into the list of its level, under the item before it."""
    while lists and lists[-1][0] > level:
        lists.pop()
    if not lists or lists[-1][0] < level:
        inner = soup.new_tag(kind)
        if lists:
            lists[-1][1].find_all("li", recursive=False)[-1].append(inner)
        else:
            paragraph.insert_before(inner)
        lists.append((level, inner))
    item = soup.new_tag("li")
    lists[-1][1].append(item)
    item.extend(list(paragraph.contents))
    paragraph.extract()


def _letters(soup: BeautifulSoup) -> None:
    """Read bold and italic from the styles in which word processors hide them."""
    for tag in soup.find_all(BOLD_TAGS):
        if NOT_BOLD.search(tag.get("style", "")):
            tag.unwrap()
    for tag in soup.find_all(["span", "font"]):
        style = tag.get("style", "")
        for meant, name in ((ITALIC, "em"), (BOLD, "strong")):
            if meant.search(style):
                tag.wrap(soup.new_tag(name))
        tag.unwrap()


def _plain_letters(soup: BeautifulSoup) -> None:
    for kin in (BOLD_TAGS, ITALIC_TAGS):
        for tag in soup.find_all(kin):
            if _means_nothing(tag, kin):
                tag.unwrap()


def _means_nothing(tag: Tag, kin: list[str]) -> bool:
    """Whether bold or italic is around whole blocks, in a heading, in itself or around nothing."""
    return bool(
        tag.find(list(BLOCKS))
        or tag.find_parent(HEADINGS)
        or tag.find_parent(kin)
        or not tag.get_text(strip=True)
    )


def _links(soup: BeautifulSoup) -> None:
    """Keep links to pages; one to a place in the document or to a file leads nowhere."""
    for link in soup.find_all("a"):
        address = link.get("href", "").strip()
        if address.lower().startswith(LINKED):
            link["href"] = re.sub(r"[\s<>()\\]", lambda sign: f"%{ord(sign.group()):02X}", address)
        else:
            link.unwrap()


def _headings(soup: BeautifulSoup) -> None:
    """Let the highest heading be the highest that a section has."""
    for title in soup.find_all("p", class_=WORD_HEADING):
        title.name = "h1"
    headings = soup.find_all(HEADINGS[:6])
    top = min((int(heading.name[1]) for heading in headings), default=TOP_HEADING)
    for heading in headings:
        heading.name = f"h{min(6, int(heading.name[1]) - top + TOP_HEADING)}"


def _lists(soup: BeautifulSoup) -> None:
    """Put inner lists into their items, and one paragraph of an item straight into it."""
    for inner in soup.find_all(["ul", "ol"]):
        before = inner.find_previous_sibling()
        if inner.parent.name in ("ul", "ol") and before and before.name == "li":
            before.append(inner)
    for numbered in soup.find_all("ol"):
        for number, item in enumerate(numbered.find_all("li", recursive=False), start=1):
            item["value"] = number
    for item in soup.find_all("li"):
        paragraphs = item.find_all("p", recursive=False)
        if len(paragraphs) == 1:
            paragraphs[0].unwrap()


def _breaks(soup: BeautifulSoup) -> None:
    """Drop breaks beside the edge of a block, which stand for space alone."""
    for br in soup.find_all("br"):
        before, after = _neighbour(br, "previous"), _neighbour(br, "next")
        if any(side is None or side.name in BLOCKS for side in (before, after)):
            br.extract()
        elif isinstance(after, NavigableString) and after[0] == " ":
            after.replace_with(NavigableString(after.lstrip()))


def _neighbour(tag: Tag, side: str) -> Tag | NavigableString | None:
    near = getattr(tag, f"{side}_sibling")
    while isinstance(near, NavigableString) and not near.strip():
        near = getattr(near, f"{side}_sibling")
    return near


def _first_rows(soup: BeautifulSoup) -> None:
    """Take the first row of a table for its headings, which Markdown cannot do without."""
    for table in soup.find_all("table"):
        if row := table.find("tr"):
            for cell in row.find_all("td", recursive=False):
                cell.name = "th"


def _escaped(text: str) -> str:
    """Keep words from being taken for signs of Markdown."""
    text = SIGN.sub(r"\\\g<0>", text)
    return FIRST_NUMBER.sub(r"\1\\\2", FIRST_SIGN.sub(r"\1\\\2", text))


def _tidy(markdown: str) -> str:
    lines = (line.rstrip() for line in markdown.split("\n"))
    whole = EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()
    return ESCAPED_MARKER.sub(r"[[\1]]", whole)
