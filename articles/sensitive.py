"""Which changes of a text touch dose, safety, medicines or figures; pure.

Compares words, so that a slip mended in one sentence does not ask about another.
"""

import re
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from enum import StrEnum

from articles.content.files import ClaimText, FaqText, PageText


class Kind(StrEnum):
    """What a change touches, as readers are told."""

    DOSE = "dose"
    SAFETY = "safety"
    MEDICINES = "medicines"
    FIGURES = "figures"


LISTED = {
    Kind.MEDICINES: re.compile(
        r"medic\w*|drugs?|tablets?|pills?|antidepress\w*|ssris?|snris?|lithium|insulin|glp-?1?"
        r"|\w+glutide|tirzepatide|prescri\w*|withdraw\w*|mg|milligrams?|pharma\w*",
    ),
    Kind.DOSE: re.compile(
        r"dos(?:e|es|age|ing)|sets?|reps?|repetitions?|minutes?|hours?|seconds?|days?|weeks?"
        r"|weekly|daily|months?|sessions?|times|kg|kilograms?|loads?|heav\w+|effort|intens\w+",
    ),
    Kind.SAFETY: re.compile(
        r"stop\w*|pregnan\w*|birth|postpartum|pain\w*|chest|breath\w*|faint\w*|dizz\w*"
        r"|suicid\w*|self-harm\w*|emergenc\w*|ambulance|urgent\w*|danger\w*|risk\w*|(?:un)?safe\w*"
        r"|warn\w*|harm\w*|injur\w*|bleed\w*|heart|pressure|doctors?|nurses?|gp|midwi\w+"
        r"|clinicians?|therapists?|999|112|111|911|988|116",
    ),
}
# Words that turn the sense of the sentence they stand in, and amounts.
TURNING = re.compile(
    r"not|no|never|none|nor|cannot|without|unless|except|only|always|every|must|should|may|might"
    r"|can|could|do|don't|dont|avoid\w*|before|after|until|more|less|most|least|fewer|under|over"
    r"|above|below|up|off|instead|half|twice|once"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|[-\u2212]?\d.*"
)
# A marker of the ledger is one word; so is a number with its point.
WORD = re.compile(r"\[\[[^\[\]\n]*\]\]|(?:(?<!\w)[-\u2212])?\d+(?:[.,]\d+)*|\w+(?:[-'\u2019]\w+)*")
SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n+")

ARTICLE_TEXTS = (
    *("title", "summary", "body", "how_it_works", "what_the_evidence_says", "rating_reason"),
    *("takeaways", "applies_to"),
)
# Every change counts here, whatever the words.
MARKED = {"clinical_context": Kind.SAFETY, "rating": Kind.FIGURES}
SAFETY_SECTION = "safety"
CLAIM_FACTS = [
    field.name for field in fields(ClaimText) if field.name not in ("key", "checked_date", "note")
]
# What an editor calls it, where that is not its name.
LABELS = {"body": "opening text", "rating": "evidence rating"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One place that a change touches: where it is, and of what kinds it is."""

    where: str
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    text: str
    sentence: frozenset[Kind]

    @property
    def kinds(self) -> set[Kind]:
        if self.text.startswith("[["):
            return {Kind.FIGURES}
        listed = _listed(self.text)
        return listed | self.sentence if TURNING.fullmatch(self.text) else listed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    """Words in one place; with a mark, any change there is of that kind."""

    where: str = ""
    text: str = ""
    mark: Kind | None = None


Value = PageText | FaqText | ClaimText
NOTHING = _Passage()


def touches(before: Value | None, after: Value | None) -> tuple[Touch, ...]:
    """List where two states of an article, a question or a claim differ in what matters."""
    old, new = _passages(before), _passages(after)
    pairs = ((old.get(key, NOTHING), new.get(key, NOTHING)) for key in {**new, **old})
    found = ((now.where or was.where, _kinds(was, now)) for was, now in pairs)
    return tuple(
        Touch(where=where, kinds=tuple(kind for kind in Kind if kind in kinds))
        for where, kinds in found
        if kinds
    )


def kinds_in_words(touched: tuple[Touch, ...]) -> str:
    """Name all that was touched, such as “dose, medicines”."""
    kinds = {kind for touch in touched for kind in touch.kinds}
    return ", ".join(kind for kind in Kind if kind in kinds)


def _kinds(before: _Passage, after: _Passage) -> set[Kind]:
    if before.text == after.text:
        return set()
    old, new = _words(before.text), _words(after.text)
    texts = [word.text for word in old], [word.text for word in new]
    changed = (
        word
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, *texts, autojunk=False).get_opcodes()
        if tag != "equal"
        for word in (*old[i1:i2], *new[j1:j2])
    )
    marks = {mark for mark in (before.mark, after.mark) if mark}
    return marks.union(*(word.kinds for word in changed))


def _words(text: str) -> list[_Word]:
    words = []
    for sentence in SENTENCE_END.split(text):
        found = [word.casefold().replace("\u2019", "'") for word in WORD.findall(sentence)]
        kinds = frozenset(kind for word in found for kind in _listed(word))
        words += [_Word(text=word, sentence=kinds) for word in found]
    return words


def _listed(word: str) -> set[Kind]:
    return {kind for kind, listed in LISTED.items() if listed.fullmatch(word)}


def _passages(value: Value | None) -> dict[str, _Passage]:
    """Return the words of a value by a name that stays when they change."""
    match value:
        case PageText():
            passages = {
                name: _passage(name, getattr(value.article, name), MARKED.get(name))
                for name in (*ARTICLE_TEXTS, *MARKED)
            }
            for question in value.questions:
                passages |= _passages(question)
            return passages
        case FaqText():
            words = f"{value.question}\n{value.answer}"
            mark = Kind.SAFETY if value.section == SAFETY_SECTION else None
            where = f"question “{value.question}”"
            return {f"question {value.slug}": _Passage(where=where, text=words, mark=mark)}
        case ClaimText():
            facts = {
                name: _passage(name, getattr(value, name), Kind.FIGURES) for name in CLAIM_FACTS
            }
            return facts | {"note": _passage("note", value.note)}
    return {}


def _passage(name: str, value: object, mark: Kind | None = None) -> _Passage:
    text = (
        "\n".join(map(str, value))
        if isinstance(value, tuple)
        else f"{'' if value is None else value}"
    )
    return _Passage(where=LABELS.get(name, name.replace("_", " ")), text=text, mark=mark)
