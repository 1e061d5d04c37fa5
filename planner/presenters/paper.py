"""What a page on paper is made of: sections of text, lists, tables and boxes to write in.

A document says what stands where and in which words. The print page and the PDF both show the same
document, each in its own way.
"""

from dataclasses import dataclass
from enum import StrEnum

from planner.labels import Text
from planner.presenters.drawing import DrawingView


class Sheet(StrEnum):
    """The size of the paper."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, with its first words in bold if there are any."""

    text: Text
    lead: Text = ""
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list with bullets."""

    items: tuple[Text, ...]
    kind: str = "items"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Names, and what there is to say of each."""

    pairs: tuple[tuple[Text, Text], ...]
    kind: str = "facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table: text, a smaller note below, and the labels of boxes to write in."""

    text: Text
    note: Text = ""
    boxes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; the first cell of each row names the row. `weights` are the widths in proportion."""

    caption: Text
    columns: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    weights: tuple[int, ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """Lines to write on."""

    labels: tuple[Text, ...]
    kind: str = "blanks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """Drawings of exercises, each with its name."""

    drawings: tuple[DrawingView, ...]
    kind: str = "pictures"


Block = Paragraph | Items | Facts | Table | Blanks | Pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document under its own heading."""

    title: Text
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document; `notice` stands in a frame above everything else, `lead` opens it."""

    title: Text
    lead: Text
    sections: tuple[Section, ...]
    closing: Text
    notice: Text = ""
