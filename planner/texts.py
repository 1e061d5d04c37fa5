"""Every fixed text that visitors may read from the planner's tables, in one list.

The engine knows no Django, so nothing in it is marked for translation: the pages translate its
texts when they show them, and `makemessages` learns of them here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import override

from planner.engine import (
    CAVEATS,
    EXERCISES,
    LIFTING_SECONDS,
    QUESTIONS,
    RULES,
    SCREENING_MESSAGES,
    VALIDATION_MESSAGES,
    InvalidAnswersError,
    evidence,
    parse_answers,
    problem,
    words,
)
from planner.engine.caveats import GLP1_WITHOUT_WEIGHT
from planner.engine.progression import SLOWEST_LOWERING_SECONDS
from planner.engine.studies import STUDIES
from planner.instruments import CHOICES, INSTRUMENTS
from planner.labels import KINDS, LABELS, STOP_SYMPTOMS, WEIGHT_UNITS, Text
from planner.presenters.drawing_words_table import SHOWN
from planner.technique import KIT, TECHNIQUES


class Kind(StrEnum):
    """What a text is for, said in English to who translates it."""

    MESSAGE = "message after the screening"
    CAUTION = "caution card"
    REASON = "reason of a rule"
    WORDING = "wording of the plan"
    STUDY = "study behind the plan"
    EVIDENCE = "where the evidence does not reach"
    MISTAKE = "what is wrong with an answer"
    NAME = "name of an exercise"
    MUSCLES = "muscles of an exercise"
    CUE = "short cue of an exercise"
    TECHNIQUE = "how to do an exercise"
    FEEL = "completes: You should feel it in ..."
    QUESTION = "question or answer"
    DRAWING = "what a drawing shows"


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedText:
    """One text as it stands in its table, `where` being its key there."""

    kind: Kind
    where: str
    text: str


Said = Iterator[tuple[Kind, str, Text]]
# Files that a person mended by hand, each wrong in one of the ways that `parse_answers` names.
MISREAD = ({"nothing": 1}, {"consent": 1}, {"symptoms": 1}, {"phq9": ["x"]})


def every_text() -> tuple[FixedText, ...]:
    """List every text in English, by table; one that stands in two places comes twice."""
    tables = (_safety, _reasons, _wording, _evidence, _mistakes, _exercises, _techniques)
    with override(None):
        return tuple(
            FixedText(kind=kind, where=where, text=str(text))
            for table in (*tables, _questions, _drawings)
            for kind, where, text in table()
            if text
        )


def _safety() -> Said:
    yield from _keyed(Kind.MESSAGE, SCREENING_MESSAGES.items())
    yield from _keyed(Kind.CAUTION, CAVEATS.items())
    yield Kind.CAUTION, "CAV-30", GLP1_WITHOUT_WEIGHT


def _keyed(kind: Kind, table: Iterable[tuple[str, Text]]) -> Said:
    yield from ((kind, str(key), text) for key, text in table)


def _reasons() -> Said:
    yield from _keyed(Kind.REASON, ((rule.id, rule.reason) for rule in RULES.values()))


def _wording() -> Said:
    yield from _keyed(Kind.WORDING, words.ROLES.items())
    for condition in words.CONDITIONS.values():
        yield Kind.WORDING, condition.id, condition.why
        yield Kind.WORDING, condition.id, condition.watch
    yield from _keyed(Kind.WORDING, words.EFFORT_WORDS)
    yield from _keyed(Kind.WORDING, words.STARTING_LOADS.items())
    yield from _keyed(Kind.WORDING, ((code, text) for code, text in _tempos()))
    loose = ("WARM_UP", "COOL_DOWN", "STAND_UP_FASTER", "REST_DAYS", "FEWER_DAYS")
    yield from _keyed(Kind.WORDING, ((name, getattr(words, name)) for name in loose))


def _tempos() -> Iterator[tuple[str, str]]:
    """Say each tempo as the engine says it, which puts the seconds in by itself."""
    for seconds in range(LIFTING_SECONDS, SLOWEST_LOWERING_SECONDS + 1):
        for exercise in EXERCISES.values():
            for is_held in (False, True):
                yield "tempo", words.tempo_words(exercise, seconds, is_held)


def _evidence() -> Said:
    for study in STUDIES:
        for text in (study.design, study.people, study.caution):
            yield Kind.STUDY, study.source, text
    yield from _keyed(Kind.EVIDENCE, evidence.TRAINING_GAPS.items())
    gaps = (
        *("OLDER_THAN_YOU", "YOUNGER_THAN_YOU", "AGES_NOT_SAID", "AGES_NEAR_YOURS"),
        *("CONDITION_IN_PART", "OTHER_CONDITION", "PAIN_ELSEWHERE", "ONE_SMALL_TRIAL"),
        *("WITH_A_TRAINER", "NO_TRIAL_IN_PREGNANCY", "STRONG_SYMPTOMS", "MEDICINE_NOT_STUDIED"),
        "TREATMENT_RESISTANT",
    )
    yield from _keyed(Kind.EVIDENCE, ((name, getattr(evidence, name)) for name in gaps))


def _mistakes() -> Said:
    """Say what can be wrong, also with the bounds that the engine puts in by itself."""
    yield from _keyed(Kind.MISTAKE, VALIDATION_MESSAGES.items())
    for question in QUESTIONS.values():
        yield Kind.MISTAKE, question.name, problem(question.name, question.missing).message
    for raw in MISREAD:
        try:
            parse_answers(raw)
        except InvalidAnswersError as error:
            yield Kind.MISTAKE, "file", error.problems[0].message


def _exercises() -> Said:
    for code, exercise in EXERCISES.items():
        yield Kind.NAME, code, exercise.name
        yield Kind.MUSCLES, code, exercise.muscles
        yield Kind.CUE, code, exercise.cue


def _techniques() -> Said:
    yield from _keyed(Kind.TECHNIQUE, KIT.items())
    for code, how in TECHNIQUES.items():
        told = (how.needs, how.set_up, *how.steps, *how.mistakes, how.easier, how.harder)
        yield from _keyed(Kind.TECHNIQUE, ((code, text) for text in told))
        yield Kind.FEEL, code, how.feel


def _questions() -> Said:
    for name, label in LABELS.items():
        for text in (label.topic, label.question, label.why, *label.options.values()):
            yield Kind.QUESTION, name, text
    for name, check in INSTRUMENTS.items():
        for text in (check.summary, check.lead_in, *check.items, check.source):
            yield Kind.QUESTION, name, text
    for _, text in CHOICES:
        yield Kind.QUESTION, "mood check", text
    for table in (STOP_SYMPTOMS, KINDS, WEIGHT_UNITS):
        yield from _keyed(Kind.QUESTION, table.items())


def _drawings() -> Said:
    for code, (start, end) in SHOWN.items():
        yield Kind.DRAWING, code, start
        yield Kind.DRAWING, code, end
