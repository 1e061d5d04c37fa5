"""The engine is pure: nothing but a few modules of the standard library, the same plan always."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import planner.engine
from planner.engine import build_plan, parse_answers
from tests.planner.engine.people import BASE

ENGINE = Path(planner.engine.__file__).parent
ROOT = ENGINE.parent.parent
ALLOWED = {"collections.abc", "dataclasses", "decimal", "enum", "functools", "itertools", "math"}
# Two hundred people and their plans, as one text.
PRINT_PLANS = """
import random
from planner.engine import build_plan, parse_answers
from tests.planner.engine.generate import answers
dice = random.Random(7)
for _ in range(200):
    print(build_plan(parse_answers(answers(dice))))
"""
PRINT_MODULES = "import sys, planner.engine; print(*sorted(sys.modules))"


def run(code, **environment):
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


@pytest.mark.parametrize("path", sorted(ENGINE.glob("*.py")), ids=lambda path: path.stem)
def test_a_module_imports_the_engine_and_a_few_pure_modules_only(path):
    outside = {module for module in imports(path) if not module.startswith("planner.engine")}

    assert outside <= ALLOWED


def test_the_engine_can_be_had_without_django_or_the_rest_of_ttl():
    loaded = run(PRINT_MODULES).split()

    ours = {module for module in loaded if module.partition(".")[0] in {"planner", "ttl"}}
    assert {module for module in ours if not module.startswith("planner.engine")} == {"planner"}
    assert {module for module in loaded if module.partition(".")[0] == "django"} == set()


def test_inv_36_plans_do_not_hang_on_the_order_of_a_run():
    first, second = (run(PRINT_PLANS, PYTHONHASHSEED=seed) for seed in ("1", "2"))

    assert first.count("disposition=") == 200
    assert first == second


def test_building_a_plan_changes_neither_the_answers_nor_the_next_plan():
    answers = parse_answers(BASE)

    first, second = build_plan(answers), build_plan(answers)

    assert first == second
    assert answers == parse_answers(BASE)
