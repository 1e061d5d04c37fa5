"""What the planner gives to the search of the site: its public pages, as plain values."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from planner.engine import EXERCISES, Exercise
from planner.labels import LABELS
from planner.technique import TECHNIQUES


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """One page that can be found, by its title and its text."""

    key: str
    title: str
    text: str
    url: str


def exercises() -> Iterator[SearchEntry]:
    """Give the page of every exercise."""
    for exercise in EXERCISES.values():
        yield SearchEntry(
            key=exercise.code,
            title=exercise.name,
            text=_text(exercise),
            url=reverse("planner:exercise", args=[exercise.code]),
        )


def _text(exercise: Exercise) -> str:
    technique = TECHNIQUES[exercise.code]
    parts = (
        exercise.cue,
        f"It trains: {exercise.muscles}. You should feel it in {technique.feel}.",
        technique.needs,
        str(LABELS["equipment"].options[exercise.equipment]),
        technique.set_up,
        *technique.steps,
        *technique.mistakes,
        technique.easier,
        technique.harder,
    )
    return "\n".join(part for part in parts if part)
