"""How many sets a week has, when growth waits for how it went (rulebook, sections 5.7 and 6.3)."""

from dataclasses import dataclass

TOO_MUCH_EFFORT = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How a normal week went: sets planned and done, each session's effort, and what weighs.

    `was_away` says that the week had a session after a break.
    """

    planned: int = 0
    done: int = 0
    efforts: tuple[int, ...] = ()
    had_red: bool = False
    was_away: bool = False


def may_grow(tally: Tally, *, effort_cap: int, is_worse: bool, never_waits: bool) -> bool:
    """Whether the next growth step may be taken (PRG-21).

    With `never_waits` only a break stands in the way (RX-53). A week in which no effort was told
    gives no leave to grow.
    """
    if tally.was_away:
        return False
    if never_waits:
        return True
    return (
        not tally.had_red
        and not is_worse
        and 3 * tally.done >= 2 * tally.planned > 0
        and bool(tally.efforts)
        and sum(tally.efforts) <= effort_cap * len(tally.efforts)
    )
