"""A drawing of each exercise, made of poses and things by plain geometry: no Django, no files."""

from functools import cache

from planner.drawings.balance_table import BALANCE
from planner.drawings.calf_table import CALF
from planner.drawings.carry_table import CARRY
from planner.drawings.core_table import CORE
from planner.drawings.hinge_table import HINGE
from planner.drawings.picture import Drawing, Path, Picture
from planner.drawings.picture import picture as draw
from planner.drawings.pull_horizontal_table import PULL_HORIZONTAL
from planner.drawings.pull_vertical_table import PULL_VERTICAL
from planner.drawings.push_horizontal_table import PUSH_HORIZONTAL
from planner.drawings.push_vertical_table import PUSH_VERTICAL
from planner.drawings.squat_table import SQUAT

__all__ = ["DRAWINGS", "Drawing", "Path", "Picture", "draw", "picture"]

DRAWINGS: dict[str, Drawing] = {
    **SQUAT,
    **HINGE,
    **PUSH_HORIZONTAL,
    **PUSH_VERTICAL,
    **PULL_HORIZONTAL,
    **PULL_VERTICAL,
    **CARRY,
    **CORE,
    **CALF,
    **BALANCE,
}


@cache
def picture(code: str) -> Picture:
    """Draw an exercise by its code."""
    return draw(DRAWINGS[code])
