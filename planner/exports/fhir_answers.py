"""The answers as items of a FHIR QuestionnaireResponse."""

from planner.engine import QUESTIONS, Answers
from planner.instruments import CHOICES, INSTRUMENTS
from planner.labels import LABELS
from planner.pages import PAGES
from planner.plan_data import Data
from planner.presenters.answers import NEVER_KEPT, answer_words

# The self-harm question again, inside PHQ-9: its answer is not passed on either.
WITHHELD_ITEM = ("phq9", 9)


def items(answers: Answers) -> list[Data]:
    """Write each answered question: its name as the link, its words, its answers as codes."""
    return [_item(name, answers) for name in _answered(answers)]


def lines(answers: Answers) -> list[str]:
    """Write the same to be read."""
    return [
        f"{LABELS[name].topic}: {answer_words(QUESTIONS[name], answers)}"
        for name in _answered(answers)
    ]


def _answered(answers: Answers) -> list[str]:
    return [
        name
        for page in PAGES
        for name in page.asked(answers)
        if name != NEVER_KEPT and getattr(answers, name) not in (None, (), frozenset())
    ]


def _item(name: str, answers: Answers) -> Data:
    question, label, value = QUESTIONS[name], LABELS[name], getattr(answers, name)
    if question.items:
        text = str(INSTRUMENTS[name].lead_in)
        return {"linkId": name, "text": text, "item": _check_items(name, value)}
    item: Data = {"linkId": name, "text": str(label.question)}
    if question.options is None:
        return item | {"answer": [{"valueInteger": value}]}
    given = value if question.is_multiple else {value}
    return item | {
        "answer": [_coded(code, label.options[code]) for code in question.options if code in given]
    }


def _check_items(name: str, scores: tuple[int, ...]) -> list[Data]:
    texts = zip(INSTRUMENTS[name].items, scores, strict=True)
    return [
        {
            "linkId": f"{name}.{number}",
            "text": str(text),
            "answer": [_coded(score, dict(CHOICES)[score])],
        }
        for number, (text, score) in enumerate(texts, start=1)
        if (name, number) != WITHHELD_ITEM
    ]


def _coded(code: object, display: object) -> Data:
    return {"valueCoding": {"code": str(code), "display": str(display)}}
