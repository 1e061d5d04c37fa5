"""The plan engine: `build_plan(answers)` gives a plan or a refusal, the same for the same answers.

It is pure: no Django, no clock, no randomness, no files, no network.
"""

from planner.engine.build import build_plan
from planner.engine.parse import parse_answers

__all__ = ["build_plan", "parse_answers"]
