"""Draw all exercises on one sheet, to be looked at.

`python -m tests.planner.drawings.contact_sheet FOLDER` writes it, with the style of the site in it.
"""

import sys
from pathlib import Path

from planner.drawings import DRAWINGS, Picture, picture

STYLE = Path(__file__).parents[3] / "static" / "css" / "ttl.css"


def svg(shown: Picture) -> str:
    """Write a picture as the page of an exercise does, without its words."""
    frames = "".join(
        '<g class="drawing__frame">'
        + "".join(f'<path class="{path.kind}" d="{path.d}"/>' for path in frame.paths)
        + f'</g><text class="drawing__number" x="{frame.x}" y="{frame.y}">{number}</text>'
        for number, frame in enumerate(shown.frames, 1)
    )
    box = f"0 0 {shown.width} {shown.height}"
    return f'<svg class="drawing__picture" viewBox="{box}">{frames}</svg>'


def sheet(codes: list[str]) -> str:
    """Write the whole sheet."""
    cells = "".join(
        f'<figure class="drawing">{svg(picture(code))}<figcaption>{code}</figcaption></figure>'
        for code in codes
    )
    grid = "body{display:grid;grid-template-columns:repeat(4,1fr);gap:8px;padding:8px}"
    return f"<!doctype html><style>{STYLE.read_text()}{grid}</style><body>{cells}"


if __name__ == "__main__":
    Path(sys.argv[1], "contact-sheet.html").write_text(sheet(list(DRAWINGS)))
