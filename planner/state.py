"""What a private record holds: the answers so far and what came of them."""

from dataclasses import dataclass, replace

import msgspec

from planner.engine import (
    RULES_VERSION,
    Access,
    Answers,
    Disposition,
    Plan,
    Refusal,
    build_plan,
    codes,
    drop_irrelevant,
    stop_at_once,
)

NOTHING = Answers()


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The content of one sealed record.

    The self-harm answer is never in `answers`: anything but "no" ends the questionnaire before it
    is kept, so `self_harm_asked` says all there is to say. `help_shown` holds everything back until
    the person has said that they are safe. `plan` is only there where its doses may be shown;
    `refusal` says why there is none.
    """

    answers: Answers = NOTHING
    self_harm_asked: bool = False
    help_shown: bool = False
    plan: Plan | None = None
    refusal: Refusal | None = None
    rules_version: str = ""

    @property
    def full_answers(self) -> Answers:
        """The answers as the engine reads them."""
        return replace(self.answers, self_harm=codes.SelfHarm.NO if self.self_harm_asked else None)

    @property
    def is_finished(self) -> bool:
        """Whether the answers have been turned into a result."""
        return self.plan is not None or self.refusal is not None

    def with_answers(self, answers: Answers) -> "State":
        """Keep new answers; a result made from other answers is closed at once.

        Raises ValueError for answers that call for help now: those are never kept.
        """
        if stop_at_once(answers):
            raise ValueError("answers that end the questionnaire are not kept")
        asked = self.self_harm_asked or answers.self_harm is codes.SelfHarm.NO
        kept = drop_irrelevant(replace(answers, self_harm=None))
        if kept == self.answers:
            return replace(self, self_harm_asked=asked)
        return State(answers=kept, self_harm_asked=asked, help_shown=self.help_shown)

    def stopped(self, *, forgotten: tuple[str, ...], help_shown: bool) -> "State":
        """Close everything; forget the page whose answers ended it, so that it is asked again."""
        blanks = {name: getattr(NOTHING, name) for name in forgotten}
        asked = self.self_harm_asked and "self_harm" not in forgotten
        return State(
            answers=drop_irrelevant(replace(self.answers, **blanks)),
            self_harm_asked=asked,
            help_shown=help_shown or self.help_shown,
        )

    def with_safety_confirmed(self) -> "State":
        """Go on after help was shown and the person said that they are safe."""
        return replace(self, help_shown=False)

    def with_result(self) -> "State":
        """Build the plan. Where a health worker comes first, its doses are not even kept.

        Raises InvalidAnswersError where the answers are not complete.
        """
        result = build_plan(self.full_answers)
        if isinstance(result, Plan) and result.disposition is Disposition.CLEARANCE_FIRST:
            result = Refusal(
                disposition=result.disposition,
                access=Access.NONE,
                role=result.role,
                screening_rules=result.screening_rules,
                caveats=result.caveats,
            )
        return replace(
            self,
            plan=result if isinstance(result, Plan) else None,
            refusal=result if isinstance(result, Refusal) else None,
            rules_version=RULES_VERSION,
        )


def encode(state: State) -> bytes:
    """Write a state as the bytes to seal."""
    return msgspec.json.encode(state, order="deterministic")


def decode(payload: bytes) -> State:
    """Read a state back from unsealed bytes."""
    return msgspec.json.decode(payload, type=State)
