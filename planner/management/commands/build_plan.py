"""Build plans from answers in JSON, without storing anything."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandError

from planner.engine import InvalidAnswersError, build_plan, parse_answers
from planner.plan_data import plan_as_data

BAD_INPUT = 2


class Command(BaseCommand):
    help = (
        "Read one JSON object of questionnaire answers (field names and codes of the rulebook, "
        "section 3) and write the plan or the refusal as JSON. Nothing is stored, so `consent` may "
        "be left out. Bad input: exit code 2 and a message that names each field."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take a file name, or - for standard input, and --lines."""
        parser.add_argument("file", help="a file of answers, or - for standard input")
        parser.add_argument("--lines", action="store_true", help="one JSON object a line")

    def handle(self, *args: Any, file: str, lines: bool, **options: Any) -> None:
        """Answer what can be answered, name what cannot."""
        given = self._read(file)
        if not lines:
            try:
                self.stdout.write(self._answer(given))
            except ValueError as error:
                raise CommandError(str(error), returncode=BAD_INPUT) from error
            return
        failed = False
        # Bytes, so that a line which is not UTF-8 spoils no other.
        for number, line in enumerate(given.split(b"\n"), start=1):
            if not line.strip():
                continue
            try:
                self.stdout.write(self._answer(line))
            except ValueError as error:
                failed = True
                self.stderr.write(_prefix(str(error), f"line {number}"))
        if failed:
            raise CommandError("Some lines could not be answered.", returncode=BAD_INPUT)

    def _read(self, file: str) -> bytes:
        try:
            return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}", returncode=BAD_INPUT) from error

    def _answer(self, given: bytes) -> str:
        try:
            result = build_plan(parse_answers(_decode(given)))
        except InvalidAnswersError as error:
            problems = (f"{problem.field}: {problem.message}" for problem in error.problems)
            raise ValueError("\n".join(problems)) from error
        return msgspec.json.encode(plan_as_data(result)).decode()


def _decode(given: bytes) -> dict[str, Any]:
    """Read one JSON object; a field given twice is refused, whichever answer was meant."""
    try:
        raw = json.loads(given.decode(), object_pairs_hook=_each_once)
    except UnicodeDecodeError as error:
        raise ValueError("not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"not a JSON object of answers: {error}") from error
    except RecursionError as error:
        raise ValueError("not a JSON object of answers: nested too deeply") from error
    if not isinstance(raw, dict):
        raise ValueError("not a JSON object of answers")
    return raw


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError("\n".join(f"{name}: This field is given twice." for name in twice))
    return dict(pairs)


def _prefix(message: str, label: str) -> str:
    return "\n".join(f"{label}: {line}" for line in message.splitlines())
