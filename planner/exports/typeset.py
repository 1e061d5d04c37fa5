"""The process that typesets: a document as JSON comes in, a PDF goes out.

It is run as a file, by itself, and imports nothing of TTL: see `planner.exports.pdf`.
"""

import sys
from pathlib import Path

import typst

LAYOUT = Path(__file__).with_name("document.typ")


def typeset(data: str) -> bytes:
    """Typeset under PDF/UA-1; raises typst.TypstError where even less strictly it cannot be done.

    The standard forbids a character that no font has, such as an emoji. Then the PDF is made
    without it: still tagged, and with a sign in the place of that character.
    """
    try:
        return _compile(data, ["ua-1"])
    except typst.TypstError:
        return _compile(data, [])


def _compile(data: str, standards: list[str]) -> bytes:
    # Only the fonts inside typst, so that every machine sets the same lines.
    return typst.compile(
        str(LAYOUT),
        root=str(LAYOUT.parent),
        ignore_system_fonts=True,
        sys_inputs={"data": data},
        pdf_standards=standards,
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(typeset(sys.stdin.buffer.read().decode()))
