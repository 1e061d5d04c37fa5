"""How to do each exercise, in plain words, read once from the files beside this module.

A file holds one movement pattern; `kit.toml` says what is safe with each kind of equipment. A text
that breaks the shape below stops the start of the site.
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from planner.engine import EXERCISES, Pattern, codes

FOLDER = Path(__file__).parent
STEPS = range(3, 7)
MISTAKES = range(2, 5)


class Position(StrEnum):
    """Where the body is; SEATED means that it can be done without standing up."""

    STANDING = "standing"
    SEATED = "seated"
    FLOOR = "floor"
    BENCH = "bench"


@dataclass(frozen=True, slots=True, kw_only=True)
class Technique:
    """The way to do one exercise; `easier` and `harder` change it without another exercise.

    `feel` completes "You should feel it in ..."; `set_up` is empty where there is nothing to set.
    """

    position: Position
    needs: str
    set_up: str = ""
    steps: tuple[str, ...]
    mistakes: tuple[str, ...]
    feel: str
    easier: str
    harder: str

    def __post_init__(self) -> None:
        if len(self.steps) not in STEPS or len(self.mistakes) not in MISTAKES:
            raise ValueError("An exercise has 3 to 6 steps and 2 to 4 mistakes.")


def _read(name: str) -> dict[str, dict[str, object]]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _technique(row: dict[str, object]) -> Technique:
    lists = {name: tuple(row.pop(name)) for name in ("steps", "mistakes")}
    return Technique(position=Position(row.pop("position")), **lists, **row)


TECHNIQUES: dict[str, Technique] = {
    code: _technique(row) for pattern in Pattern for code, row in _read(pattern).items()
}
KIT: dict[codes.Equipment, str] = {
    codes.Equipment(name): text for name, text in _read("kit")["kit"].items()
}
if TECHNIQUES.keys() != EXERCISES.keys() or KIT.keys() != set(codes.Equipment):
    raise ValueError("Every exercise and every kind of equipment needs its text, and only those.")
