"""What a private record holds: the answers so far and what came of them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec
from django.utils.timezone import localdate

from planner.engine import (
    RULES_VERSION,
    Answers,
    Chapter,
    Course,
    Disposition,
    Plan,
    Refusal,
    asks_for_more,
    codes,
    drop_irrelevant,
    new_chapter,
    outgrows_clearance,
    problems,
    stop_at_once,
    to_ask_again,
)
from planner.kept import (
    NO_LINKS,
    NO_WORDS,
    Agreement,
    CalendarChoice,
    Feeling,
    IfThen,
    PlanLinks,
)
from planner.stops import stop_behind

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
    questions that no file answers are answered here. `asked_again` is the day on which the
    questions were opened again because time had passed. `rules_kept` is the version of the rules
    that the person has seen and not taken; `closed_by_rules` says that newer rules took their plan.
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
    links: PlanLinks = NO_LINKS
    agreement: Agreement | None = None
    feeling: Feeling | None = None
    if_then: IfThen = NO_WORDS
    asked_again: date | None = None
    rules_kept: str = ""
    closed_by_rules: bool = False

    @property
    def full_answers(self) -> Answers:
        """The answers as the engine reads them."""
        return replace(self.answers, self_harm=codes.SelfHarm.NO if self.self_harm_asked else None)

    @property
    def plan(self) -> Plan | None:
        """The plan in force, the only one whose doses may be shown."""
        return self.chapters[-1].plan if self.is_open and self.is_complete else None

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

    @property
    def has_newer_rules(self) -> bool:
        """Whether the plan in force was made by other rules than those of today."""
        return self.is_open and self.chapters[-1].rules_version != RULES_VERSION

    @property
    def may_go_back(self) -> bool:
        """Whether the old answers may be put back: those since call for no check and no company."""
        return self.is_open and self.asked_again is None and not self._is_stricter()

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
        kept = self._cleared_no_further(drop_irrelevant(replace(answers, self_harm=None)))
        refusal = self.refusal if kept == self.answers else None
        changed = replace(self, answers=kept, self_harm_asked=asked, refusal=refusal)
        if kept.clearance is not codes.YesNo.YES:
            changed = replace(changed, agreement=None)
        is_closed = changed.is_open and changed.is_complete and changed._is_stricter()
        return changed.closed() if is_closed else changed

    def without_changes(self) -> "State":
        """Put the answers of the plan in force back, where that is safe."""
        return replace(self, answers=self.chapters[-1].answers) if self.may_go_back else self

    def with_questions_open(self, today: date) -> "State":
        """Ask again what only holds for a while, with the weeks since then counted in (PRG-60)."""
        given = self.asked_again or self.date_of(self.chapters[-1].day)
        answers = drop_irrelevant(to_ask_again(self.answers, days=(today - given).days))
        return replace(self, answers=answers, self_harm_asked=False, asked_again=today)

    def under_rules_of_today(self) -> "State":
        """Close a plan where newer rules, or the answers that stand, call for a check or company
        that its own did not. What ends the questionnaire is forgotten, and all is asked anew.
        """
        if rule := stop_behind(self.answers, self.refusal):
            urgent = rule.disposition is Disposition.URGENT_HELP
            return replace(self.started_over(), help_shown=self.help_shown or urgent)
        is_other = self.has_newer_rules or (self.has_changes and self.is_complete)
        if is_other and self._is_stricter():
            return replace(self.closed(), closed_by_rules=self.has_newer_rules)
        return self

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
        return self if self.is_open and not self.has_changes else self.with_new_plan(today)

    def with_new_plan(self, today: date, course: Course | None = None) -> "State":
        """Begin a chapter by the rules of today; one in which nothing was done gives its place to
        it, and its course. Raises InvalidAnswersError where the answers are not complete.
        """
        state = replace(self, first_monday=self.first_monday or _monday_of(today))
        chapters = self.closed().chapters
        if self.is_open and len(chapters) < len(self.chapters):
            course = course or self.chapters[-1].course
        result = new_chapter(chapters, self.full_answers, day=state.day_of(today), course=course)
        if isinstance(result, Refusal):
            return replace(self.closed(), refusal=result)
        fresh = replace(state, refusal=None, asked_again=None, closed_by_rules=False)
        return replace(fresh, chapters=(*chapters, result), is_open=True)

    def with_agreement(self, agreement: Agreement) -> "State":
        """Keep that a health worker agreed: who, and when, as the person says."""
        agreed = self.with_answers(replace(self.answers, clearance=codes.YesNo.YES))
        is_kept = agreed.answers.clearance is codes.YesNo.YES
        return replace(agreed, agreement=agreement) if is_kept else agreed

    def on(self, today: date) -> "State":
        """Forget an agreement that is too old by now, which takes the plan that rested on it."""
        if self.agreement is None or self.agreement.is_in_date(today):
            return self
        return self.with_answers(replace(self.answers, clearance=None))

    def _cleared_no_further(self, answers: Answers) -> Answers:
        """Ask again for an agreement that was given before these answers called for another."""
        before = self.chapters[-1].answers if self.is_open else self.answers
        is_old = before.clearance is self.answers.clearance is codes.YesNo.YES
        outgrown = is_old and outgrows_clearance(before, answers)
        return replace(answers, clearance=None) if outgrown else answers

    def _is_stricter(self) -> bool:
        """Whether the answers now call for a check or company that the plan in force did not."""
        return asks_for_more(self.full_answers, self.chapters[-1].plan)


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def encode(state: State) -> bytes:
    """Write a state as the bytes to seal."""
    return msgspec.json.encode(state, order="deterministic")


def decode(payload: bytes) -> State:
    """Read a state back; what must not stand by now, by its day or by newer rules, is closed."""
    return msgspec.json.decode(payload, type=State).under_rules_of_today().on(localdate())
