"""What every rule has: an id, a line for readers and the sources behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.engine.facts import Facts

Predicate = Callable[[Facts], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the rulebook.

    `reason` is the line shown to readers. `sources` are keys of published sources. A rule without
    sources is a careful choice of ours, and so are the exact numbers of one with `careful_choice`:
    both are called that, never a research finding.
    """

    id: str
    reason: str
    sources: tuple[str, ...] = ()
    careful_choice: bool = False
