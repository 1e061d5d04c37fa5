"""The plan file: its types, and the JSON Schema that follows from them.

The types are those of the engine, closed: no other field than theirs, and every number within the
bounds that a person could mean. What a file holds of a State and of a Chapter is listed here.
"""

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from planner.engine import EXERCISES, QUESTIONS, Answers, Chapter
from planner.state import State

FORMAT, FORMAT_VERSION = "strength-plan", 1
# Of a record, by the names of State and Chapter. The self-harm answer is nowhere, nor is any link.
OF_STATE = (
    "first_monday",
    "answers",
    "agreement",
    "chapters",
    "is_open",
    "feeling",
    "if_then",
    "calendar",
)
OF_CHAPTER = tuple(field.name for field in fields(Chapter) if field.name != "plan")
OF_ANSWERS = tuple(name for name in QUESTIONS if name != "self_harm")

Scale = Annotated[int, Meta(ge=0, le=10)]
Items = Annotated[tuple[Annotated[int, Meta(ge=0, le=3)], ...], Meta(max_length=9)]
ExerciseCode = Literal[tuple(EXERCISES)]
Words = Annotated[str, Meta(max_length=500)]
Whole = Annotated[int, Meta(ge=0, le=100_000)]
Count = Annotated[int, Meta(ge=1, le=1_000)]
# No other spelling of a decimal: "NaN" and "1e999999" are numbers to Python, too.
Weight = Annotated[str, Meta(pattern=r"^[0-9]{1,4}(\.[0-9]{1,3})?$")]

# What the engine's types leave open. A session's number and day are checked against its plan later.
BOUNDS: dict[str, Any] = {
    "count": Annotated[int, Meta(ge=0, le=10_000)],
    "effort": Scale | None,
    "pain": Scale | None,
    "mood": Scale | None,
    "mood_before": Scale | None,
    "mood_after": Scale | None,
    "session_effort": Scale | None,
    "pain_next_day": Scale | None,
    "phq": Items,
    "gad": Items,
    "phq9": Items,
    "gad7": Items,
    "chair_stands": Annotated[int, Meta(ge=0, le=200)] | None,
    "exercise": ExerciseCode,
    "replacement": ExerciseCode,
    "number": Count,
    "first_session": Count,
    "week": Count,
    "day": Annotated[int, Meta(ge=0, le=100_000, description="Days since first_monday.")],
    "rules_version": Annotated[str, Meta(max_length=20)],
    "first_monday": Annotated[date | None, Meta(description="Day 0 of the log.")],
    "is_open": Annotated[bool, Meta(description="Whether the last chapter's plan is in force.")],
}
HELD = {State: OF_STATE, Chapter: OF_CHAPTER, Answers: OF_ANSWERS}


def _type(name: str, hint: Any) -> Any:
    """Give one field's type in the file, narrower than the engine's own."""
    question = QUESTIONS.get(name)
    if question and question.high:
        return Annotated[int, Meta(ge=question.low, le=question.high)] | None
    return BOUNDS[name] if name in BOUNDS else _closed(hint)


def _closed(hint: Any) -> Any:
    if is_dataclass(hint):
        return _struct(hint)
    if not get_args(hint):
        return {Decimal: Weight, str: Words, int: Whole}.get(hint, hint)
    inner = tuple(map(_closed, get_args(hint)))
    return reduce(or_, inner) if get_origin(hint) is UnionType else get_origin(hint)[inner]


@cache
def _struct(kind: type) -> type[msgspec.Struct]:
    """Make a type with a dataclass's fields, as far as a file holds them, and no others."""
    hints, held = get_type_hints(kind), HELD.get(kind)
    return msgspec.defstruct(
        kind.__name__,
        [
            (field.name, _type(field.name, hints[field.name]), *_default(field))
            for field in fields(kind)
            if held is None or field.name in held
        ],
        frozen=True,
        kw_only=True,
        forbid_unknown_fields=True,
        namespace={"__doc__": (kind.__doc__ or "").partition("\n")[0]},
    )


def _default(field: Field[Any]) -> tuple[Any, ...]:
    """Give the default of a field, if it has one."""
    if field.default is MISSING:
        return ()
    if is_dataclass(field.default):
        return (msgspec.field(default_factory=_struct(type(field.default))),)
    return (field.default,)


class PlanFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that one person told TTL and did with their plan."""

    format: Literal["strength-plan"]
    format_version: Literal[1]
    saved_on: date
    rules_version: Annotated[str, Meta(max_length=20)]
    record: _struct(State)  # type: ignore[valid-type]
    plan: Annotated[
        dict[str, Any] | None,
        Meta(description="The plan in force, to be read. It is never read back: answers make it."),
    ] = None


def plan_file_schema() -> dict[str, Any]:
    """Write the JSON Schema (draft 2020-12) of a plan file."""
    schema = msgspec.json.schema(PlanFile)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A saved strength plan",
        **schema,
    }
