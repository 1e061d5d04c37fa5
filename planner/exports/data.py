"""Everything of one record as data: what its owner may always have, doses only where in force."""

from datetime import date
from typing import Any

import msgspec

from planner.engine import RULES_VERSION, Answers, Chapter
from planner.exports.schema import FORMAT, FORMAT_VERSION, OF_ANSWERS, OF_CHAPTER, OF_STATE
from planner.in_force import is_in_force
from planner.plan_data import Data, plan_as_data
from planner.state import State


def plan_file(state: State, today: date) -> bytes:
    """Write a record as a plan file, for people and for another TTL.

    The answers and the log are always there. The doses are those of the plan in force and no other:
    chapters are made again from their answers, and a plan out of force is not to be followed.
    """
    record = {name: _value(getattr(state, name)) for name in OF_STATE}
    data: Data = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "saved_on": today,
        "rules_version": RULES_VERSION,
        "record": record,
        "plan": plan_as_data(state.plan) if state.plan and is_in_force(state) else None,
    }
    return msgspec.json.encode(data, order="deterministic")


def _value(value: Any) -> Any:
    """Give a value as plain data; of answers and chapters only what a file holds."""
    if isinstance(value, Answers):
        held = {name: getattr(value, name) for name in OF_ANSWERS}
        return {name: answer for name, answer in held.items() if answer not in (None, (), set())}
    if isinstance(value, Chapter):
        return {name: _value(getattr(value, name)) for name in OF_CHAPTER}
    return [_value(each) for each in value] if isinstance(value, tuple) else value
