"""Answers in words, for checking them and for the clinician's summary."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from planner.engine import QUESTIONS, Answers, Question, check_level, codes
from planner.labels import LABELS, Text
from planner.pages import BY_QUESTION, PAGES, PARTS

NEVER_KEPT = "self_harm"
LEVELS = (
    gettext_lazy("minimal"),
    gettext_lazy("mild"),
    gettext_lazy("moderate"),
    gettext_lazy("moderately severe"),
    gettext_lazy("severe"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One question and its answer; `page` is where to change it."""

    topic: Text
    value: str
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRow:
    """One question that is answered otherwise than before."""

    topic: Text
    before: str
    after: str
    is_health: bool


def changed_rows(before: Answers, after: Answers) -> list[ChangedRow]:
    """List the questions whose answers differ; those of parts 1 to 3 are about health."""
    return [
        ChangedRow(
            topic=LABELS[name].topic,
            before=answer_words(question, before),
            after=answer_words(question, after),
            is_health=BY_QUESTION[name].part < max(PARTS),
        )
        for name, question in QUESTIONS.items()
        if name != NEVER_KEPT and getattr(before, name) != getattr(after, name)
    ]


def rows_by_part(answers: Answers) -> list[tuple[Text, list[Row]]]:
    """List every question that was asked, with its answer, under the four parts."""
    return [
        (
            title,
            [
                row
                for page in PAGES
                if page.part == part
                for row in _rows(page.asked(answers), answers)
            ],
        )
        for part, title in PARTS.items()
    ]


def telling_rows(answers: Answers) -> list[Row]:
    """List what a clinician needs: the answers that say something, without "none" and settings."""
    return [
        row
        for page in PAGES
        if page.part <= 3
        for name in page.asked(answers)
        if name not in {NEVER_KEPT, "country", "clearance"} and _tells(name, answers)
        for row in _rows((name,), answers)
    ]


def _tells(name: str, answers: Answers) -> bool:
    value = getattr(answers, name)
    nothing = {codes.Peripartum.NOT_APPLICABLE, codes.ChairStand.EASILY}
    return value not in {None, (), frozenset(), frozenset({"none"})} | nothing


def _rows(names: tuple[str, ...], answers: Answers) -> list[Row]:
    return [
        Row(
            topic=LABELS[name].topic,
            value=answer_words(QUESTIONS[name], answers),
            page=BY_QUESTION[name].number,
        )
        for name in names
    ]


def answer_words(question: Question, answers: Answers) -> str:
    """Say one answer in words."""
    value, label = getattr(answers, question.name), LABELS[question.name]
    if question.name == NEVER_KEPT:
        return _("Asked. We never keep this answer.")
    if question.items:
        return check_words(question.name, value) if value else pgettext("a mood check", "Skipped")
    if value is None or value == frozenset():
        return _("Not answered")
    if question.is_multiple:
        return "; ".join(str(label.options[code]) for code in label.options if code in value)
    return str(label.options[value]) if question.options else str(value)


def check_words(name: str, items: tuple[int, ...]) -> str:
    """Give the total of a whole check with its words: a number alone says nothing."""
    return _("%(total)d of %(most)d, in the range often called %(level)s") % {
        "total": sum(items),
        "most": 3 * len(items),
        "level": LEVELS[check_level(name, items)],
    }
