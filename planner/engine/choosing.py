"""What a person may choose instead of an exercise of the next session."""

from dataclasses import dataclass

from planner.engine.alternatives import alternatives
from planner.engine.frame import Frame
from planner.engine.library import BY_CODE
from planner.engine.log import Chapter
from planner.engine.replacements import may_stand_for
from planner.engine.standing import NextSession, Target

# After pain, on the way back from a break and while loads rest nothing gets harder (INV-29, 31).
PAIN_RULES = frozenset({"PRG-31", "PRG-32"})
RESTING_RULES = frozenset({"PRG-33", "PRG-41", "PRG-42", "PRG-43"})

# From this mood down the small version comes first (PRG-45).
LOW_MOOD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Exercise codes: a step down, a step up, up to two others, and the way back from a swap."""

    easier: str | None
    harder: str | None
    others: tuple[str, ...]
    back: str | None

    @property
    def codes(self) -> tuple[str, ...]:
        """All of them, each once."""
        every = (self.easier, self.harder, *self.others, self.back)
        return tuple(dict.fromkeys(code for code in every if code))


def choices(chapter: Chapter, session: NextSession, target: Target) -> Choices:
    """List what may stand in the place of one exercise from this session on."""
    frame, taken = Frame.of(chapter), {each.exercise for each in session.targets}
    level, may_rise = BY_CODE[target.exercise].level, _may_rise(frame, session, target)
    back = target.planned
    may_go_back = (
        back not in taken
        and may_stand_for(target.exercise, back, frame.limits)
        and (may_rise or BY_CODE[back].level <= level)
    )
    ways = (target.easier, target.harder if may_rise else None, back if may_go_back else None)
    others = alternatives(target.exercise, chapter.answers, taken | {each for each in ways if each})
    return Choices(
        easier=ways[0],
        harder=ways[1],
        others=tuple(each.code for each in others if may_rise or each.level <= level),
        back=ways[2],
    )


def _may_rise(frame: Frame, session: NextSession, target: Target) -> bool:
    return (
        not PAIN_RULES.intersection(target.rules)
        and not RESTING_RULES.intersection(session.notices)
        and not frame.holds_loads(session.week, session.day)
    )


def offers_tiny(mood: int | None, *, is_low_energy: bool) -> bool:
    """Whether the small version is offered first, after the mood from 0 to 10 (PRG-45)."""
    return is_low_energy or (mood is not None and mood <= LOW_MOOD)
