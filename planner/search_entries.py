"""What the planner gives to the search of the site: its public pages, as plain values."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, override

from planner.engine import EXERCISES, Exercise
from planner.labels import LABELS
from planner.technique import TECHNIQUES


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """One page that can be found, by its title, its text, and what other languages call it."""

    key: str
    title: str
    text: str
    url: str
    other_words: str


def exercises() -> Iterator[SearchEntry]:
    """Give the page of every exercise."""
    for exercise in EXERCISES.values():
        yield SearchEntry(
            key=exercise.code,
            title=exercise.name,
            text=_text(exercise),
            url=reverse("planner:exercise", args=[exercise.code]),
            other_words=" ".join(_other_words(exercise)),
        )


def _other_words(exercise: Exercise) -> Iterator[str]:
    for language, _name in settings.LANGUAGES:
        if language != settings.LANGUAGE_CODE:
            with override(language):
                yield gettext(exercise.name)
                yield str(LABELS["equipment"].options[exercise.equipment])


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
