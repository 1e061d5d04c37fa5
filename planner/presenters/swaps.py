"""Other exercises for one place of a session, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from planner.engine import EXERCISES, Chapter, NextSession, choices, skipped
from planner.labels import Text
from planner.presenters.engine_words import name_of
from planner.presenters.why import Why, why

MOST_SKIPPED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """One exercise that may stand here instead."""

    code: str
    name: str
    cue: str
    kind: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedView:
    """One exercise that an answer left out, and why."""

    name: str
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapView:
    """The page of one place; `code` is the exercise that stands there now."""

    place: int
    code: str
    name: str
    options: tuple[OptionView, ...]
    skipped: tuple[SkippedView, ...]


def swap_view(chapter: Chapter, session: NextSession, place: int) -> SwapView:
    """Put the choices for one place, counted from 1, into words."""
    target = session.targets[place - 1]
    found, exercise = choices(chapter, session, target), EXERCISES[target.exercise]
    kinds = {other: _("Another one for the same muscles") for other in found.others}
    kinds |= {code: _("Harder") for code in (found.harder,) if code}
    kinds |= {code: _("Easier") for code in (found.easier,) if code}
    kinds |= {code: _("Back to what the plan has") for code in (found.back,) if code}
    left = skipped(exercise.pattern, chapter.answers)
    return SwapView(
        place=place,
        code=exercise.code,
        name=name_of(exercise.code),
        options=tuple(
            OptionView(code=code, name=name_of(code), cue=_(EXERCISES[code].cue), kind=kind)
            for code, kind in kinds.items()
        ),
        skipped=tuple(
            SkippedView(name=name_of(each.exercise), why=why(*each.rules))
            for each in left[:MOST_SKIPPED]
        ),
    )
