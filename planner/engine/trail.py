"""What the fold carries from session to session."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from planner.engine.alternatives import nearest_allowed
from planner.engine.attempts import ExerciseState
from planner.engine.breaks import after_gap
from planner.engine.frame import Frame
from planner.engine.ladder import Tally
from planner.engine.library import BY_CODE
from planner.engine.log import SessionDone
from planner.engine.pain import is_red_next_day
from planner.engine.replacements import Layout, Ways, may_stand_for, put
from planner.engine.standing import Change

NOTHING_YET = ExerciseState()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """Everything known after some sessions; days and session ordinals count over all chapters.

    `ladder_sets` is the last normal weekly target and `week_sets` the one of the week under way.
    `lighter_week` was earned by two very hard sessions; `lighter_sessions` are still to come after
    a long break. `paused_until` is the last day without any rise (PRG-33).
    """

    states: Mapping[str, ExerciseState] = field(default_factory=dict)
    layout: Layout = field(default_factory=dict)
    planned: Layout = field(default_factory=dict)
    ordinal: int = 0
    week: int = 0
    ladder_sets: int | None = None
    week_sets: int = 0
    is_lighter: bool = False
    growth_waits: bool = False
    tally: Tally | None = None
    lighter_week: int | None = None
    lighter_sessions: int = 0
    back_rule: str | None = None
    last_done: int | None = None
    last_day: int | None = None
    last_full_sets: int | None = None
    last_full_exercises: tuple[str, ...] = ()
    red_day: int | None = None
    paused_until: int | None = None
    tinies: int = 0
    hard_sessions: int = 0
    sessions: tuple[SessionDone, ...] = ()
    changes: tuple[Change, ...] = ()

    def state(self, code: str) -> ExerciseState:
        """Give what is known about an exercise."""
        return self.states.get(code, NOTHING_YET)

    def ways(self, frame: Frame) -> Ways:
        """Give the ways on from an exercise as the sessions are now."""
        return Ways(limits=frame.limits, sore=frame.facts.pain_sites, layout=self.layout)

    def sore_after(self, frame: Frame, entry: SessionDone) -> tuple[str, ...]:
        """List the exercises of the last full session if an entry tells that it was too much."""
        is_red = is_red_next_day(entry.pain_next_day, frame.facts)
        return self.last_full_exercises if is_red else ()

    def has_room(self, exercise: str, replacement: str) -> bool:
        """Whether any session could hold the replacement in that place."""
        return put(self.layout, exercise, replacement) != self.layout

    def in_place_of(self, exercise: str, replacement: str) -> "Trail":
        """Let one exercise take another's place."""
        return replace(self, layout=put(self.layout, exercise, replacement))

    def in_chapter(self, frame: Frame) -> "Trail":
        """Go on in a new chapter: what came to stand for a planned exercise does so here too."""
        layout = frame.layout
        for template, planned in self.planned.items():
            for old, code in zip(planned, self.layout[template], strict=True):
                if old != code and (heir := self._heir(old, code, frame)):
                    layout = put(layout, old, heir)
        return replace(
            self,
            layout=layout,
            planned=frame.layout,
            week=0,
            tally=None,
            lighter_week=None,
            hard_sessions=0,
            changes=(),
        )

    def _heir(self, planned: str, code: str, frame: Frame) -> str | None:
        """Find what goes on in a place: the same, else its nearest allowed relative (PRG-60)."""
        relative = nearest_allowed(BY_CODE[code], frame.limits)
        heirs = (code, relative.code) if relative else (code,)
        return next((heir for heir in heirs if may_stand_for(planned, heir, frame.limits)), None)

    def swapped(self, frame: Frame, number: int) -> "Trail":
        """Do what the person chose for this session and those after it."""
        layout = self.layout
        for swap in frame.chapter.swaps:
            if swap.number == number and may_stand_for(
                swap.exercise, swap.replacement, frame.limits
            ):
                layout = put(layout, swap.exercise, swap.replacement)
        return self if layout is self.layout else replace(self, layout=layout)

    def back_after(self, rule: str | None, frame: Frame) -> "Trail":
        """Come back after a break: every exercise takes a step back, not only today's."""
        if rule is None:
            return replace(self, back_rule=None) if self.back_rule else self
        trail = self
        if rule == "PRG-43":
            for code in dict.fromkeys(sum(self.layout.values(), ())):
                exercise = BY_CODE[code]
                if code in self.states and not exercise.is_loadable:
                    easier = trail.ways(frame).easier(exercise)
                    trail = trail.in_place_of(code, easier) if easier else trail
        states = {
            code: after_gap(state, BY_CODE[code], rule, frame.facts)
            for code, state in self.states.items()
        }
        weeks_of_less = frame.sessions_per_week if rule == "PRG-42" else 0
        return replace(trail, states=states, back_rule=rule, lighter_sessions=weeks_of_less)
