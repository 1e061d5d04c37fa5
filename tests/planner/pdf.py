"""A PDF as a second program reads it: its words, its tags, what it says of itself."""

import io
import unicodedata

from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject


def opened(content):
    return PdfReader(io.BytesIO(content), strict=True)


def squeezed(text):
    """Text without spaces: lines of a PDF break anywhere, even after a hyphen."""
    return "".join(unicodedata.normalize("NFKC", str(text)).split())


def words(reader):
    return squeezed("".join(page.extract_text() for page in reader.pages))


def everything(reader):
    """Every object of the file, streams unpacked: nothing can hide in it."""
    shown = []
    for number in range(1, int(reader.trailer["/Size"])):
        each = reader.get_object(IndirectObject(number, 0, reader))
        shown.append(repr(each))
        if isinstance(each, StreamObject):
            shown.append(each.get_data().decode("latin-1"))
    return "\n".join(shown)


def tags(reader):
    """Every structure element with its attributes, in reading order."""
    return [(node["/S"], attributes(node)) for node in elements(reader)]


def alternatives(reader):
    """What every picture says in words, in reading order."""
    return [str(node["/Alt"]) for node in elements(reader) if node["/S"] == "/Figure"]


def elements(reader):
    """Every structure element, in reading order."""

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for kid in node:
                yield from walk(kid)
        elif isinstance(node, dict):
            if "/S" in node:
                yield node
            if "/K" in node and ("/S" in node or node.get("/Type") == "/StructTreeRoot"):
                yield from walk(node["/K"])

    return list(walk(reader.trailer["/Root"]["/StructTreeRoot"]))


def attributes(node):
    found = node.get("/A", [])
    found = found.get_object() if hasattr(found, "get_object") else found
    merged = {}
    for each in found if isinstance(found, list) else [found]:
        merged |= each.get_object()
    return merged


def declares_the_standard(reader):
    """Whether the file says that it is PDF/UA-1."""
    return b"<pdfuaid:part>1</pdfuaid:part>" in reader.trailer["/Root"]["/Metadata"].get_data()


def heard(reader):
    """The words that are not marked as decoration."""
    return squeezed("".join(map(_heard, reader.pages)))


def _heard(page):
    said, open_marks = [], []

    def mark(operator, operands, *_matrices):
        if operator in {b"BMC", b"BDC"}:
            open_marks.append(operands[0])
        elif operator == b"EMC":
            open_marks.pop()

    def hear(text, *_place):
        if "/Artifact" not in open_marks:
            said.append(text)

    page.extract_text(visitor_operand_before=mark, visitor_text=hear)
    return "".join(said)
