"""From plain values, such as decoded JSON, to Answers; every wrong one is named."""

from collections.abc import Mapping
from enum import StrEnum

from planner.engine.answers import Answers
from planner.engine.questionnaire import BY_NAME, Question
from planner.engine.validation import MESSAGES, InvalidAnswersError, Problem, problem, problems


def parse_answers(raw: Mapping[str, object]) -> Answers:
    """Read answers by field name and code; an absent or null field is not answered.

    Multi-select questions are lists of codes, numbers are whole numbers, the mood checks are
    lists of whole numbers. Raises InvalidAnswersError, which names each unknown field, unknown
    code and value of the wrong type, and whatever else is missing.
    """
    values: dict[str, object] = {}
    found: list[Problem] = []
    for name, value in raw.items():
        if value is None:
            continue
        try:
            values[name] = _value(name, value)
        except ValueError as error:
            found.append(_problem(name, str(error)))
    answers = Answers(**values)  # type: ignore[arg-type]
    if found:
        named = {each.field for each in found}
        others = (
            each for each in problems(answers) if each.field not in named and not each.is_soft
        )
        raise InvalidAnswersError((*found, *others))
    return answers


def _value(name: str, value: object) -> object:
    if name == "consent":
        return _boolean(value)
    if name not in BY_NAME:
        raise ValueError("This is not a question of the questionnaire.")
    question = BY_NAME[name]
    if question.items:
        return tuple(_whole_number(item) for item in _list(value))
    if question.options is None:
        return _number(question, value)
    if question.is_multiple:
        return frozenset(_code(question.options, item) for item in _list(value))
    return _code(question.options, value)


def _problem(name: str, message: str) -> Problem:
    return Problem(field=name, rule="VAL-13", message=message)


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("Write true or false.")
    return value


def _list(value: object) -> list[object] | tuple[object, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError("Write a list.")
    return value


def _whole_number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("Write whole numbers.")
    return value


def _number(question: Question, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(problem(question.name, question.missing).message)
    return value


def _code(options: type[StrEnum], value: object) -> StrEnum:
    """Read one code; a code made of digits may also be written as a number."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or text not in set(options):
        choices = ", ".join(options)
        raise ValueError(f"{MESSAGES['VAL-13']} The choices are: {choices}.")
    return options(text)
