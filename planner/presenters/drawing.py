"""The drawing of an exercise as a page shows it: its paths and the same in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from planner.drawings import Picture, picture
from planner.engine import Exercise
from planner.labels import Text
from planner.presenters.drawing_words_table import SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingView:
    """One picture; `key` makes its ids its own on a page with others."""

    key: str
    title: str
    start: Text
    end: Text
    picture: Picture


def drawing(exercise: Exercise) -> DrawingView:
    """Show how an exercise starts and how it ends."""
    start, end = SHOWN[exercise.code]
    return DrawingView(
        key=f"drawing-{exercise.code.replace('_', '-')}",
        title=_(exercise.name),
        start=start,
        end=end,
        picture=picture(exercise.code),
    )
