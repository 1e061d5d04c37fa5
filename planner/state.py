"""What a private record holds: the answers so far and what came of them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec

from planner.engine import (
    Access,
    Answers,
    Chapter,
    Plan,
    Refusal,
    codes,
    decide,
    drop_irrelevant,
    new_chapter,
    problems,
    stop_at_once,
)
from planner.kept import Agreement, CalendarChoice, Feeling, IfThen, PlanLinks

NOTHING = Answers()


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The content of one sealed record.

    `answers` are those of the questionnaire. The self-harm answer is never among them: anything but
    "no" ends the questionnaire before it is kept, so `self_harm_asked` says all there is to say.
    `help_shown` holds everything back until the person has said that they are safe.

    `chapters` are the plans so far, each with the answers it was made from and what was done under
    it; the last one is in force while `is_open`. `refusal` says why there is none. `first_monday`
    is day 0 of the engine. `resumes` says that the last chapter, read from a file, goes on once the
    questions that no file answers are answered here.
    """

    answers: Answers = NOTHING
    self_harm_asked: bool = False
    help_shown: bool = False
    chapters: tuple[Chapter, ...] = ()
    is_open: bool = False
    refusal: Refusal | None = None
    first_monday: date | None = None
    resumes: bool = False
    calendar: CalendarChoice | None = None
    links: PlanLinks = PlanLinks()
    agreement: Agreement | None = None
    feeling: Feeling | None = None
    if_then: IfThen = IfThen()

    @property
    def full_answers(self) -> Answers:
        """The answers as the engine reads them."""
        return replace(self.answers, self_harm=codes.SelfHarm.NO if self.self_harm_asked else None)

    @property
    def plan(self) -> Plan | None:
        """The plan in force, the only one whose doses may be shown."""
        is_held = self.has_changes and not self.is_complete
        return self.chapters[-1].plan if self.is_open and not is_held else None

    @property
    def is_finished(self) -> bool:
        """Whether the answers have been turned into a result."""
        return self.plan is not None or self.refusal is not None

    @property
    def is_complete(self) -> bool:
        """Whether the engine has all the answers it needs."""
        return all(problem.is_soft for problem in problems(self.full_answers))

    @property
    def has_changes(self) -> bool:
        """Whether the plan in force was made from other answers than those that stand now."""
        return self.is_open and self.answers != self.chapters[-1].answers

    def day_of(self, when: date) -> int:
        """Give the engine's number of a date; raises ValueError before there is a plan."""
        if self.first_monday is None:
            raise ValueError("days are counted from the first plan")
        return (when - self.first_monday).days

    def date_of(self, day: int) -> date:
        """Give the date of one of the engine's days; raises ValueError before there is a plan."""
        if self.first_monday is None:
            raise ValueError("days are counted from the first plan")
        return self.first_monday + timedelta(days=day)

    def with_answers(self, answers: Answers) -> "State":
        """Keep new answers; a refusal made from other answers goes, and so does a plan that the new
        ones no longer allow. Another plan stays until the person has seen what would change.

        Raises ValueError for answers that call for help now: those are never kept.
        """
        if stop_at_once(answers):
            raise ValueError("answers that end the questionnaire are not kept")
        asked = self.self_harm_asked or answers.self_harm is codes.SelfHarm.NO
        kept = drop_irrelevant(replace(answers, self_harm=None))
        if kept == self.answers:
            return replace(self, self_harm_asked=asked)
        changed = replace(self, answers=kept, self_harm_asked=asked, refusal=None)
        if changed.is_open and changed.is_complete and changed._is_stricter():
            return changed.closed()
        return changed

    def without_changes(self) -> "State":
        """Put the answers of the plan in force back."""
        return replace(self, answers=self.chapters[-1].answers) if self.is_open else self

    def closed(self) -> "State":
        """Take the plan out of force for good; what was done under it is kept, sealed."""
        kept = self.chapters
        if self.is_open and not (kept[-1].sessions or kept[-1].checks):
            kept = kept[:-1]
        return replace(self, chapters=kept, is_open=False, resumes=False, refusal=None)

    def stopped(self, *, forgotten: tuple[str, ...], help_shown: bool) -> "State":
        """Close everything; forget the page whose answers ended it, so that it is asked again."""
        blanks = {name: getattr(NOTHING, name) for name in forgotten}
        return replace(
            self.closed(),
            answers=drop_irrelevant(replace(self.answers, **blanks)),
            self_harm_asked=self.self_harm_asked and "self_harm" not in forgotten,
            help_shown=help_shown or self.help_shown,
        )

    def started_over(self) -> "State":
        """Close everything after a call for help in a mood check: a plan returns only after the
        whole questionnaire, answered anew (MON-01). The country stays, for the help lines.
        """
        return replace(
            self.closed(),
            answers=replace(NOTHING, country=self.answers.country),
            self_harm_asked=False,
            help_shown=True,
        )

    def with_safety_confirmed(self) -> "State":
        """Go on after help was shown and the person said that they are safe."""
        return replace(self, help_shown=False)

    def with_result(self, today: date) -> "State":
        """Turn the answers into a plan, a new chapter, or into the reason why there is none.

        Pressing again with the same answers changes nothing. Raises InvalidAnswersError where the
        answers are not complete.
        """
        if self.resumes:
            return replace(self, is_open=True, resumes=False).with_result(today)
        if self.is_open and not self.has_changes:
            return self
        state = replace(self, first_monday=self.first_monday or _monday_of(today), refusal=None)
        chapters = self.closed().chapters
        result = new_chapter(chapters, self.full_answers, day=state.day_of(today))
        if isinstance(result, Refusal):
            return replace(self.closed(), refusal=result)
        return replace(state, chapters=(*chapters, result), is_open=True)

    def _is_stricter(self) -> bool:
        """Whether the answers now ask for a check or a trained person where they did not before."""
        result = decide(self.full_answers)
        return isinstance(result, Refusal) or (
            result.access is Access.DRAFT_FOR_SUPERVISOR
            and self.chapters[-1].plan.access is Access.ACTIVE
        )


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def encode(state: State) -> bytes:
    """Write a state as the bytes to seal."""
    return msgspec.json.encode(state, order="deterministic")


def decode(payload: bytes) -> State:
    """Read a state back from unsealed bytes."""
    return msgspec.json.decode(payload, type=State)
