"""A plan file read back: strictly, and never its doses, which are made again from the answers."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, get_type_hints

import msgspec
from django.utils.translation import gettext as _

from planner.engine import (
    RULES_VERSION,
    Answers,
    Chapter,
    InvalidAnswersError,
    Plan,
    ScreeningRule,
    codes,
    decide,
    drop_irrelevant,
    parse_answers,
    stop_at_once,
)
from planner.exports.schema import OF_CHAPTER, OF_STATE, PlanFile
from planner.labels import LABELS
from planner.state import State

OLDEST = timedelta(days=20 * 365)
NAMED = re.compile(r"`([^`]+)`")


class UnusableFileError(Exception):
    """A file that gives no plan; its text says why, in plain words."""


class HelpFirstError(Exception):
    """A file whose answers end the questionnaire: nothing of it may be kept."""

    def __init__(self, rule: ScreeningRule, answers: Answers) -> None:
        super().__init__(rule.id)
        self.rule, self.answers = rule, answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a file held; `other_rules` are the versions, not ours, that made its plans."""

    state: State
    sessions: int
    other_rules: tuple[str, ...]


def read_plan_file(content: bytes, today: date) -> Imported:
    """Read a file that `plan_file` wrote, here or on another installation.

    The self-harm answer is in no file, so the questionnaire asks it before the plan opens again.
    Raises UnusableFileError or HelpFirstError.
    """
    record: Any = _decoded(content).record
    answers = _answers(record.answers)
    chapters = tuple(_chapter(each) for each in record.chapters)
    _check_calendar(record.first_monday, chapters, today)
    versions = dict.fromkeys(each.rules_version for each in record.chapters)
    read_here = {"answers", "chapters", "is_open"}
    state = State(
        answers=answers,
        chapters=chapters,
        resumes=record.is_open and bool(chapters),
        **_values(State, record, set(OF_STATE) - read_here),
    )
    return Imported(
        state=state,
        sessions=sum(len(chapter.sessions) for chapter in chapters),
        other_rules=tuple(version for version in versions if version != RULES_VERSION),
    )


def _decoded(content: bytes) -> PlanFile:
    try:
        return msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=PlanFile)
    except msgspec.ValidationError as error:
        raise UnusableFileError(
            _(
                "This is not a plan file, or it was changed. Choose the file that you saved from "
                "your plan. What we cannot read: %(what)s."
            )
            % {"what": _place_of(error)}
        ) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnusableFileError(
            _("This is not a plan file. Choose the file that ends in .json, as you saved it.")
        ) from error


def _place_of(error: msgspec.ValidationError) -> str:
    """Say where in a file it cannot be read: the reader of files explains itself in English only.

    What it names last is the place, or the one field that is missing.
    """
    names = NAMED.findall(str(error))
    is_placed = bool(names) and names[-1].startswith("$")
    if is_placed or "field" in str(error):
        return names[-1].removeprefix("$.")
    return _("the whole file")


def _answers(held: msgspec.Struct) -> Answers:
    """Read one set of answers; unanswered questions are asked later, wrong answers are refused."""
    try:
        answers = parse_answers(msgspec.to_builtins(held))
    except InvalidAnswersError as error:
        raise _wrong_answers(error) from error
    _stop_for_help(answers)
    return drop_irrelevant(answers)


def _stop_for_help(answers: Answers) -> None:
    if rule := stop_at_once(answers):
        raise HelpFirstError(rule, answers)


def _wrong_answers(error: InvalidAnswersError) -> UnusableFileError:
    named = "; ".join(f"{LABELS[each.field].topic}: {_(each.message)}" for each in error.problems)
    return UnusableFileError(
        _("Some answers in this file do not fit. %(named)s") % {"named": named}
    )


def _chapter(held: Any) -> Chapter:
    """Make a chapter's plan again, and put under it what was done."""
    answers = _answers(held.answers)
    kept = _values(Chapter, held, set(OF_CHAPTER) - {"answers", "rules_version"})
    for check in kept["checks"]:
        if any(check.phq[8:]):
            _stop_for_help(replace(answers, self_harm=codes.SelfHarm.YES))
    try:
        # Everybody who has a plan has said no here; before it opens they are asked anew.
        plan = decide(replace(answers, self_harm=codes.SelfHarm.NO), kept["course"])
    except InvalidAnswersError as error:
        raise _wrong_answers(error) from error
    if not isinstance(plan, Plan):
        raise UnusableFileError(
            _("The answers of an earlier plan in this file give no plan by the rules we use now.")
        )
    chapter = Chapter(answers=answers, plan=plan, rules_version=RULES_VERSION, **kept)
    _check_log(chapter)
    return chapter


def _values(kind: type, held: msgspec.Struct, names: set[str]) -> dict[str, Any]:
    """Turn some fields of what a file holds into values of the engine's own types."""
    types = get_type_hints(kind)
    return {
        name: msgspec.convert(msgspec.to_builtins(getattr(held, name)), types[name])
        for name in names
    }


def _check_log(chapter: Chapter) -> None:
    """Refuse a log that no plan of ours can have: each session once, in order, none too many."""
    last = len(chapter.plan.weeks) * chapter.plan.sessions_per_week
    numbers = [session.number for session in chapter.sessions]
    expected = list(range(chapter.first_session, chapter.first_session + len(numbers)))
    if numbers != expected or chapter.first_session > last or chapter.next_number > last + 1:
        raise UnusableFileError(_("The sessions in this file do not follow one another."))


def _check_calendar(monday: date | None, chapters: tuple[Chapter, ...], today: date) -> None:
    """Refuse days that cannot be: before the plan, out of order, or still to come."""
    if monday is None:
        if chapters:
            raise UnusableFileError(_("The file does not say when the plan began."))
        return
    began = [chapter.day for chapter in chapters]
    logged = [session.day for chapter in chapters for session in chapter.sessions]
    # On the other side of the world it may be tomorrow already.
    tomorrow = (today - monday).days + 1
    if (
        monday.weekday()
        or today - monday > OLDEST
        or began != sorted(began)
        or max(began + logged, default=0) > tomorrow
    ):
        raise UnusableFileError(_("The dates in this file cannot be right."))
